import { api, read } from '@/api/http';
import type { FaitsSaisis, Rencontre } from './rencontres';

/** What a dialog is opened for: a new Rencontre of a measure, or one that is there. */
export type Sujet = {
  mesureId: string;
  numero: string;
  rencontre?: Rencontre;
  acte: 'noter' | 'prevoir' | 'constater' | 'corriger';
};

export type Saisie = {
  date: string | null;
  heure: string;
  manquee: boolean;
  lieu: Rencontre['lieu'];
  dureeMinutes: number | string;
  cause: NonNullable<Rencontre['cause']> | null;
  note: string;
  trajetMinutes: number | string;
  trajetKm: number | string;
  motif: string;
};

export const titres: Record<Sujet['acte'], string> = {
  noter: 'Noter une rencontre',
  prevoir: 'Prévoir une rencontre',
  constater: 'Rencontre prévue',
  corriger: 'Corriger la rencontre',
};

/** Where the dialog begins: today, an hour at home; what is already told of one that is there. */
export function begin({ rencontre, acte }: Sujet, today: string): Saisie {
  return {
    date: rencontre?.date ?? today,
    heure: rencontre?.heure ?? '',
    manquee: rencontre?.etat === 'manquee',
    lieu: rencontre?.lieu ?? 'domicile',
    dureeMinutes: rencontre?.dureeMinutes ?? (acte === 'prevoir' ? '' : 60),
    cause: rencontre?.cause ?? null,
    note: rencontre?.note ?? '',
    trajetMinutes: rencontre?.trajetMinutes ?? '',
    trajetKm: rencontre?.trajetKm ?? '',
    motif: '',
  };
}

const number = (value: number | string) => (typeof value === 'number' ? value : null);

function faitsOf(sujet: Sujet, saisie: Saisie): FaitsSaisis {
  const plans = sujet.acte === 'prevoir' || (sujet.acte === 'corriger' && sujet.rencontre?.etat === 'prevue');
  const missed = !plans && saisie.manquee;
  return {
    date: saisie.date ?? '',
    lieu: saisie.lieu,
    etat: plans ? 'prevue' : missed ? 'manquee' : 'tenue',
    heure: saisie.heure || null,
    dureeMinutes: missed ? null : number(saisie.dureeMinutes),
    cause: missed ? saisie.cause : null,
    note: saisie.note || null,
    trajetMinutes: number(saisie.trajetMinutes),
    trajetKm: number(saisie.trajetKm),
  };
}

/** Sends it: one call, whatever it is about. */
export function send(sujet: Sujet, saisie: Saisie): Promise<Rencontre> {
  const { mesureId: id, rencontre } = sujet;
  const faits = faitsOf(sujet, saisie);
  if (!rencontre)
    return read(api.POST('/api/v1/mesures/{id}/rencontres', { params: { path: { id } }, body: faits }));
  const params = {
    path: { id, rencontreId: rencontre.id },
    header: { 'If-Match': `"${rencontre.version}"` },
  };
  return sujet.acte === 'corriger'
    ? read(
        api.POST('/api/v1/mesures/{id}/rencontres/{rencontreId}/correction', {
          params,
          body: { faits, motif: saisie.motif },
        }),
      )
    : read(api.POST('/api/v1/mesures/{id}/rencontres/{rencontreId}/constat', { params, body: faits }));
}
