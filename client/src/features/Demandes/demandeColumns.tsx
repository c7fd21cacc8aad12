import type { components } from '@/api/schema';
import type { Column } from '@/components/ui/DataTable';
import { formatDay } from '@/lib/format';
import { EtatDeDemande, labelOfEtat, labelOfSens } from './etatDemande';

type Resume = components['schemas']['DemandeResume'];

/** A Demande in a list. */
export const demandeColumns: Column<Resume>[] = [
  { title: 'Numéro', value: (d) => d.numero, nowrap: true },
  { title: 'État', value: (d) => labelOfEtat(d.etat), cell: (d) => <EtatDeDemande etat={d.etat} /> },
  { title: 'Personne', value: (d) => `${d.beneficiaireNom} ${d.beneficiairePrenom}` },
  { title: 'Commune', value: (d) => d.commune.nom, secondary: true },
  { title: 'Lot', value: (d) => d.lot, secondary: true },
  { title: 'Service référent', value: (d) => d.serviceReferent.nom, secondary: true },
  { title: 'Avis', value: (d) => d.avis && labelOfSens(d.avis), secondary: true },
  {
    title: 'Déposée le',
    value: (d) => d.deposeeLe,
    cell: (d) => formatDay(d.deposeeLe),
    nowrap: true,
    sort: 'deposeeLe',
  },
];
