import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { api, read } from '@/api/http';
import { useMay, useSession } from '@/api/session';
import { EmptyState } from '@/components/ui/EmptyState';
import { Loaded } from '@/components/ui/Loaded';
import { Erreur } from '@/components/ui/Erreur';
import { Page } from '@/components/ui/Page';
import { Section } from '@/components/ui/Section';
import { useAct } from '@/components/ui/useAct';
import { isQuarter } from '@/lib/quarter';
import { ApercuDeFacture } from './ApercuDeFacture';
import { ChoixDeFacture } from './ChoixDeFacture';
import { FACTURES, useApercu, type ChoixFacture } from './factures';

const route = getRouteApi('/cadre/factures/nouvelle');

/** Choose, look at every month and why it is due or not, then prepare. */
export function PageNouvelleFacture() {
  const { lot, trimestre, ...search } = route.useSearch();
  const { titulaire: own } = useSession().utilisateur;
  // A titulaire prepares its own invoices alone.
  const titulaireId = own?.id ?? search.titulaireId;
  const choix: ChoixFacture | null =
    titulaireId && lot && isQuarter(trimestre) ? { titulaireId, lot, trimestre } : null;
  const apercu = useApercu(choix);
  const may = useMay();
  const navigate = useNavigate();
  const prepare = useAct({
    run: (body: ChoixFacture) => read(api.POST('/api/v1/factures', { body })),
    done: 'Facture préparée : elle attend la validation du SAFPM.',
    refreshes: [FACTURES],
    onDone: ({ id }) =>
      void navigate({ to: '/factures/$factureId', params: { factureId: id }, search: { lot: undefined } }),
  });

  return (
    <Page
      title="Préparer une facture"
      lead="Rien n’est enregistré tant que la facture n’est pas préparée."
      actions={
        choix && apercu.data && may('preparerFacture')
          ? [
              {
                label: 'Préparer la facture',
                pending: prepare.isPending,
                refusal: apercu.data.refus,
                onClick: () => prepare.mutate(choix),
              },
            ]
          : []
      }
    >
      {prepare.error && <Erreur error={prepare.error} />}
      <Section title="Quelle facture">
        <ChoixDeFacture titulaireId={titulaireId} />
      </Section>
      {choix ? (
        <Loaded query={apercu}>{(data) => <ApercuDeFacture apercu={data} />}</Loaded>
      ) : (
        <EmptyState title="Choisissez le titulaire, le lot et le trimestre.">
          Chaque mois apparaîtra ici, avec pourquoi il est dû ou non.
        </EmptyState>
      )}
    </Page>
  );
}
