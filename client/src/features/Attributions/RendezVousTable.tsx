import { SimpleTable } from '@/components/ui/SimpleTable';
import { formatDay, NOTHING } from '@/lib/format';
import { causesRetard, etatsRendezVous, type RendezVous } from './preparation';

/** Every appointment of an order, the latest first. */
export function RendezVousTable({ rendezVous }: { rendezVous: readonly RendezVous[] }) {
  return (
    <SimpleTable
      caption="Rendez-vous de première rencontre"
      rows={rendezVous}
      rowKey={({ id }) => id}
      columns={[
        {
          title: 'Jour',
          nowrap: true,
          cell: ({ date, heure }) => `${formatDay(date)}${heure ? `, ${heure}` : ''}`,
        },
        { title: 'Lieu', cell: ({ lieu }) => lieu },
        { title: 'État', cell: ({ etat }) => etatsRendezVous[etat] },
        {
          title: 'Cause',
          cell: ({ cause, commentaire }) =>
            cause ? `${causesRetard[cause]} : ${commentaire ?? ''}` : NOTHING,
        },
      ]}
    />
  );
}
