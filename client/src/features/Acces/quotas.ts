import type { components } from '@/api/schema';

export type Quota = components['schemas']['Quota'];
export type Alerte = components['schemas']['Alerte'];

/** What is counted by the hour, in the words of people. */
export const naturesUsage: Record<components['schemas']['NatureUsage'], string> = {
  dossiers: 'Dossiers ouverts',
  recherches: 'Listes et recherches',
  exports: 'Exports',
};

/** What was too many. */
export const naturesAlerte: Record<components['schemas']['NatureAlerte'], string> = {
  ...naturesUsage,
  connexions: 'Connexions échouées',
};
