import type { components } from '@/api/schema';
import { aCommission, aPoint } from '@/testing/commission';
import type { Apercu, TourDeRole } from './attributions';
import type { Bon } from './bons';

type Schemas = components['schemas'];
type Inscription = Schemas['Inscription'];

const a = { id: 'ta', nom: 'Association A' };
const b = { id: 'tb', nom: 'Association B' };
const counts = (ofA: number, ofB: number) => [
  { conventionId: 'ca', titulaireId: 'ta', valeur: ofA },
  { conventionId: 'cb', titulaireId: 'tb', valeur: ofB },
];

const inscriptions: Inscription[] = [
  {
    ordre: 3,
    numero: null,
    nature: 'restitution',
    date: '2022-11-24',
    titulaire: b,
    compteAvant: 141,
    compteApres: 140,
    comptes: counts(141, 140),
    explication: 'Bon de commande n° 280 abandonné avant signature : le tour est rendu à Association B.',
    motif: null,
    bonDeCommande: { id: 'b280', numero: 'BC-34-1-0280' },
  },
  {
    ordre: 2,
    numero: 281,
    nature: 'manuelle',
    date: '2022-11-17',
    titulaire: a,
    compteAvant: 140,
    compteApres: 141,
    comptes: counts(143, 141),
    explication: 'Association A : choix manuel, même foyer.',
    motif: 'Conjoint suivi par la même équipe',
    bonDeCommande: { id: 'b281', numero: 'BC-34-1-0281' },
  },
];

export function aTour(changes: Partial<TourDeRole> = {}): TourDeRole {
  const seat = { actif: true, debut: '2022-01-01', fin: '2024-12-31' };
  return {
    lot: '1',
    nom: 'Lot 1 EST',
    comptes: [
      { ...seat, titulaire: a, rang: 1, compte: 141, dernierNumero: 281 },
      { ...seat, titulaire: b, rang: 2, compte: 140, dernierNumero: 280 },
      {
        ...seat,
        titulaire: { id: 'tz', nom: 'Association sortie' },
        rang: 3,
        compte: 9,
        dernierNumero: 12,
        actif: false,
      },
    ],
    prochain: { titulaire: b, explication: 'Association B : le moins servi (140 contre 141).' },
    registre: { elements: inscriptions, lien: null },
    ...changes,
  };
}

export function anApercu(changes: Partial<Apercu> = {}): Apercu {
  return {
    demandeId: 'd1',
    demandeNumero: 'D-2022-0533',
    lot: '1',
    titulaire: b,
    explication: 'Association B : le moins servi (140 contre 141).',
    refus: null,
    ...changes,
  };
}

export function anAttribution(): Schemas['Attribution'] {
  return {
    bonDeCommande: { id: 'b282', numero: 'BC-34-1-0282' },
    demandeId: 'd1',
    demandeNumero: 'D-2022-0533',
    lot: '1',
    numero: 282,
    titulaire: b,
    nature: 'automatique',
    compteAvant: 140,
    compteApres: 141,
    explication: 'Association B : le moins servi (140 contre 141).',
  };
}

/** A session whose only Demande was accepted. */
export function aHeardCommission(): Schemas['Commission'] {
  const point = aPoint(1, 'Verdanson');
  return aCommission([
    {
      ...point,
      avis: { commissionId: 'c1', date: '2022-11-24', sens: 'favorable', motif: 'Adhésion' },
      demande: { ...point.demande, numero: 'D-2022-0533', etat: 'acceptee' },
    },
  ]);
}

export function aBon(changes: Partial<Bon> = {}): Bon {
  return {
    id: 'b282',
    numero: 'BC-34-1-0282',
    numeroTour: 282,
    lot: '1',
    etat: 'emis',
    titulaire: b,
    demande: { id: 'd1', numero: 'D-2022-0533' },
    beneficiaire: { id: 'p1', nom: 'Verdanson', prenom: 'Colette', dateNaissance: '1985-04-25' },
    commune: { codeInsee: '34002', nom: 'Adissan' },
    serviceReferent: 'CCAS du Littoral',
    avecGestion: true,
    dureeMois: 12,
    emisLe: '2022-11-21',
    receptionReputeeLe: '2022-11-22',
    recuLe: null,
    receptionReputee: false,
    premiereRencontreLe: null,
    premiereRencontreLimite: '2023-01-02',
    signeLe: null,
    closLe: null,
    motifCloture: null,
    forfait: 'nonDu',
    explication: 'Association B : le moins servi (140 contre 141).',
    deplacements: [],
    mesure: null,
    version: '5',
    ...changes,
  };
}
