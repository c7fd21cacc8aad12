import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAujourdhui } from '@/api/session';
import { EmptyState } from '@/components/ui/EmptyState';
import { Erreur } from '@/components/ui/Erreur';
import { Page } from '@/components/ui/Page';
import { PageSkeleton } from '@/components/ui/PageSkeleton';
import { Section } from '@/components/ui/Section';
import { formatDay, formatLongDay } from '@/lib/format';
import { EtatDeRencontre } from './EtatDeRencontre';
import { MesMesures } from './MesMesures';
import { RencontreDialog } from './RencontreDialog';
import { countOf, lieux, useComptes, useRencontres, type Rencontre } from './rencontres';
import styles from './rencontres.module.css';
import type { Sujet } from './saisie';

/** The day of a worker: what is planned, logged in a few touches, and every measure with what it lacks. */
export function PageMaJournee() {
  const today = useAujourdhui();
  const [sujet, setSujet] = useState<Sujet | null>(null);
  const jour = useRencontres(today, today);
  const comptes = useComptes();
  return (
    <Page
      title="Ma journée"
      lead={formatLongDay(today)}
      actions={[{ label: 'Calendrier du mois', to: { to: '/rencontres' } }]}
    >
      <Section title="Aujourd’hui">
        {jour.error && <Erreur error={jour.error} onRetry={jour.retry} />}
        {jour.isLoading && <PageSkeleton />}
        {!jour.isLoading && !jour.error && jour.rows.length === 0 && (
          <EmptyState title="Rien n’est prévu aujourd’hui." />
        )}
        <ul className={styles.cartes}>
          {jour.rows
            .toSorted((a, b) => (a.heure ?? '').localeCompare(b.heure ?? ''))
            .map((rencontre) => (
              <Carte
                key={rencontre.id}
                rencontre={rencontre}
                compte={comptes.rows.find(({ mesureId }) => mesureId === rencontre.mesure.id)}
                onSettle={() =>
                  setSujet({
                    mesureId: rencontre.mesure.id,
                    numero: rencontre.mesure.nom,
                    acte: 'constater',
                    rencontre,
                  })
                }
              />
            ))}
        </ul>
      </Section>
      <Section title="Mes mesures">
        <MesMesures
          comptes={comptes}
          onLog={({ mesureId, numero }) => setSujet({ mesureId, numero, acte: 'noter' })}
        />
      </Section>
      {sujet && <RencontreDialog sujet={sujet} onClose={() => setSujet(null)} />}
    </Page>
  );
}

type CarteProps = {
  rencontre: Rencontre;
  compte: ReturnType<typeof useComptes>['rows'][number] | undefined;
  onSettle: () => void;
};

function Carte({ rencontre, compte, onSettle }: CarteProps) {
  const { heure, mesure, personne, commune, lieu, etat } = rencontre;
  return (
    <li className={styles.carte}>
      <h3>
        {heure ?? 'Dans la journée'} · {personne}
      </h3>
      <span>
        <Link to="/mesures/$mesureId/rencontres" params={{ mesureId: mesure.id }}>
          {mesure.nom}
        </Link>{' '}
        {commune}, {lieux[lieu]}
      </span>
      {compte?.enCours && (
        <span className={styles.petit}>
          {countOf(compte.enCours)} jusqu’au {formatDay(compte.enCours.fin)}
        </span>
      )}
      {etat === 'prevue' ? (
        <Button onClick={onSettle} aria-label={`Rencontre faite, ${mesure.nom}`}>
          Rencontre faite
        </Button>
      ) : (
        <EtatDeRencontre etat={etat} />
      )}
    </li>
  );
}
