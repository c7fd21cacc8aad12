import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { api, read } from '@/api/http';
import { useAujourdhui, useMay } from '@/api/session';
import { EmptyState } from '@/components/ui/EmptyState';
import { Etat } from '@/components/ui/Etat';
import { Loaded } from '@/components/ui/Loaded';
import { Page } from '@/components/ui/Page';
import { SimpleTable } from '@/components/ui/SimpleTable';
import type { components } from '@/api/schema';
import { formatDay, formatMoney } from '@/lib/format';
import { BaremeDialog } from './BaremeDialog';

type Bareme = components['schemas']['Bareme'];

/** The prices of each arrêté, latest first; one holds from its date until the next begins (R35). */
export function PageBaremes() {
  const query = useQuery({ queryKey: ['baremes'], queryFn: () => read(api.GET('/api/v1/baremes')) });
  const today = useAujourdhui();
  const may = useMay();
  const [opened, { open, close }] = useDisclosure(false);

  return (
    <Page
      title="Barèmes"
      lead="Prix d’un mois-mesure : sans (S) ou avec (A) gestion, zone urbaine (U) ou rurale (R). Un barème vaut de sa date jusqu’au suivant."
      actions={may('fixerBareme') ? [{ label: 'Fixer un barème', onClick: open }] : []}
    >
      <Loaded query={query}>
        {({ elements }) =>
          elements.length === 0 ? (
            <EmptyState title="Aucun barème : rien ne peut être facturé." />
          ) : (
            <SimpleTable
              caption="Barèmes"
              rows={elements}
              rowKey={(b) => b.id}
              columns={[
                { title: 'À partir du', cell: (b) => formatDay(b.debut), nowrap: true },
                { title: 'Arrêté', cell: (b) => b.reference },
                { title: 'État', cell: (b) => <EtatDeBareme bareme={b} all={elements} today={today} /> },
                { title: 'SGU', cell: (b) => formatMoney(b.sgu), numeric: true },
                { title: 'AGU', cell: (b) => formatMoney(b.agu), numeric: true },
                { title: 'SGR', cell: (b) => formatMoney(b.sgr), numeric: true },
                { title: 'AGR', cell: (b) => formatMoney(b.agr), numeric: true },
                { title: 'Forfait', cell: (b) => formatMoney(b.forfait), numeric: true },
              ]}
            />
          )
        }
      </Loaded>
      {opened && <BaremeDialog onClose={close} />}
    </Page>
  );
}

type EtatProps = { bareme: Bareme; all: readonly Bareme[]; today: string };

function EtatDeBareme({ bareme, all, today }: EtatProps) {
  if (bareme.debut > today) return <Etat tone="encours">à venir</Etat>;
  const inForce = all.find(({ debut }) => debut <= today);
  return inForce?.id === bareme.id ? <Etat tone="bon">en vigueur</Etat> : <Etat tone="neutre">remplacé</Etat>;
}
