import { Link } from '@tanstack/react-router';
import { useLots } from '@/api/references';
import { isApiError } from '@/api/errors';
import { EmptyState } from '@/components/ui/EmptyState';
import { Erreur } from '@/components/ui/Erreur';
import { Explication } from '@/components/ui/Explication';
import { Page } from '@/components/ui/Page';
import { PageSkeleton } from '@/components/ui/PageSkeleton';
import { Section } from '@/components/ui/Section';
import { useToursDeRole } from './attributions';
import { ComptesTable } from './ComptesTable';

/** The turn of each Lot that the person may see. */
export function PageToursDeRole() {
  const { lots } = useLots();
  const tours = useToursDeRole();
  const failure = tours.find(({ error }) => error && !isApiError(error, 404));
  const loading = lots.length === 0 || tours.some(({ isPending }) => isPending);
  const shown = tours.flatMap(({ data }) => (data ? [data] : []));
  return (
    <Page
      title="Tour de rôle"
      lead="Dans chaque lot, une mesure va au titulaire qui en a reçu le moins ; à égalité, à celui qui n’a pas été servi le dernier (art. 3)."
    >
      {failure && <Erreur error={failure.error} onRetry={() => void failure.refetch()} />}
      {shown.map((tour) => (
        <Section
          key={tour.lot}
          title={tour.nom}
          aside={
            <Link to="/tour-de-role/$lotCode" params={{ lotCode: tour.lot }}>
              Registre du lot
            </Link>
          }
        >
          <ComptesTable tour={tour} />
          {tour.prochain && (
            <Explication
              title={`Prochain : ${tour.prochain.titulaire.nom}`}
              phrases={tour.prochain.explication}
            />
          )}
        </Section>
      ))}
      {shown.length === 0 && loading && <PageSkeleton />}
      {shown.length === 0 && !loading && !failure && (
        <EmptyState title="Aucun tour de rôle ne vous est ouvert." />
      )}
    </Page>
  );
}
