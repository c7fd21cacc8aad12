import { getRouteApi } from '@tanstack/react-router';
import { AttributionSeance } from './AttributionSeance';
import { AttributionsEnAttente } from './AttributionsEnAttente';

const route = getRouteApi('/cadre/attributions');

/** A session to be allocated at once, or everything that waits for its turn (R11). */
export function PageAttributions() {
  const { commissionId } = route.useSearch();
  return commissionId ? <AttributionSeance commissionId={commissionId} /> : <AttributionsEnAttente />;
}
