import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import type { Versioned } from '@/api/http';
import { useMay } from '@/api/session';
import { Facts } from '@/components/ui/Facts';
import { Section } from '@/components/ui/Section';
import { formatDay } from '@/lib/format';
import { EffacerDialog } from './EffacerDialog';
import { RectifierDialog } from './RectifierDialog';
import { VisaDialog } from './VisaDialog';
import type { Fiche } from './personnes';

type Ouvert = 'rectifier' | 'visa' | 'effacer' | null;

/** Export, rectification, archiving, visa and erasure of one file (R63). */
export function DroitsDeLaPersonne({ fiche }: { fiche: Versioned<Fiche> }) {
  const { data } = fiche;
  const may = useMay();
  const [ouvert, setOuvert] = useState<Ouvert>(null);
  const close = () => setOuvert(null);
  const fichier = `/api/v1/beneficiaires/${data.id}/export`;
  return (
    <Section title="Droits de la personne">
      <Facts
        facts={[
          ['Conservation', data.conservation?.explication],
          ['Archivage', data.archivages.map(({ date, explication }) => <p key={date}>{explication}</p>)],
          [
            'Visa des archives',
            data.visa && `${data.visa.reference}, ${data.visa.service}, ${formatDay(data.visa.date)}`,
          ],
        ]}
      />
      <Group gap="xs" mt="md">
        {may('exporterDossier') && (
          <>
            <Button component="a" href={`${fichier}.pdf`} download variant="default">
              Tout exporter (PDF)
            </Button>
            <Button component="a" href={`${fichier}.json`} download variant="default">
              Tout exporter (JSON)
            </Button>
          </>
        )}
        {may('rectifierIdentite') && !data.archiveLe && (
          <Button variant="default" onClick={() => setOuvert('rectifier')}>
            Rectifier l’identité
          </Button>
        )}
        {may('enregistrerVisa') && data.archiveLe && !data.visa && (
          <Button variant="default" onClick={() => setOuvert('visa')}>
            Enregistrer le visa des archives
          </Button>
        )}
        {may('effacerDossier') && data.archiveLe && data.visa && (
          <Button color="var(--refus)" onClick={() => setOuvert('effacer')}>
            Effacer le dossier
          </Button>
        )}
      </Group>
      {ouvert === 'rectifier' && <RectifierDialog fiche={fiche} onClose={close} />}
      {ouvert === 'visa' && <VisaDialog fiche={data} onClose={close} />}
      {ouvert === 'effacer' && <EffacerDialog fiche={data} onClose={close} />}
    </Section>
  );
}
