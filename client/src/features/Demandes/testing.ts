import type { components } from '@/api/schema';
import { http } from '@/testing/server';
import type { Demande } from './demandes';

type Schemas = components['schemas'];

const avis: Schemas['Avis'] = {
  commissionId: 'c1',
  date: '2022-11-17',
  sens: 'favorable',
  motif: 'Loyer impayé, adhésion de la personne',
};

/** A Demande on which the session of 17 November 2022 has spoken. */
export function aDemande(changes: Partial<Demande> = {}): Demande {
  return {
    id: 'd1',
    numero: 'D-2022-0533',
    etat: 'avisRendu',
    beneficiaire: { id: 'b1', nom: 'Verdanson', prenom: 'Colette', dateNaissance: '1985-04-25' },
    commune: { codeInsee: '34002', nom: 'Adissan' },
    lot: '1',
    adresse: null,
    serviceReferent: { id: 's1', nom: 'CCAS du Littoral', nature: 'ccas' },
    deposeeLe: '2022-11-10',
    accordLe: '2022-11-08',
    eligibilite: {
      majeur: true,
      percoitPrestation: true,
      santeOuSecuriteMenacee: true,
      sansAlterationMedicale: true,
      capableDeSEngager: true,
      allYes: true,
    },
    prestations: ['D271-2-17'],
    motif: null,
    gestionSouhaitee: true,
    dureeSouhaitee: 12,
    avis: [avis],
    decision: null,
    bonDeCommande: null,
    rapprochement: null,
    version: '7',
    ...changes,
  };
}

/** What the pages of a Demande read besides it. */
export const references = [
  http.get('/api/v1/prestations', ({ response }) =>
    response(200).json({
      elements: [
        {
          code: 'D271-2-17',
          libelle: 'Revenu de solidarité active (RSA)',
          groupe: 'a',
          affectee: false,
          condition: null,
        },
        {
          code: 'D271-2-19',
          libelle: 'Allocations familiales',
          groupe: 'b',
          affectee: false,
          condition: null,
        },
      ],
      lien: null,
    }),
  ),
  http.get('/api/v1/services-referents', ({ response }) =>
    response(200).json({
      elements: [{ id: 's1', nom: 'CCAS du Littoral', nature: 'ccas', habilite: true }],
      lien: null,
    }),
  ),
  http.get('/api/v1/communes', ({ response }) =>
    response(200).json({
      elements: [
        {
          codeInsee: '34002',
          nom: 'Adissan',
          codesPostaux: ['34230'],
          population: 1371,
          lot: '1',
          zone: 'rurale',
          demonstration: true,
        },
      ],
      lien: null,
    }),
  ),
];
