import type { NavigateOptions } from '@tanstack/react-router';

/**
 * Where a record of the API is shown, by the word that the API gives its kind; null for a kind that has no page.
 * The Lot in view is taken off: the record may be of another.
 */
export function linkOf(type: string, key: string): NavigateOptions | null {
  switch (type) {
    case 'mesure':
      return { to: '/mesures/$mesureId', params: { mesureId: key } };
    case 'echeances':
      return { to: '/mesures/$mesureId/echeances', params: { mesureId: key } };
    case 'demande':
      return { to: '/demandes/$demandeId', params: { demandeId: key } };
    case 'commission':
      return { to: '/commissions/$commissionId', params: { commissionId: key } };
    case 'bonDeCommande':
      return { to: '/bons-de-commande/$bonDeCommandeId', params: { bonDeCommandeId: key } };
    case 'facture':
      return { to: '/factures/$factureId', params: { factureId: key } };
    case 'commune':
      return { to: '/mesures', search: { commune: key, lot: undefined } };
    default:
      return null;
  }
}
