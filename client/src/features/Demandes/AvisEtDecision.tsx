import { Link } from '@tanstack/react-router';
import { useMay } from '@/api/session';
import { Facts } from '@/components/ui/Facts';
import { Section } from '@/components/ui/Section';
import { SimpleTable } from '@/components/ui/SimpleTable';
import { formatDay, plural } from '@/lib/format';
import type { Demande } from './demandes';
import { labelOfGestion, Sens } from './etatDemande';
import { NotificationsDeDecision } from './NotificationsDeDecision';

/** What the sessions said and what the département decided: two records, two dates (R9). */
export function AvisEtDecision({ demande, etag }: { demande: Demande; etag: string }) {
  const { avis, decision } = demande;
  const may = useMay();
  return (
    <>
      {avis.length > 0 && (
        <Section title="Avis de la commission">
          <SimpleTable
            caption="Avis de la commission"
            rows={avis}
            rowKey={(a) => a.commissionId}
            columns={[
              {
                title: 'Séance',
                cell: (a) =>
                  may('lireCommissions') ? (
                    <Link to="/commissions/$commissionId" params={{ commissionId: a.commissionId }}>
                      {formatDay(a.date)}
                    </Link>
                  ) : (
                    formatDay(a.date)
                  ),
                nowrap: true,
              },
              { title: 'Avis', cell: (a) => <Sens sens={a.sens} /> },
              { title: 'Motif', cell: (a) => a.motif },
            ]}
          />
        </Section>
      )}
      {decision && (
        <Section title="Décision du département" aside={<Sens sens={decision.sens} />}>
          <Facts
            facts={[
              ['Prise le', formatDay(decision.date)],
              ...(decision.sens === 'favorable'
                ? ([
                    ['Nature', labelOfGestion(decision.avecGestion)],
                    ['Durée', decision.dureeMois && plural(decision.dureeMois, 'mois', 'mois')],
                  ] as const)
                : ([
                    ['Motifs de fait', decision.motif],
                    ['Fondement en droit', decision.fondement],
                  ] as const)),
              ...(decision.motifDivergence
                ? ([['Pourquoi elle s’écarte de l’avis', decision.motifDivergence]] as const)
                : []),
              ...(decision.motifIneligibilite
                ? ([['Pourquoi malgré l’éligibilité', decision.motifIneligibilite]] as const)
                : []),
            ]}
          />
          <NotificationsDeDecision demande={demande} decision={decision} etag={etag} />
        </Section>
      )}
    </>
  );
}
