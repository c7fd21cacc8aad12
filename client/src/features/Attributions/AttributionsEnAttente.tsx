import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { api, read } from '@/api/http';
import { useList } from '@/api/list';
import { useLots } from '@/api/references';
import { DataTable } from '@/components/ui/DataTable';
import { EmptyState } from '@/components/ui/EmptyState';
import { FilterSelect } from '@/components/ui/Filters';
import { Page } from '@/components/ui/Page';
import { Section } from '@/components/ui/Section';
import { formatDay, formatLongDay, plural } from '@/lib/format';
import styles from './attributions.module.css';

const route = getRouteApi('/cadre/attributions');

/** The sessions and the Demandes that wait for their turn. */
export function AttributionsEnAttente() {
  const { lot } = route.useSearch();
  const lots = useLots();
  const list = useList(['demandes', 'a-attribuer', lot], (apres) =>
    read(
      api.GET('/api/v1/demandes', {
        params: { query: { etat: 'acceptee', lot, tri: 'deposeeLe', apres } },
      }),
    ),
  );
  return (
    <Page
      title="Attributions"
      lead="Décisions favorables qui attendent leur tour : une séance entière d’un coup, ou une demande à la fois."
    >
      <SeancesAAttribuer />
      <DataTable
        title="Demandes à attribuer"
        name="attributions"
        list={list}
        columns={[
          { title: 'Numéro', value: (d) => d.numero, nowrap: true },
          { title: 'Personne', value: (d) => `${d.beneficiaireNom} ${d.beneficiairePrenom}` },
          { title: 'Commune', value: (d) => d.commune.nom, secondary: true },
          { title: 'Lot', value: (d) => lots.labelOf(d.lot) },
          {
            title: 'Déposée le',
            value: (d) => d.deposeeLe,
            cell: (d) => formatDay(d.deposeeLe),
            nowrap: true,
          },
        ]}
        rowKey={(d) => d.id}
        rowLink={(d) => ({ to: '/attributions/demandes/$demandeId', params: { demandeId: d.id } })}
        filters={<FilterSelect name="lot" label="Lot" options={lots.options} />}
        empty={
          <EmptyState title="Rien n’attend d’attribution.">
            Une demande arrive ici dès que sa décision est favorable.
          </EmptyState>
        }
      />
    </Page>
  );
}

function SeancesAAttribuer() {
  const { data } = useQuery({
    queryKey: ['commissions', 'a-attribuer'],
    queryFn: () => read(api.GET('/api/v1/commissions')),
  });
  const sessions = data?.elements.filter(({ aAttribuer }) => aAttribuer > 0) ?? [];
  if (sessions.length === 0) return null;
  return (
    <Section title="Par séance">
      <ul className={styles.sessions}>
        {sessions.map(({ id, date, aAttribuer }) => (
          <li key={id}>
            <Link to="/attributions" search={{ commissionId: id }}>
              Séance du {formatLongDay(date)}
            </Link>
            <span>{plural(aAttribuer, 'demande')} à attribuer</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
