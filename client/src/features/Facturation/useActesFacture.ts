import { useState } from 'react';
import { api, read, type Versioned } from '@/api/http';
import { useMay } from '@/api/session';
import type { Action } from '@/components/ui/ActionBar';
import { useVersionedAct } from '@/components/ui/useVersionedAct';
import { FACTURES, type Facture } from './factures';

const VALIDER = 'Valider l’état détaillé';
const EMETTRE = 'Émettre la facture';

/** The version an act upon an invoice is made on. */
export const versioned = ({ data: { id }, etag }: Versioned<Facture>) => ({
  path: { id },
  header: { 'If-Match': etag },
});

/** What can be done to an invoice, in the order it is done: validate, issue, credit; discard before it is issued. */
export function useActesFacture(record: Versioned<Facture>) {
  const { etat, nature, titulaire, trimestre } = record.data;
  const may = useMay();
  const [dialog, setDialog] = useState<'avoir' | 'ecarter' | null>(null);
  const validate = useVersionedAct(record, {
    run: (_: void, version) =>
      read(api.POST('/api/v1/factures/{id}/validation', { params: versioned(version) })),
    done: 'État détaillé validé : la facture peut être émise.',
    refreshes: [FACTURES, ['a-faire']],
  });
  const issue = useVersionedAct(record, {
    run: (_: void, version) =>
      read(api.POST('/api/v1/factures/{id}/emission', { params: versioned(version) })),
    done: ({ numero }) => `Facture ${numero ?? ''} émise.`,
    refreshes: [FACTURES, ['a-faire']],
  });

  const actions: Action[] = [];
  if (etat === 'aValider' && may('validerFacture')) {
    actions.push({
      label: VALIDER,
      pending: validate.isPending,
      onClick: () => validate.mutate(),
    });
  }
  if ((etat === 'aValider' || etat === 'validee') && may('emettreFacture')) {
    actions.push({
      label: EMETTRE,
      pending: issue.isPending,
      refusal: etat === 'aValider' ? 'le SAFPM n’a pas encore validé l’état détaillé (R42).' : null,
      onClick: () => issue.mutate(),
    });
  }
  if (nature === 'facture' && etat === 'emise' && may('validerFacture')) {
    actions.push({ label: 'Corriger par un avoir', danger: true, onClick: () => setDialog('avoir') });
  }
  if (nature === 'facture' && etat === 'creditee' && may('preparerFacture')) {
    actions.push({
      label: 'Préparer à nouveau',
      to: { to: '/factures/nouvelle', search: { titulaireId: titulaire.id, trimestre } },
    });
  }
  if ((etat === 'aValider' || etat === 'validee') && may('validerFacture')) {
    actions.push({ label: 'Écarter', danger: true, onClick: () => setDialog('ecarter') });
  }
  const perimes = [
    { stale: validate.stale, pending: validate.isPending, act: VALIDER, possible: etat === 'aValider' },
    { stale: issue.stale, pending: issue.isPending, act: EMETTRE, possible: etat === 'validee' },
  ];
  return {
    actions,
    perime: perimes.find(({ stale }) => stale !== null),
    error: validate.error ?? issue.error,
    dialog,
    close: () => setDialog(null),
  };
}
