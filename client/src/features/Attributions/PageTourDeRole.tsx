import { getRouteApi } from '@tanstack/react-router';
import { useMay } from '@/api/session';
import { EmptyState } from '@/components/ui/EmptyState';
import { Explication } from '@/components/ui/Explication';
import { Loaded } from '@/components/ui/Loaded';
import { Page } from '@/components/ui/Page';
import { Section } from '@/components/ui/Section';
import { useTourDeRole } from './attributions';
import { ComptesTable } from './ComptesTable';
import { Registre } from './Registre';

const route = getRouteApi('/cadre/tour-de-role/$lotCode');

/** The turn of one Lot: counts, who is next and why, and the register line by line (R11). */
export function PageTourDeRole() {
  const { lotCode } = route.useParams();
  const query = useTourDeRole(lotCode);
  const may = useMay();
  return (
    <Loaded query={query}>
      {(tour) => (
        <Page
          title={`Tour de rôle · ${tour.nom}`}
          lead={tour.prochain ? `Prochain : ${tour.prochain.titulaire.nom}` : 'Aucune convention en cours.'}
          actions={
            may('attribuer')
              ? [{ label: 'Attributions en attente', to: { to: '/attributions', search: { lot: tour.lot } } }]
              : []
          }
        >
          <Section title="Comptes nets">
            <ComptesTable tour={tour} />
            {tour.prochain && <Explication title="Pourquoi lui" phrases={tour.prochain.explication} />}
          </Section>
          {tour.registre.elements.length > 0 ? (
            <Registre tour={tour} />
          ) : (
            <EmptyState title="Le registre est vide.">
              Chaque attribution de ce lot y prendra un numéro.
            </EmptyState>
          )}
        </Page>
      )}
    </Loaded>
  );
}
