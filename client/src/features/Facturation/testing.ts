import type { components } from '@/api/schema';
import type { Detail, Facture, FactureResume } from './factures';

/** What the tests of this room are about: Association A in Lot 1, Association B in both. */
export const titulaires: components['schemas']['Titulaire'][] = [
  {
    id: 'ta',
    nom: 'Association A',
    siret: '10000000000001',
    conventions: [{ id: 'c1', lotCode: '1', numero: 'C-1', debut: '2022-01-01', fin: '2024-12-31', rang: 1 }],
  },
  {
    id: 'tb',
    nom: 'Association B',
    siret: '10000000000002',
    conventions: [
      { id: 'c2', lotCode: '1', numero: 'C-2', debut: '2022-01-01', fin: '2024-12-31', rang: 2 },
      { id: 'c3', lotCode: '2', numero: 'C-3', debut: '2022-01-01', fin: '2024-12-31', rang: 1 },
    ],
  },
];

export function aFactureResume(changes: Partial<FactureResume> = {}): FactureResume {
  return {
    id: 'f1',
    numero: 'A-2022-0003',
    nature: 'facture',
    etat: 'emise',
    titulaire: { id: 'ta', nom: 'Association A' },
    lot: '1',
    trimestre: '2022-T3',
    total: 84312.1,
    prepareeLe: '2022-10-03',
    emiseLe: '2022-10-12',
    ...changes,
  };
}

export function aDetail(changes: Partial<Detail> = {}): Detail {
  return {
    nature: 'mois',
    reference: '34-2022-0412',
    mesureId: 'm412',
    bonDeCommandeId: null,
    moisNumero: 5,
    debut: '2022-07-10',
    fin: '2022-08-09',
    type: 'AGR',
    quantite: 1,
    prixUnitaire: 215.42,
    montant: 215.42,
    motif: 'Mois entier sous contrat.',
    ...changes,
  };
}

export function aFacture(changes: Partial<Facture> = {}): Facture {
  return {
    ...aFactureResume({ etat: 'aValider', numero: null, emiseLe: null }),
    siret: '10000000000001',
    adresse: '1 rue de la Démonstration, 34000 Montpellier',
    iban: 'FR7630001007941234567890185',
    lignes: [
      { nature: 'AGR', quantite: 402, prixUnitaire: 209.73, montant: 84312.1, bareme: 'Arrêté 2021-12' },
    ],
    moisDus: 402,
    moisNonDus: 3,
    valideeLe: null,
    avoirDe: null,
    motif: null,
    version: '7',
    ...changes,
  };
}
