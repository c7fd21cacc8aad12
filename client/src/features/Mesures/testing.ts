import type { Evenement, Mesure, MesureResume } from './mesures';

/** A measure of the demonstration, in its second contract. */
export function aMesure(changes: Partial<Mesure> = {}): Mesure {
  const titulaire = { id: 'ta', nom: 'Association A' };
  return {
    id: 'm1',
    numero: '34-2022-0412',
    etat: 'enCours',
    beneficiaire: { id: 'b1', nom: 'Martin', prenom: 'Louise', dateNaissance: '1980-05-01' },
    lot: '1',
    titulaire,
    intervenant: { id: 'i1', nom: 'Alix Petit' },
    serviceReferent: { id: 's1', nom: 'CCAS de Pézenas' },
    commune: { codeInsee: '34002', nom: 'Adissan', zone: 'rurale', demonstration: true },
    type: 'AGR',
    avecGestion: true,
    debut: '2022-01-10',
    finPrevue: '2023-01-09',
    finReelle: null,
    motifFin: null,
    premiereRencontreLe: '2022-01-05',
    recuLe: '2022-01-03',
    receptionReputee: true,
    bonDeCommande: { id: 'o1', nom: 'BC-34-1-0281' },
    demande: { id: 'd1', nom: 'D-2021-0533' },
    contrats: [
      {
        id: 'k1',
        rang: 1,
        debut: '2022-01-10',
        dureeMois: 12,
        finPrevue: '2023-01-09',
        finReelle: null,
        avecGestion: true,
        titulaire,
      },
    ],
    suspensions: [],
    version: '3',
    lectureJusqua: null,
    ...changes,
  };
}

export function aMesureResume(changes: Partial<MesureResume> = {}): MesureResume {
  return {
    id: 'm1',
    numero: '34-2022-0412',
    etat: 'enCours',
    beneficiaireNom: 'Martin',
    beneficiairePrenom: 'Louise',
    lot: '1',
    titulaire: { id: 'ta', nom: 'Association A' },
    type: 'AGR',
    commune: 'Adissan',
    debut: '2022-01-10',
    finPrevue: '2023-01-09',
    finReelle: null,
    ...changes,
  };
}

export function anEvenement(changes: Partial<Evenement> = {}): Evenement {
  return {
    date: '2022-01-10',
    nature: 'signature',
    libelle: 'Contrat signé pour 12 mois, avec gestion',
    clause: 'R14, art. 4',
    aVenir: false,
    ...changes,
  };
}
