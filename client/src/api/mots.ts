import type { components } from './schema';

type Schemas = components['schemas'];

/** The words of the trade for what the API names in one word. */
export const typesMesure: Record<Schemas['TypeMesure'], string> = {
  SGU: 'sans gestion, urbaine',
  AGU: 'avec gestion, urbaine',
  SGR: 'sans gestion, rurale',
  AGR: 'avec gestion, rurale',
};

export const zones: Record<Schemas['Zone'], string> = { urbaine: 'urbaine', rurale: 'rurale' };

export const motifsFin: Record<Schemas['MotifFin'], string> = {
  termeAutonomieRetrouvee: 'terme, autonomie retrouvée',
  termeObjectifsPartiels: 'terme, objectifs partiels',
  dureeLegaleAtteinte: 'durée légale atteinte',
  nonRespectDuContrat: 'non-respect du contrat',
  mesureInadaptee: 'mesure inadaptée',
  retraitDuBeneficiaire: 'retrait du bénéficiaire',
  maj: 'mesure d’accompagnement judiciaire',
  curatelleTutelleOuSauvegarde: 'curatelle, tutelle ou sauvegarde',
  masp3: 'MASP 3',
  finDesPrestations: 'fin des prestations',
  demenagementHorsDepartement: 'déménagement hors du département',
  incarcerationOuHospitalisation: 'incarcération ou hospitalisation longue',
  perduDeVue: 'perdu de vue',
  deces: 'décès',
  refusDeSigner: 'refus de signer',
  abandonAvantSignature: 'abandon avant signature',
};

export const causesRetard: Record<Schemas['CauseRetard'], string> = {
  titulaire: 'titulaire',
  serviceReferent: 'service référent',
  beneficiaire: 'bénéficiaire',
  autre: 'autre',
};

/** A record of words as the options of a choice. */
export function optionsOf<Word extends string>(
  words: Record<Word, string>,
): { value: Word; label: string }[] {
  return (Object.keys(words) as Word[]).map((value) => ({ value, label: words[value] }));
}

/** The word that an address holds, if it is one of the contract. */
export function wordOf<Word extends string>(
  words: Record<Word, unknown>,
  text: string | undefined,
): Word | undefined {
  return text !== undefined && Object.hasOwn(words, text) ? (text as Word) : undefined;
}
