import { DataTable } from '@/components/ui/DataTable';
import { Section } from '@/components/ui/Section';
import { detailColumns } from './detailColumns';
import { useEtatDetaille, type Facture } from './factures';

/** Every month of the invoice, due or not, and why (R42); page by page. */
export function EtatDetaille({ facture }: { facture: Facture }) {
  const details = useEtatDetaille(facture.id);
  return (
    <Section title="État détaillé">
      <DataTable
        title="État détaillé"
        name={`etat-detaille-${facture.numero ?? facture.trimestre}`}
        list={details}
        columns={detailColumns}
        rowKey={(d) => `${d.reference}-${d.nature}-${d.debut}-${d.quantite}`}
      />
    </Section>
  );
}
