import { getRouteApi } from '@tanstack/react-router';
import { api, read } from '@/api/http';
import { useList } from '@/api/list';
import { useLots, useTitulaires } from '@/api/references';
import type { components } from '@/api/schema';
import { useSession } from '@/api/session';
import { DataTable, type Column } from '@/components/ui/DataTable';
import { EmptyState } from '@/components/ui/EmptyState';
import { FilterSelect, FilterText } from '@/components/ui/Filters';
import { Page } from '@/components/ui/Page';
import { formatDay, plural } from '@/lib/format';
import {
  EtatDeBon,
  etatBonOptions,
  forfaitOptions,
  labelOfEtatBon,
  labelOfForfait,
  labelOfNature,
  type EtatBon,
  type EtatForfait,
} from './etatBon';

type Resume = components['schemas']['BonResume'];

const route = getRouteApi('/cadre/bons-de-commande');

const columns: Column<Resume>[] = [
  { title: 'Numéro', value: (b) => b.numero, nowrap: true },
  { title: 'État', value: (b) => labelOfEtatBon(b.etat), cell: (b) => <EtatDeBon etat={b.etat} /> },
  { title: 'Personne', value: (b) => `${b.beneficiaireNom} ${b.beneficiairePrenom}` },
  { title: 'Commune', value: (b) => b.commune, secondary: true },
  { title: 'Titulaire', value: (b) => b.titulaire.nom, secondary: true },
  {
    title: 'Mesure',
    value: (b) => `${labelOfNature(b.avecGestion)}, ${plural(b.dureeMois, 'mois', 'mois')}`,
    secondary: true,
  },
  { title: 'Émis le', value: (b) => b.emisLe, cell: (b) => formatDay(b.emisLe), nowrap: true },
  {
    title: 'Reçu le',
    value: (b) => b.recuLe,
    cell: (b) => formatDay(b.recuLe),
    nowrap: true,
    secondary: true,
  },
  {
    title: 'Forfait',
    value: (b) => (b.forfait === 'nonDu' ? null : labelOfForfait(b.forfait)),
    secondary: true,
  },
];

/** The orders that the person may see: of a Titulaire, its own. */
export function PageBonsDeCommande() {
  const { etat, forfait, lot, titulaireId, recherche } = route.useSearch();
  const lots = useLots();
  const titulaires = useTitulaires();
  const ofTitulaire = useSession().utilisateur.titulaire !== null;
  const list = useList(['bons-de-commande', 'liste', etat, forfait, lot, titulaireId, recherche], (apres) =>
    read(
      api.GET('/api/v1/bons-de-commande', {
        params: {
          query: {
            etat: etat as EtatBon,
            forfait: forfait as EtatForfait,
            lot,
            titulaireId,
            recherche,
            apres,
          },
        },
      }),
    ),
  );
  return (
    <Page title="Bons de commande">
      <DataTable
        title="Bons de commande"
        name="bons-de-commande"
        list={list}
        columns={ofTitulaire ? columns.filter(({ title }) => title !== 'Titulaire') : columns}
        rowKey={(b) => b.id}
        rowLink={(b) => ({ to: '/bons-de-commande/$bonDeCommandeId', params: { bonDeCommandeId: b.id } })}
        filters={
          <>
            <FilterText name="recherche" label="Nom ou numéro" />
            <FilterSelect name="etat" label="État" options={etatBonOptions} />
            <FilterSelect name="lot" label="Lot" options={lots.options} />
            {!ofTitulaire && (
              <FilterSelect name="titulaireId" label="Titulaire" options={titulaires.options} />
            )}
            <FilterSelect name="forfait" label="Forfait d’abandon" options={forfaitOptions} />
          </>
        }
        empty={
          <EmptyState title="Aucun bon de commande.">
            {ofTitulaire
              ? 'Le département vous en envoie un quand vient votre tour de rôle.'
              : 'Un bon est émis quand une demande est attribuée à un titulaire.'}
          </EmptyState>
        }
      />
    </Page>
  );
}
