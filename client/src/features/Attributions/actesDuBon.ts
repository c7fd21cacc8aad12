import { api, read } from '@/api/http';
import { causesRetard, optionsOf, wordOf } from '@/api/mots';
import { formatDay } from '@/lib/format';
import type { ActeBon, Bon } from './bons';

export type ActeValues = {
  date: string | null;
  datePremiereRencontre: string | null;
  dateSignature: string | null;
  lieu: string;
  intervenant: string;
  motif: string;
  cause: string;
};

export type Champ = {
  name: keyof ActeValues;
  kind: 'date' | 'ligne' | 'texte' | 'choix';
  label: string;
  help?: string;
  missing: string;
  options?: readonly { value: string; label: string }[];
  /** Asked only then; always when there is none. */
  when?: (values: ActeValues, bon: Bon) => boolean;
};

type Sent = { id: string; etag: string; values: ActeValues };

export type Acte = {
  title: string;
  submit: string;
  danger?: boolean;
  champs: readonly Champ[];
  /** What the act does, before it is done. */
  explain: (bon: Bon) => readonly string[];
  /** Gives back the Mesure that the act opened, if it opened one. */
  run: (sent: Sent) => Promise<{ mesureId?: string }>;
  done: string;
};

const versioned = ({ id, etag }: Sent) => ({ path: { id }, header: { 'If-Match': etag } });
const nothing = async (call: Promise<unknown>) => {
  await call;
  return {};
};
const motif = { name: 'motif', kind: 'texte', label: 'Motif', missing: 'Écrivez le motif.' } as const;

// R13: a first meeting after its limit is refused without its cause.
const late = ({ datePremiereRencontre }: ActeValues, bon: Bon) =>
  datePremiereRencontre !== null && datePremiereRencontre > bon.premiereRencontreLimite;

/** Each act upon an order: its words, what it asks and its call. */
export const actesDuBon: Record<ActeBon, Acte> = {
  reception: {
    title: 'Accuser réception',
    submit: 'Accuser réception',
    champs: [{ name: 'date', kind: 'date', label: 'Reçu le', missing: 'Indiquez la date de réception.' }],
    explain: (bon) => [
      `Sans accusé, le bon est réputé reçu le ${formatDay(bon.receptionReputeeLe)}. Le délai de première rencontre court de la réception.`,
    ],
    run: (sent) =>
      nothing(
        read(
          api.POST('/api/v1/bons-de-commande/{id}/reception', {
            params: versioned(sent),
            body: { date: sent.values.date },
          }),
        ),
      ),
    done: 'Réception enregistrée.',
  },
  signature: {
    title: 'Enregistrer la signature du contrat',
    submit: 'Ouvrir la mesure',
    champs: [
      {
        name: 'datePremiereRencontre',
        kind: 'date',
        label: 'Première rencontre',
        help: 'Le délai du projet d’intervention court de ce jour.',
        missing: 'Indiquez la date de la première rencontre.',
      },
      {
        name: 'dateSignature',
        kind: 'date',
        label: 'Signature par la personne',
        help: 'La durée du contrat et la facturation courent de ce jour.',
        missing: 'Indiquez la date de signature.',
      },
      {
        name: 'cause',
        kind: 'choix',
        label: 'Cause du retard',
        help: 'La première rencontre dépasse son échéance (R13).',
        missing: 'Choisissez la cause du retard.',
        options: optionsOf(causesRetard),
        when: late,
      },
      {
        name: 'motif',
        kind: 'texte',
        label: 'Commentaire sur le retard',
        missing: 'Écrivez un commentaire.',
        when: late,
      },
    ],
    explain: (bon) => [
      bon.recuLe
        ? `Trois dates restent distinctes : la réception (${formatDay(bon.recuLe)}), la première rencontre et la signature.`
        : `Trois dates restent distinctes : la réception, la première rencontre et la signature. Sans accusé, la réception est réputée du ${formatDay(bon.receptionReputeeLe)}, ou de la première rencontre si elle la précède.`,
    ],
    run: async (sent) => {
      const { datePremiereRencontre, dateSignature, motif: commentaire } = sent.values;
      const cause = wordOf(causesRetard, sent.values.cause);
      const { id } = await read(
        api.POST('/api/v1/bons-de-commande/{id}/signature', {
          params: versioned(sent),
          body: {
            datePremiereRencontre: datePremiereRencontre ?? '',
            dateSignature: dateSignature ?? '',
            ...(cause && { motif: { cause, commentaire } }),
          },
        }),
      );
      return { mesureId: id };
    },
    done: 'Contrat signé, mesure ouverte.',
  },
  deplacement: {
    title: 'Noter un déplacement',
    submit: 'Noter le déplacement',
    champs: [
      { name: 'date', kind: 'date', label: 'Date', missing: 'Indiquez la date du déplacement.' },
      { name: 'lieu', kind: 'ligne', label: 'Lieu', missing: 'Indiquez le lieu.' },
      { name: 'intervenant', kind: 'ligne', label: 'Intervenant', missing: 'Indiquez qui s’est déplacé.' },
    ],
    explain: () => ['Si le bon est abandonné, le forfait n’est dû qu’avec au moins un déplacement noté.'],
    run: ({ id, values: { date, lieu, intervenant } }) =>
      nothing(
        read(
          api.POST('/api/v1/bons-de-commande/{id}/deplacements', {
            params: { path: { id } },
            body: { date: date ?? '', lieu, intervenant },
          }),
        ),
      ),
    done: 'Déplacement noté.',
  },
  abandon: {
    title: 'Abandonner avant signature',
    submit: 'Abandonner le bon',
    danger: true,
    champs: [
      { name: 'date', kind: 'date', label: 'Abandonné le', missing: 'Indiquez la date de l’abandon.' },
      motif,
    ],
    explain: (bon) => [
      bon.deplacements.length > 0
        ? 'Un déplacement est noté : le forfait d’abandon sera à valider par le département.'
        : 'Aucun déplacement n’est noté : aucun forfait ne sera dû. Notez d’abord les déplacements faits.',
      'Le tour est rendu au lot.',
    ],
    run: (sent) =>
      nothing(
        read(
          api.POST('/api/v1/bons-de-commande/{id}/abandon', {
            params: versioned(sent),
            body: { date: sent.values.date, motif: sent.values.motif },
          }),
        ),
      ),
    done: 'Bon de commande abandonné.',
  },
  annulation: {
    title: 'Annuler le bon de commande',
    submit: 'Annuler le bon',
    danger: true,
    champs: [motif],
    explain: () => [
      'Le département reprend le bon : le tour est rendu et la demande attend une autre attribution.',
    ],
    run: (sent) =>
      nothing(
        read(
          api.POST('/api/v1/bons-de-commande/{id}/annulation', {
            params: versioned(sent),
            body: { motif: sent.values.motif },
          }),
        ),
      ),
    done: 'Bon de commande annulé.',
  },
  forfait: {
    title: 'Valider le forfait d’abandon',
    submit: 'Valider le forfait',
    champs: [],
    explain: (bon) => [
      `${bon.deplacements.length} déplacement(s) noté(s) avant l’abandon du ${formatDay(bon.closLe)}. Le forfait sera porté à la facture du trimestre.`,
    ],
    run: (sent) =>
      nothing(
        read(api.POST('/api/v1/bons-de-commande/{id}/forfait/validation', { params: versioned(sent) })),
      ),
    done: 'Forfait validé.',
  },
};
