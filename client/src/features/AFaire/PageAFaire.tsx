import { useQuery } from '@tanstack/react-query';
import { api, read } from '@/api/http';
import { useAujourdhui } from '@/api/session';
import { EmptyState } from '@/components/ui/EmptyState';
import { Loaded } from '@/components/ui/Loaded';
import { Page } from '@/components/ui/Page';
import { formatLongDay } from '@/lib/format';
import styles from './aFaire.module.css';
import { SectionAFaire } from './SectionAFaire';

// The titles of the API are in the plural.
const alone: Record<string, string> = {
  avisARendre: 'avis à rendre',
  demandesAInscrire: 'demande à inscrire à une séance',
  decisionsAPrendre: 'décision à prendre',
  demandesAAttribuer: 'décision favorable à attribuer',
  bonsAAccuser: 'bon de commande sans accusé de réception',
  contratsASigner: 'première rencontre et contrat à signer',
  forfaitsAValider: 'forfait d’abandon à valider',
  facturesAValider: 'facture à valider',
  facturesAEmettre: 'facture validée à émettre',
  echeancesDepassees: 'échéance dépassée',
  retardsAExpliquer: 'retard à expliquer',
  echeancesProches: 'échéance dans les 15 jours',
  termesProches: 'contrat qui arrive à terme dans les 60 jours',
};

/** What waits for the person, one section per kind of work, most pressing first. */
export function PageAFaire() {
  const today = useAujourdhui();
  const query = useQuery({
    queryKey: ['a-faire'],
    queryFn: () => read(api.GET('/api/v1/a-faire')),
    // The first page of the day, and the one left open: it is read again whenever it is come back to.
    staleTime: 0,
  });
  return (
    <Page title="À faire" lead={formatLongDay(today)}>
      <Loaded query={query}>
        {({ sections }) =>
          sections.length === 0 ? (
            <EmptyState title="Rien n’attend.">Ce qui vous reviendra apparaîtra ici.</EmptyState>
          ) : (
            <>
              <nav aria-label="Ce qui attend" className={styles.summary}>
                {sections.map(({ nature, titre, nombre }) => (
                  <a key={nature} href={`#${nature}`}>
                    <strong>{nombre}</strong>{' '}
                    {(nombre === 1 && alone[nature]) || titre.charAt(0).toLowerCase() + titre.slice(1)}
                  </a>
                ))}
              </nav>
              {sections.map((section) => (
                <SectionAFaire key={section.nature} section={section} today={today} />
              ))}
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
