import { FileInput, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, read } from '@/api/http';
import type { components } from '@/api/schema';
import { useAujourdhui } from '@/api/session';
import type { Action } from '@/components/ui/ActionBar';
import { DateField } from '@/components/ui/DateField';
import { Erreur } from '@/components/ui/Erreur';
import { Page } from '@/components/ui/Page';
import { Section } from '@/components/ui/Section';
import { useAct } from '@/components/ui/useAct';
import { useIdempotencyKey } from '@/components/ui/useIdempotencyKey';
import { downloadText } from '@/lib/csv';
import { plural } from '@/lib/format';
import { ApercuImport } from './ApercuImport';
import { readCsvFile } from './readCsvFile';
import styles from './import.module.css';

const HEADER = 'codeInsee;nom;codesPostaux;population;lot;zone';
const MODEL = `\ufeff${HEADER}\r\n34172;Montpellier;34000 34070 34080 34090;302454;1;urbaine\r\n`;

type Contenu = components['schemas']['ImportCommunes'];

/** A list of communes, looked at line by line before it is imported: all of it, or nothing (R64). */
export function PageImportCommunes() {
  const today = useAujourdhui();
  const navigate = useNavigate();
  const [csv, setCsv] = useState('');
  const [debut, setDebut] = useState<string | null>(today);
  const [key, renew] = useIdempotencyKey();
  const preview = useMutation({
    mutationFn: (body: Contenu) => read(api.POST('/api/v1/communes/import/apercu', { body })),
  });
  const apply = useAct({
    run: (body: Contenu) =>
      read(api.POST('/api/v1/communes/import', { params: { header: { 'Idempotency-Key': key } }, body })),
    done: ({ nouvelles, modifiees }) =>
      `${plural(nouvelles + modifiees, 'commune importée', 'communes importées')}.`,
    refreshes: [['communes'], ['mesures']],
    onDone: () => void navigate({ to: '/communes' }),
  });

  // What was looked at is what will be imported: another file or another day is looked at again.
  const change = (text: string, day: string | null) => {
    setCsv(text);
    setDebut(day);
    renew();
    apply.reset();
    preview.reset();
  };
  const look = () => preview.mutate({ csv, debut });
  const refused = preview.data?.refusees ?? 0;
  const changed = (preview.data?.nouvelles ?? 0) + (preview.data?.modifiees ?? 0);
  const actions: Action[] = preview.data
    ? [
        {
          label: 'Importer la liste',
          pending: apply.isPending,
          onClick: () => apply.mutate({ csv, debut }),
          refusal:
            refused > 0
              ? `${plural(refused, 'ligne est refusée', 'lignes sont refusées')} : rien n’est importé à moitié.`
              : changed === 0
                ? 'la liste ne change rien.'
                : null,
        },
      ]
    : [
        {
          label: 'Voir ce que ferait l’import',
          pending: preview.isPending,
          onClick: look,
          refusal: csv.trim() ? null : 'choisissez un fichier ou collez la liste.',
        },
      ];

  return (
    <Page title="Importer des communes" lead="Toute la liste, ou rien." actions={actions}>
      {apply.error && <Erreur error={apply.error} />}
      {preview.error && <Erreur error={preview.error} onRetry={look} />}
      <Section
        title="La liste"
        aside={
          <button
            type="button"
            className={styles.link}
            onClick={() => downloadText('communes-modele.csv', MODEL)}
          >
            Télécharger un modèle
          </button>
        }
      >
        <div className={styles.fields}>
          <FileInput
            label="Fichier CSV"
            description="Séparé par des points-virgules, en UTF-8 ou Windows-1252"
            placeholder="Choisir un fichier"
            accept=".csv,text/csv,text/plain"
            clearable
            onChange={(file) => {
              if (file) void readCsvFile(file).then((text) => change(text, debut));
              else change('', debut);
            }}
          />
          <DateField
            label="Affectations à partir du"
            description="Premier jour où valent ces lots et ces zones"
            required
            value={debut}
            onChange={(day) => change(csv, day)}
          />
        </div>
        <Textarea
          mt="sm"
          label="Contenu"
          description={`Première ligne : ${HEADER}`}
          value={csv}
          onChange={(event) => change(event.currentTarget.value, debut)}
          autosize
          minRows={4}
          maxRows={10}
          classNames={{ input: styles.csv }}
          spellCheck={false}
        />
      </Section>
      {preview.data && <ApercuImport apercu={preview.data} />}
    </Page>
  );
}
