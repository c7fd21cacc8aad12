import type { Certificat, Echue, Fiche } from './personnes';

/** An active file, two years from its last contact. */
export function aFiche(changes: Partial<Fiche> = {}): Fiche {
  return {
    id: 'b1',
    nom: 'Martin',
    prenom: 'Louise',
    dateNaissance: '1980-05-01',
    civilite: null,
    archiveLe: null,
    conservation: {
      echue: false,
      dernierContact: '2022-01-10',
      nature: 'finDeContrat',
      actifJusquau: '2024-01-10',
      explication: 'Dernier contact le 10 janv. 2022 (fin de contrat) : actif (R63).',
    },
    visa: null,
    rectifications: [],
    archivages: [],
    demandes: [{ id: 'd1', nom: 'D-2021-0533' }],
    mesures: [{ id: 'm1', nom: '34-2022-0412' }],
    version: '7',
    ...changes,
  };
}

export function anEchue(changes: Partial<Echue> = {}): Echue {
  return {
    beneficiaireId: 'b1',
    nom: 'Martin',
    prenom: 'Louise',
    dernierContact: '2019-01-10',
    nature: 'decision',
    actifJusquau: '2021-01-10',
    explication: 'Dernier contact le 10 janv. 2019 (décision) : à archiver (R63).',
    ...changes,
  };
}

export function aCertificat(changes: Partial<Certificat> = {}): Certificat {
  return {
    id: 'c1',
    numero: 'CE-34-2022-0001',
    date: '2022-02-01',
    dossierId: 'b9',
    visaReference: 'AD34-2022-17',
    visaDate: '2022-01-20',
    visaService: 'Archives départementales',
    lignes: [{ table: 'demandes', supprimees: 1, videes: 0 }],
    ...changes,
  };
}
