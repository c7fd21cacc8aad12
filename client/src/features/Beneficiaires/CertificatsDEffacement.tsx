import { Section } from '@/components/ui/Section';
import { SimpleTable } from '@/components/ui/SimpleTable';
import { formatDay } from '@/lib/format';
import { useCertificats } from './personnes';

/** What is left of erased files. */
export function CertificatsDEffacement() {
  const { rows } = useCertificats();
  if (rows.length === 0) return null;
  return (
    <Section title="Certificats d’effacement">
      <SimpleTable
        caption="Certificats d’effacement"
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { title: 'Numéro', cell: ({ numero }) => numero, nowrap: true },
          { title: 'Effacé le', cell: ({ date }) => formatDay(date), nowrap: true },
          { title: 'Visa', cell: ({ visaReference, visaService }) => `${visaReference}, ${visaService}` },
          {
            title: 'Certificat',
            cell: ({ dossierId, numero }) => (
              <a href={`/api/v1/beneficiaires/${dossierId}/certificat.pdf`} download>
                PDF de {numero}
              </a>
            ),
          },
        ]}
      />
    </Section>
  );
}
