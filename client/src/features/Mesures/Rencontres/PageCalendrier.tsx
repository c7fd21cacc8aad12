import { Button, Group } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useAujourdhui, useMay } from '@/api/session';
import { Erreur } from '@/components/ui/Erreur';
import { Page } from '@/components/ui/Page';
import { formatLongDay } from '@/lib/format';
import { etatsRencontre, useRencontres, type Rencontre } from './rencontres';
import { boundsOf, monthAfter, weeksOf } from './mois';
import styles from './rencontres.module.css';

const route = getRouteApi('/cadre/rencontres');
const jours = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
const signs: Record<Rencontre['etat'], string> = { prevue: '○', tenue: '✓', manquee: '✗', annulee: '–' };

/** A month of meetings, planned and held, day by day; on a phone the days without any are left out. */
export function PageCalendrier() {
  const today = useAujourdhui();
  const may = useMay();
  const { mois: asked } = route.useSearch();
  const mois = asked && /^\d{4}-(0[1-9]|1[0-2])$/.test(asked) ? asked : today.slice(0, 7);
  const [du, au] = boundsOf(mois);
  const list = useRencontres(du, au);
  const title = formatLongDay(du).replace(/^\S+ \S+ /, '');
  return (
    <Page
      title={`Rencontres · ${title}`}
      actions={may('enregistrerRencontre') ? [{ label: 'Ma journée', to: { to: '/ma-journee' } }] : []}
    >
      <Group mb="sm" role="group" aria-label="Mois">
        <Link to="/rencontres" search={{ mois: monthAfter(mois, -1) }}>
          ← Mois précédent
        </Link>
        <Link to="/rencontres" search={{ mois: monthAfter(mois, 1) }}>
          Mois suivant →
        </Link>
      </Group>
      {list.error && <Erreur error={list.error} onRetry={list.retry} />}
      <table className={styles.mois} aria-busy={list.isLoading || list.isStale}>
        <caption className={styles.petit}>
          ○ prévue, ✓ tenue, ✗ manquée, – annulée{list.hasMore && ' (premières lignes)'}
        </caption>
        <thead>
          <tr>
            {jours.map((jour) => (
              <th key={jour} scope="col">
                {jour}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(mois).map((week) => (
            <tr key={week.find((day) => day !== null)}>
              {week.map((day, index) => (
                <Jour
                  key={day ?? jours[index]}
                  day={day}
                  today={today}
                  rencontres={list.rows.filter(({ date }) => date === day)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {list.hasMore && (
        <Button variant="default" mt="sm" onClick={list.loadMore} loading={list.isLoadingMore}>
          Charger la suite
        </Button>
      )}
    </Page>
  );
}

type JourProps = { day: string | null; today: string; rencontres: readonly Rencontre[] };

function Jour({ day, today, rencontres }: JourProps) {
  if (!day) return <td data-vide />;
  return (
    <td data-vide={rencontres.length === 0 || undefined} data-today={day === today || undefined}>
      <span className={styles.jour}>{Number(day.slice(8))}</span>
      {rencontres.length > 0 && (
        <ul aria-label={formatLongDay(day)}>
          {rencontres
            .toSorted((a, b) => (a.heure ?? '').localeCompare(b.heure ?? ''))
            .map(({ id, heure, etat, mesure, personne }) => (
              <li key={id}>
                <Link
                  to="/mesures/$mesureId/rencontres"
                  params={{ mesureId: mesure.id }}
                  title={`${mesure.nom}, ${etatsRencontre[etat]}`}
                >
                  <span aria-hidden="true">{signs[etat]} </span>
                  {heure} {personne}
                </Link>
              </li>
            ))}
        </ul>
      )}
    </td>
  );
}
