import { getRouteApi, Link } from '@tanstack/react-router';
import { DataTable } from '@/components/ui/DataTable';
import { EmptyState } from '@/components/ui/EmptyState';
import { Page } from '@/components/ui/Page';
import { accesDeMesureColumns } from './accesColumns';
import { useAccesDeMesure } from './journal';

const route = getRouteApi('/cadre/mesures/$mesureId/acces');

/** « Qui a consulté ce dossier » : the Mesure, its order and its request, refused attempts included. */
export function PageAccesDeMesure() {
  const { mesureId } = route.useParams();
  const list = useAccesDeMesure(mesureId);
  return (
    <Page
      title="Qui a consulté ce dossier"
      lead={
        <Link to="/mesures/$mesureId" params={{ mesureId }}>
          Retour à la mesure
        </Link>
      }
    >
      <DataTable
        title="Qui a consulté ce dossier"
        name="acces-au-dossier"
        list={list}
        columns={accesDeMesureColumns}
        rowKey={(a) => String(a.id)}
        empty={<EmptyState title="Personne n’a consulté ce dossier." />}
      />
    </Page>
  );
}
