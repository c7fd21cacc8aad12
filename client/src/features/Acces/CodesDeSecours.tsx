import { Button, Checkbox, Stack } from '@mantine/core';
import { useState } from 'react';
import { downloadText } from '@/lib/csv';
import styles from './connexion.module.css';

type Props = { codes: readonly string[]; onDone: () => void };

/** Shown once: the way out is open when they are said to be kept. */
export function CodesDeSecours({ codes, onDone }: Props) {
  const [kept, setKept] = useState(false);
  return (
    <Stack gap="md">
      <p>
        Chacun de ces codes remplace une fois votre application, si vous la perdez. Ils ne seront plus
        montrés.
      </p>
      <ul className={styles.codes} aria-label="Codes de secours">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Button variant="default" onClick={() => downloadText('codes-de-secours-masp.txt', codes.join('\n'))}>
        Enregistrer dans un fichier
      </Button>
      <Checkbox
        label="J’ai rangé ces codes en lieu sûr"
        checked={kept}
        onChange={(event) => setKept(event.currentTarget.checked)}
      />
      <Button disabled={!kept} onClick={onDone}>
        Continuer
      </Button>
    </Stack>
  );
}
