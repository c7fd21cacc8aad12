import type { Session } from '@/api/session';

/** Somebody of the SAFPM of the Hérault, on the day of the demonstration. */
export function aSession(changes: Partial<Session> = {}): Session {
  return {
    utilisateur: {
      id: '01937c1e-0000-7000-8000-000000000001',
      identifiant: 'agent@herault.example',
      nom: 'Camille Agent',
      role: 'agent',
    },
    departement: { code: '34', nom: 'Hérault' },
    demonstration: true,
    aujourdhui: '2022-11-24',
    actes: [],
    jetonAntiforgery: 'jeton-de-test',
    ...changes,
  };
}
