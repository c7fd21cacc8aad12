import { Button } from '@mantine/core';
import { useState } from 'react';
import type { components } from '@/api/schema';
import { Etat, type Tone } from '@/components/ui/Etat';
import { Section } from '@/components/ui/Section';
import { SimpleTable } from '@/components/ui/SimpleTable';
import { plural } from '@/lib/format';
import styles from './import.module.css';

type Import = components['schemas']['Import'];
type EtatLigne = components['schemas']['EtatLigne'];

const etats: Record<EtatLigne, { label: string; tone: Tone }> = {
  refusee: { label: 'refusée', tone: 'refus' },
  nouvelle: { label: 'nouvelle', tone: 'bon' },
  modifiee: { label: 'modifiée', tone: 'encours' },
  inchangee: { label: 'inchangée', tone: 'neutre' },
};
const order = Object.keys(etats);
const STEP = 100;

/** What each line would do; those to correct come first, with the number that the file gives them. */
export function ApercuImport({ apercu }: { apercu: Import }) {
  const [shown, setShown] = useState(STEP);
  const lignes = apercu.lignes.toSorted(
    (a, b) => order.indexOf(a.etat) - order.indexOf(b.etat) || a.ligne - b.ligne,
  );
  return (
    <Section title="Ce que ferait l’import">
      <p role="status" className={styles.counts}>
        {apercu.refusees > 0 && (
          <Etat tone="refus">{plural(apercu.refusees, 'ligne refusée', 'lignes refusées')}</Etat>
        )}
        <Etat tone="bon">{plural(apercu.nouvelles, 'nouvelle')}</Etat>
        <Etat tone="encours">{plural(apercu.modifiees, 'modifiée')}</Etat>
        <Etat tone="neutre">{plural(apercu.inchangees, 'inchangée')}</Etat>
      </p>
      <SimpleTable
        caption="Lignes de la liste"
        rows={lignes.slice(0, shown)}
        rowKey={(l) => String(l.ligne)}
        columns={[
          { title: 'Ligne', cell: (l) => l.ligne, numeric: true },
          { title: 'Code INSEE', cell: (l) => l.codeInsee, nowrap: true },
          { title: 'Commune', cell: (l) => l.nom },
          { title: 'État', cell: (l) => <Etat tone={etats[l.etat].tone}>{etats[l.etat].label}</Etat> },
          {
            title: 'À corriger',
            cell: (l) =>
              l.erreurs.length > 0 && (
                <ul className={styles.errors}>
                  {l.erreurs.map((e) => (
                    <li key={`${e.champ}-${e.code}`}>
                      <strong>{e.champ}</strong> : {e.message}
                    </li>
                  ))}
                </ul>
              ),
          },
        ]}
      />
      {shown < lignes.length && (
        <Button variant="default" mt="sm" onClick={() => setShown(shown + STEP)}>
          Afficher la suite ({lignes.length - shown})
        </Button>
      )}
    </Section>
  );
}
