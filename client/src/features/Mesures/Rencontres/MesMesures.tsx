import { Button, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { List } from '@/api/list';
import { Erreur } from '@/components/ui/Erreur';
import { formatDay } from '@/lib/format';
import { countOf, type CompteDeMesure } from './rencontres';
import styles from './rencontres.module.css';

type Props = { comptes: List<CompteDeMesure>; onLog: (compte: CompteDeMesure) => void };

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Every running measure, the one that lacks most first. */
export function MesMesures({ comptes, onLog }: Props) {
  const [text, setText] = useState('');
  const found = comptes.rows.filter(({ numero, personne }) =>
    plain(`${numero} ${personne}`).includes(plain(text)),
  );
  return (
    <>
      {comptes.error && <Erreur error={comptes.error} onRetry={comptes.retry} />}
      <TextInput
        type="search"
        label="Numéro ou nom"
        mb="sm"
        maw="20rem"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <ul className={styles.cartes}>
        {found
          .toSorted((a, b) => (b.enCours?.manque ?? 0) - (a.enCours?.manque ?? 0))
          .map((compte) => (
            <li key={compte.mesureId} className={styles.carte}>
              <h3>{compte.personne}</h3>
              <span>
                <Link to="/mesures/$mesureId/rencontres" params={{ mesureId: compte.mesureId }}>
                  {compte.numero}
                </Link>{' '}
                {compte.commune}
              </span>
              <span className={styles.petit}>
                {compte.enCours && `${countOf(compte.enCours)} jusqu’au ${formatDay(compte.enCours.fin)} · `}
                vue {compte.derniere ? `le ${formatDay(compte.derniere)}` : 'jamais'}
                {compte.prochaine && ` · prévue le ${formatDay(compte.prochaine)}`}
              </span>
              <Button variant="default" aria-label={`Noter, ${compte.numero}`} onClick={() => onLog(compte)}>
                Noter
              </Button>
            </li>
          ))}
      </ul>
      {comptes.hasMore && (
        <Button variant="default" mt="sm" onClick={comptes.loadMore} loading={comptes.isLoadingMore}>
          Charger la suite
        </Button>
      )}
    </>
  );
}
