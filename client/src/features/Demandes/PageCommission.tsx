import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useAujourdhui, useMay } from '@/api/session';
import type { Action } from '@/components/ui/ActionBar';
import { EmptyState } from '@/components/ui/EmptyState';
import { Loaded } from '@/components/ui/Loaded';
import { Page } from '@/components/ui/Page';
import { formatLongDay, plural } from '@/lib/format';
import { useCommission, type Commission } from './commissions';
import { BilansDeSeance } from './BilansDeSeance';
import { InscrireDemande } from './InscrireDemande';
import { OrdreDuJour } from './OrdreDuJour';

const route = getRouteApi('/cadre/commissions/$commissionId');

/** One session: its agenda with the opinions, in one table (R8). */
export function PageCommission() {
  const { commissionId } = route.useParams();
  const query = useCommission(commissionId);
  const may = useMay();
  const today = useAujourdhui();
  const [enrolling, setEnrolling] = useState(false);

  return (
    <Loaded query={query}>
      {(commission) => {
        const remaining = commission.points.filter(({ avis }) => !avis).length;
        const held = commission.date <= today;
        return (
          <Page
            title={`Commission du ${formatLongDay(commission.date)}`}
            lead={leadOf(commission, remaining, held)}
            actions={actionsOf(commission, may, () => setEnrolling(true))}
          >
            {commission.points.length > 0 ? (
              <OrdreDuJour commission={commission} writable={held && may('tenirCommission')} />
            ) : (
              <EmptyState title="L’ordre du jour est vide.">
                Inscrivez une demande déposée ou ajournée.
              </EmptyState>
            )}
            <BilansDeSeance commission={commission} held={held} writable={may('tenirCommission')} />
            {enrolling && <InscrireDemande commission={commission} onClose={() => setEnrolling(false)} />}
          </Page>
        );
      }}
    </Loaded>
  );
}

function leadOf({ points }: Commission, remaining: number, held: boolean): string {
  const count = plural(points.length, 'point');
  if (!held)
    return `${count} à l’ordre du jour. La séance n’a pas encore eu lieu : les avis se saisiront ce jour-là.`;
  return remaining > 0
    ? `${count}, ${plural(remaining, 'avis', 'avis')} à rendre.`
    : `${count}, tous les avis sont rendus.`;
}

function actionsOf(commission: Commission, may: ReturnType<typeof useMay>, enrol: () => void): Action[] {
  const actions: Action[] = [];
  const accepted = commission.points.filter(({ demande }) => demande.etat === 'acceptee').length;
  if (accepted > 0 && may('attribuer')) {
    actions.push({
      label: `Attribuer la séance (${accepted})`,
      to: { to: '/attributions', search: { commissionId: commission.id } },
    });
  }
  if (may('tenirCommission')) actions.push({ label: 'Inscrire une demande', onClick: enrol });
  return actions;
}
