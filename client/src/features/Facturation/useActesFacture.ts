import { useState } from 'react';
import { api, read, type Versioned } from '@/api/http';
import { useMay } from '@/api/session';
import type { Action } from '@/components/ui/ActionBar';
import { useAct } from '@/components/ui/useAct';
import { FACTURES, type Facture } from './factures';

/** What can be done to an invoice, in the order it is done: validate, issue, credit; discard before it is issued. */
export function useActesFacture({
  data: { id, etat, nature, titulaire, trimestre },
  etag,
}: Versioned<Facture>) {
  const may = useMay();
  const [dialog, setDialog] = useState<'avoir' | 'ecarter' | null>(null);
  const params = { path: { id }, header: { 'If-Match': etag } };
  const validate = useAct({
    run: () => read(api.POST('/api/v1/factures/{id}/validation', { params })),
    done: 'État détaillé validé : la facture peut être émise.',
    refreshes: [FACTURES, ['a-faire']],
  });
  const issue = useAct({
    run: () => read(api.POST('/api/v1/factures/{id}/emission', { params })),
    done: ({ numero }) => `Facture ${numero ?? ''} émise.`,
    refreshes: [FACTURES, ['a-faire']],
  });

  const actions: Action[] = [];
  if (etat === 'aValider' && may('validerFacture')) {
    actions.push({
      label: 'Valider l’état détaillé',
      pending: validate.isPending,
      onClick: () => validate.mutate(),
    });
  }
  if ((etat === 'aValider' || etat === 'validee') && may('emettreFacture')) {
    actions.push({
      label: 'Émettre la facture',
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
  return { actions, error: validate.error ?? issue.error, dialog, close: () => setDialog(null) };
}
