import { Link } from '@tanstack/react-router';
import { api, read } from '@/api/http';
import type { components } from '@/api/schema';
import { useMay } from '@/api/session';
import { EmptyState } from '@/components/ui/EmptyState';
import { Erreur } from '@/components/ui/Erreur';
import { Loaded } from '@/components/ui/Loaded';
import { Page } from '@/components/ui/Page';
import { Section } from '@/components/ui/Section';
import { SimpleTable } from '@/components/ui/SimpleTable';
import { useAct } from '@/components/ui/useAct';
import { useIdempotencyKey } from '@/components/ui/useIdempotencyKey';
import { formatLongDay, plural } from '@/lib/format';
import { attributionKeys, useApercuSeance } from './attributions';
import { ServisTable } from './ServisTable';

type Attributions = components['schemas']['Attributions'];

/** The whole session: who would be served and why, then one act for all of them, or none (R11). */
export function AttributionSeance({ commissionId }: { commissionId: string }) {
  const query = useApercuSeance(commissionId);
  const may = useMay();
  const [key] = useIdempotencyKey();
  const allocate = useAct<void, Attributions>({
    run: () =>
      read(
        api.POST('/api/v1/commissions/{id}/attributions', {
          params: { path: { id: commissionId }, header: { 'Idempotency-Key': key } },
        }),
      ),
    done: ({ attributions }) => `${plural(attributions.length, 'mesure attribuée', 'mesures attribuées')}.`,
    refreshes: attributionKeys,
  });

  return (
    <Loaded query={query}>
      {({ commission, apercus }) => {
        const names = new Map(
          commission.points.map(({ demande: d }) => [d.id, `${d.beneficiaireNom} ${d.beneficiairePrenom}`]),
        );
        const refused = apercus.find(({ refus }) => refus)?.refus;
        return (
          <Page
            title={`Attribuer la séance du ${formatLongDay(commission.date)}`}
            lead={
              <Link to="/commissions/$commissionId" params={{ commissionId }}>
                Ordre du jour et avis
              </Link>
            }
            actions={
              may('attribuer') && apercus.length > 0
                ? [
                    {
                      label: `Attribuer la séance (${apercus.length})`,
                      onClick: () => allocate.mutate(),
                      pending: allocate.isPending,
                      refusal: refused ?? null,
                    },
                  ]
                : []
            }
          >
            <Erreur error={allocate.error} />
            {allocate.data && (
              <Section title="Attribué à l’instant">
                <ServisTable attributions={allocate.data.attributions} names={names} />
              </Section>
            )}
            {apercus.length > 0 ? (
              <Section title="Qui serait servi, dans l’ordre">
                <SimpleTable
                  caption="Qui serait servi, dans l’ordre"
                  rows={apercus}
                  rowKey={({ demandeId }) => demandeId}
                  columns={[
                    { title: 'Lot', cell: ({ lot }) => lot },
                    { title: 'Demande', cell: ({ demandeNumero }) => demandeNumero, nowrap: true },
                    { title: 'Personne', cell: ({ demandeId }) => names.get(demandeId) },
                    { title: 'Titulaire', cell: ({ titulaire }) => titulaire?.nom },
                    { title: 'Pourquoi', cell: ({ explication, refus }) => explication ?? refus },
                  ]}
                />
              </Section>
            ) : (
              !allocate.data && <EmptyState title="Rien n’attend d’attribution dans cette séance." />
            )}
          </Page>
        );
      }}
    </Loaded>
  );
}
