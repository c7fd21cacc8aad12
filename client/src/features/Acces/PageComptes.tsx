import { useDisclosure } from '@mantine/hooks';
import { getRouteApi } from '@tanstack/react-router';
import { api, read } from '@/api/http';
import { useList } from '@/api/list';
import { optionsOf, wordOf } from '@/api/mots';
import { roles } from '@/api/roles';
import { useMay } from '@/api/session';
import { DataTable, type Column } from '@/components/ui/DataTable';
import { FilterSelect, FilterText } from '@/components/ui/Filters';
import { Page } from '@/components/ui/Page';
import { formatDay, formatInstant } from '@/lib/format';
import { COMPTES, EtatDuCompte, etatsDeCompte, secondFacteurOf, type Compte } from './comptes';
import { InviterDialog } from './InviterDialog';
import { RevueDialog } from './RevueDialog';
import { Revues } from './Revues';

const route = getRouteApi('/cadre/comptes');

const columns: readonly Column<Compte>[] = [
  { title: 'Nom', value: (c) => c.nom },
  { title: 'Identifiant', value: (c) => c.identifiant, secondary: true },
  { title: 'Rôle', value: (c) => roles[c.role] },
  { title: 'Organisme', value: (c) => c.titulaire?.nom ?? c.serviceReferent?.nom ?? '' },
  { title: 'État', value: (c) => etatsDeCompte[c.etat], cell: (c) => <EtatDuCompte etat={c.etat} /> },
  { title: 'Second facteur', value: secondFacteurOf },
  {
    title: 'Dernière utilisation',
    value: (c) => c.derniereUtilisation ?? '',
    cell: (c) => formatInstant(c.derniereUtilisation),
    nowrap: true,
  },
  { title: 'Dernier jour', value: (c) => c.fin ?? '', cell: (c) => formatDay(c.fin), nowrap: true },
];

/** Who has an account, since when unused, until when; what the yearly review looks at. */
export function PageComptes() {
  const { recherche, role, etatCompte } = route.useSearch();
  const may = useMay();
  const [inviting, invite] = useDisclosure(false);
  const [reviewing, review] = useDisclosure(false);
  const list = useList([...COMPTES, 'liste', recherche, role, etatCompte], (apres) =>
    read(
      api.GET('/api/v1/comptes', {
        params: {
          query: {
            recherche,
            role: wordOf(roles, role),
            etatCompte: wordOf(etatsDeCompte, etatCompte),
            apres,
          },
        },
      }),
    ),
  );
  return (
    <Page
      title="Comptes"
      lead="Un compte se donne par invitation ; passé son dernier jour, il ne s’ouvre plus."
      actions={[
        { label: 'Inviter une personne', onClick: invite.open },
        ...(may('revoirComptes') ? [{ label: 'Enregistrer la revue', onClick: review.open }] : []),
      ]}
    >
      <DataTable
        title="Comptes"
        name="comptes"
        list={list}
        columns={columns}
        rowKey={(c) => c.id}
        rowLink={(c) => ({ to: '/comptes/$compteId', params: { compteId: c.id } })}
        filters={
          <>
            <FilterText name="recherche" label="Nom ou adresse" />
            <FilterSelect name="role" label="Rôle" options={optionsOf(roles)} />
            <FilterSelect name="etatCompte" label="État" options={optionsOf(etatsDeCompte)} />
          </>
        }
      />
      {may('revoirComptes') && <Revues />}
      {inviting && <InviterDialog onClose={invite.close} />}
      {reviewing && <RevueDialog onClose={review.close} />}
    </Page>
  );
}
