import type { Acte, Role, Session } from '@/api/session';

const agent: readonly Acte[] = [
  'calculer',
  'lireReferentiel',
  'importerCommunes',
  'lireDemandes',
  'deposerDemande',
  'lireCommissions',
  'tenirCommission',
  'attribuer',
  'lireTourDeRole',
  'lireBonsDeCommande',
  'accuserReception',
  'signerContrat',
  'abandonnerBonDeCommande',
  'annulerBonDeCommande',
  'validerForfait',
  'lireMesures',
  'lireEcheances',
  'motiverRetard',
  'decalerEcheance',
  'lireFactures',
  'lireAFaire',
  'rechercher',
  'tenirMonCompte',
  'lireBeneficiaire',
  'exporterDossier',
  'rectifierIdentite',
  'archiver',
  'enregistrerVisa',
];

/** Somebody of the SAFPM of the Hérault, on the day of the demonstration. */
export function aSession(changes: Partial<Session> = {}): Session {
  return {
    utilisateur: {
      id: '01937c1e-0000-7000-8000-000000000001',
      identifiant: 'agent@herault.example',
      nom: 'Camille Agent',
      role: 'agent',
      titulaire: null,
      serviceReferent: null,
    },
    departement: { code: '34', nom: 'Hérault' },
    demonstration: true,
    aujourdhui: '2022-11-24',
    actes: [...agent],
    jetonAntiforgery: 'jeton-de-test',
    ...changes,
  };
}

/** Somebody of another role, with the acts that the API would open to them. */
export function aSessionOf(role: Role, ...actes: Acte[]): Session {
  return aSession({ utilisateur: { ...aSession().utilisateur, role }, actes });
}
