import { getRouteApi } from '@tanstack/react-router';
import { useTitulaires } from '@/api/references';
import { useMay, useSession } from '@/api/session';
import { EmptyState } from '@/components/ui/EmptyState';
import { FilterSelect } from '@/components/ui/Filters';
import { Loaded } from '@/components/ui/Loaded';
import { Page } from '@/components/ui/Page';
import { Section } from '@/components/ui/Section';
import { formatDecimal, formatLongDay, formatQuarter, plural } from '@/lib/format';
import { AffectationTable } from './AffectationTable';
import { ChargeTable } from './ChargeTable';
import { useCharge, type Charge } from './equipe';
import styles from './equipe.module.css';

const route = getRouteApi('/cadre/equipe');

/** The manager's board: what nobody follows yet, then the load of each worker against the capacity (R25). */
export function PageEquipe() {
  const own = useSession().utilisateur.titulaire;
  const { titulaireId } = route.useSearch();
  const chosen = own?.id ?? titulaireId;
  const query = useCharge(chosen);
  return (
    <>
      {!own && <ChoixDEquipe />}
      {chosen ? (
        <Loaded query={query}>{(charge) => <Tableau charge={charge} />}</Loaded>
      ) : (
        <Page title="Équipes">
          <EmptyState title="Choisissez un titulaire pour voir la charge de son équipe." />
        </Page>
      )}
    </>
  );
}

function ChoixDEquipe() {
  const titulaires = useTitulaires();
  return (
    <div className={styles.choix}>
      <FilterSelect name="titulaireId" label="Titulaire" options={titulaires.options} all="Choisir" />
    </div>
  );
}

function Tableau({ charge }: { charge: Charge }) {
  const may = useMay();
  const { equipe, intervenants, sansIntervenant, mouvements } = charge;
  return (
    <Page
      title={`Équipe · ${charge.titulaire.nom}`}
      lead={`${formatLongDay(charge.jour)} · ${plural(equipe.mesures, 'mesure')} pour ${formatDecimal(equipe.etp)} ETP`}
    >
      <Section title={`Sans intervenant (${sansIntervenant.length})`}>
        {sansIntervenant.length > 0 ? (
          <AffectationTable
            attente={sansIntervenant}
            intervenants={intervenants}
            may={may('affecterIntervenant')}
          />
        ) : (
          <EmptyState title="Chaque mesure et chaque bon de commande a son intervenant." />
        )}
      </Section>
      <Section title={`Charge par intervenant, pour ${charge.mesuresParEtp} mesures par ETP`}>
        {equipe.alerte && (
          <p className={styles.alerte} role="status">
            Équipe : {equipe.alerte}.
          </p>
        )}
        <ChargeTable charge={charge} />
      </Section>
      <Section title={`Mouvements du ${formatQuarter(mouvements.trimestre)}`}>
        <p>
          {plural(mouvements.effectifAuDebut, 'intervenant')} au premier jour,{' '}
          {plural(mouvements.entrees, 'entrée')}, {plural(mouvements.sorties, 'sortie')}.
        </p>
      </Section>
    </Page>
  );
}
