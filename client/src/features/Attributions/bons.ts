import { useQuery } from '@tanstack/react-query';
import { api, readRecord } from '@/api/http';
import type { components } from '@/api/schema';
import type { useMay } from '@/api/session';

export type Bon = components['schemas']['Bon'];

/** What an act upon an order changes elsewhere, to be read again. */
export const bonKeys = [
  ['bons-de-commande'],
  ['demandes'],
  ['attributions'],
  ['tours-de-role'],
  ['mesures'],
  ['a-faire'],
] as const;

/** An order with the ETag that an act brings back. */
export function useBon(id: string) {
  return useQuery({
    queryKey: ['bons-de-commande', 'un', id],
    queryFn: () => readRecord(api.GET('/api/v1/bons-de-commande/{id}', { params: { path: { id } } })),
  });
}

export type ActeBon = 'reception' | 'signature' | 'deplacement' | 'abandon' | 'annulation' | 'forfait';

export type PossibleActe = { acte: ActeBon; label: string; refusal?: string; danger?: boolean };

/** The acts that the role opens and the state calls for, the main one first; what a rule refuses says why. */
export function actesOf(bon: Bon, may: ReturnType<typeof useMay>): PossibleActe[] {
  const open = bon.etat === 'emis' || bon.etat === 'recu';
  const actes: PossibleActe[] = [];
  if (bon.etat === 'emis' && may('accuserReception')) {
    actes.push({ acte: 'reception', label: 'Accuser réception' });
  }
  if (open && may('signerContrat')) {
    actes.push(
      { acte: 'signature', label: 'Enregistrer la signature' },
      { acte: 'deplacement', label: 'Noter un déplacement' },
    );
  }
  if (bon.etat === 'abandonne' && bon.forfait !== 'valide' && may('validerForfait')) {
    actes.push({
      acte: 'forfait',
      label: 'Valider le forfait',
      ...(bon.forfait === 'nonDu' && {
        refusal: 'aucun déplacement n’a été noté avant l’abandon (R16, RC 3).',
      }),
    });
  }
  const signed = bon.etat === 'signe' && { refusal: 'le contrat est signé : c’est la mesure qui prend fin.' };
  if ((open || signed) && may('abandonnerBonDeCommande')) {
    actes.push({ acte: 'abandon', label: 'Abandonner', danger: true, ...signed });
  }
  if (open && may('annulerBonDeCommande')) {
    actes.push({ acte: 'annulation', label: 'Annuler le bon', danger: true });
  }
  return actes;
}
