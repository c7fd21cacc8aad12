import type { Compte } from './comptes';
import type { MonCompte } from './monCompte';
import type { Programme } from './programmes';

export function unCompte(changes: Partial<Compte> = {}): Compte {
  return {
    id: '0190f3a4-7c11-7000-8000-0000000000c1',
    nom: 'Alix Intervenant',
    identifiant: 'alix@titulaire-a.example',
    role: 'intervenant',
    titulaire: { id: 'ta', nom: 'Association A' },
    serviceReferent: null,
    etat: 'actif',
    fin: null,
    derniereUtilisation: '2022-11-23T08:15:00Z',
    applicationDeCodes: true,
    clesDAcces: 0,
    secondFacteurExige: false,
    version: '3',
    ...changes,
  };
}

export function monCompte(changes: Partial<MonCompte> = {}): MonCompte {
  return {
    nom: 'Camille Agent',
    identifiant: 'agent@herault.example',
    role: 'agent',
    fin: null,
    motDePasse: true,
    applicationDeCodes: false,
    codesRestants: 0,
    clesDAcces: [],
    sessions: [
      {
        id: 's1',
        appareil: 'Firefox sur Windows',
        moyen: 'motDePasse',
        ouverteLe: '2022-11-24T07:00:00Z',
        vueLe: '2022-11-24T08:00:00Z',
        ici: true,
      },
      {
        id: 's2',
        appareil: 'Safari sur iPhone',
        moyen: 'cleDAcces',
        ouverteLe: '2022-11-23T07:00:00Z',
        vueLe: '2022-11-23T08:00:00Z',
        ici: false,
      },
    ],
    ...changes,
  };
}

export function unProgramme(changes: Partial<Programme> = {}): Programme {
  return {
    id: '0190f3a4-7c11-7000-8000-0000000000d1',
    clientId: 'masp-0123456789ab',
    nom: 'Entrepôt',
    role: 'integrateur',
    scopes: ['masp.lecture'],
    fin: null,
    adresses: [],
    creeLe: '2022-01-01T00:00:00Z',
    dernierUsage: null,
    revoqueLe: null,
    secrets: [{ creeLe: '2022-01-01T00:00:00Z', expireLe: null }],
    version: '1',
    ...changes,
  };
}
