import { Button, Group } from '@mantine/core';
import { useListAddress } from '@/components/ui/useListAddress';
import { formatQuarter } from '@/lib/format';
import { shiftQuarter } from '@/lib/quarter';

type Props = { value: string; /** The quarter that runs: nothing is later. */ last: string };

/** From quarter to quarter, kept in the address. */
export function ChoixTrimestre({ value, last }: Props) {
  const { setParams } = useListAddress();
  const before = shiftQuarter(value, -1);
  const after = shiftQuarter(value, 1);
  return (
    <Group gap="xs">
      <Button variant="default" size="compact-sm" onClick={() => setParams({ trimestre: before })}>
        ◂ {formatQuarter(before)}
      </Button>
      {value < last && (
        <Button variant="default" size="compact-sm" onClick={() => setParams({ trimestre: after })}>
          {formatQuarter(after)} ▸
        </Button>
      )}
    </Group>
  );
}
