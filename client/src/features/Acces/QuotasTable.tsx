import { Button } from '@mantine/core';
import { roles } from '@/api/roles';
import { SimpleTable } from '@/components/ui/SimpleTable';
import { formatInteger } from '@/lib/format';
import { naturesUsage, type Quota } from './quotas';

type Props = { quotas: readonly Quota[]; onChange: (quota: Quota) => void };

export function QuotasTable({ quotas, onChange }: Props) {
  return (
    <SimpleTable
      caption="Limites par heure et par compte"
      rows={quotas}
      rowKey={({ role, nature }) => `${role} ${nature}`}
      columns={[
        { title: 'Rôle', cell: (q) => roles[q.role] },
        { title: 'Nature', cell: (q) => naturesUsage[q.nature] },
        { title: 'Limite', cell: (q) => formatInteger(q.limite), numeric: true },
        {
          title: 'Habituelle',
          cell: (q) => (q.limite === q.habituelle ? 'la même' : formatInteger(q.habituelle)),
          numeric: true,
        },
        {
          title: 'Acte',
          cell: (q) => (
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={`Changer la limite : ${roles[q.role]}, ${naturesUsage[q.nature]}`}
              onClick={() => onChange(q)}
            >
              Changer
            </Button>
          ),
        },
      ]}
    />
  );
}
