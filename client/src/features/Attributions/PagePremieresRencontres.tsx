import { DataTable, type Column } from '@/components/ui/DataTable';
import { EmptyState } from '@/components/ui/EmptyState';
import { Etat } from '@/components/ui/Etat';
import { Page } from '@/components/ui/Page';
import { useAujourdhui } from '@/api/session';
import { formatDay, NOTHING } from '@/lib/format';
import { usePremieresRencontres, type PremiereRencontre } from './preparation';

/** Who waits for a first Rencontre: appointments to take, contracts to have signed (R13, R14). */
export function PagePremieresRencontres() {
  const list = usePremieresRencontres();
  const today = useAujourdhui();
  const columns: readonly Column<PremiereRencontre>[] = [
    { title: 'Bon', value: (p) => p.numero, nowrap: true },
    { title: 'Personne', value: (p) => p.personne },
    { title: 'Commune', value: (p) => p.commune, secondary: true },
    { title: 'Titulaire', value: (p) => p.titulaire, secondary: true },
    {
      title: 'Au plus tard',
      value: (p) => p.limite,
      nowrap: true,
      cell: (p) =>
        p.limite < today ? <Etat tone="refus">{formatDay(p.limite)}, dépassé</Etat> : formatDay(p.limite),
    },
    {
      title: 'Rendez-vous',
      value: (p) => p.rendezVousLe ?? '',
      nowrap: true,
      cell: (p) =>
        p.rendezVousLe ? (
          `${formatDay(p.rendezVousLe)}${p.rendezVousHeure ? `, ${p.rendezVousHeure}` : ''}`
        ) : (
          <Etat tone="attention">à prendre</Etat>
        ),
    },
    {
      title: 'Contrat',
      value: (p) => p.preSigneLe ?? '',
      cell: (p) => (p.preSigneLe ? `pré-signé le ${formatDay(p.preSigneLe)}` : NOTHING),
    },
  ];
  return (
    <Page
      title="Premières rencontres"
      lead="Les personnes dont le contrat n’est pas signé, la plus ancienne commande d’abord."
    >
      <DataTable
        title="Premières rencontres"
        name="premieres-rencontres"
        list={list}
        columns={columns}
        rowKey={(p) => p.id}
        rowLink={(p) => ({ to: '/bons-de-commande/$bonDeCommandeId', params: { bonDeCommandeId: p.id } })}
        empty={<EmptyState title="Personne n’attend de première rencontre." />}
      />
    </Page>
  );
}
