import { isNotEmpty } from '@mantine/form';
import type { components } from '@/api/schema';
import { questions, type Question } from './eligibilite';

export type DepotValues = {
  communeInsee: string | null;
  beneficiaire: { nom: string; prenom: string; dateNaissance: string | null };
  /** A known person, chosen; what is in `beneficiaire` is then theirs. */
  beneficiaireId: string | null;
  homonyme: boolean;
  dateAccord: string | null;
  serviceReferentId: string | null;
  eligibilite: Record<Question, string>;
  prestations: string[];
  adresse: string;
  motif: string;
  gestionSouhaitee: string | null;
  dureeSouhaitee: number | string;
};

export function emptyDepot(): DepotValues {
  return {
    communeInsee: null,
    beneficiaire: { nom: '', prenom: '', dateNaissance: null },
    beneficiaireId: null,
    homonyme: false,
    dateAccord: null,
    serviceReferentId: null,
    eligibilite: {
      majeur: '',
      percoitPrestation: '',
      santeOuSecuriteMenacee: '',
      sansAlterationMedicale: '',
      capableDeSEngager: '',
    },
    prestations: [],
    adresse: '',
    motif: '',
    gestionSouhaitee: null,
    dureeSouhaitee: '',
  };
}

const answered = isNotEmpty('Répondez oui ou non.');

/** What can be told before the API is asked; `choosesService` for the SAFPM, which files for others. */
export function validateDepot(choosesService: boolean) {
  return {
    communeInsee: isNotEmpty('Choisissez la commune de résidence.'),
    beneficiaire: {
      nom: isNotEmpty('Indiquez le nom.'),
      prenom: isNotEmpty('Indiquez le prénom.'),
      dateNaissance: isNotEmpty('Indiquez la date de naissance.'),
    },
    dateAccord: isNotEmpty('Indiquez la date de l’accord de la personne.'),
    serviceReferentId: choosesService ? isNotEmpty('Choisissez le service qui demande.') : () => null,
    eligibilite: Object.fromEntries(questions.map(({ name }) => [name, answered])),
  };
}

export function toDemande(values: DepotValues): components['schemas']['FileDemande'] {
  const { beneficiaire, eligibilite } = values;
  const yes = (name: Question) => eligibilite[name] === 'oui';
  return {
    beneficiaire: values.beneficiaireId
      ? null
      : {
          nom: beneficiaire.nom.trim(),
          prenom: beneficiaire.prenom.trim(),
          dateNaissance: beneficiaire.dateNaissance ?? '',
        },
    beneficiaireId: values.beneficiaireId,
    homonyme: values.homonyme,
    communeInsee: values.communeInsee ?? '',
    adresse: values.adresse.trim() || null,
    serviceReferentId: values.serviceReferentId,
    dateAccord: values.dateAccord ?? '',
    prestations: values.prestations,
    eligibilite: {
      majeur: yes('majeur'),
      percoitPrestation: yes('percoitPrestation'),
      santeOuSecuriteMenacee: yes('santeOuSecuriteMenacee'),
      sansAlterationMedicale: yes('sansAlterationMedicale'),
      capableDeSEngager: yes('capableDeSEngager'),
    },
    motif: values.motif.trim() || null,
    gestionSouhaitee: values.gestionSouhaitee === null ? null : values.gestionSouhaitee === 'oui',
    dureeSouhaitee: typeof values.dureeSouhaitee === 'number' ? values.dureeSouhaitee : null,
  };
}
