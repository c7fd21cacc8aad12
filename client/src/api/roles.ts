import type { Role } from './session';

/** Roles as people call them. */
export const roles: Record<Role, string> = {
  agent: 'Agent du SAFPM',
  decideur: 'Décideur du SAFPM',
  comptable: 'Comptable',
  administrateur: 'Administrateur',
  chefTitulaire: 'Chef de service du titulaire',
  intervenant: 'Intervenant',
  referent: 'Service référent',
  integrateur: 'Programme intégrateur',
  exports: 'Programme d’export',
  evaluateur: 'Évaluateur',
  auditeur: 'Auditeur',
  beneficiaire: 'Bénéficiaire',
};
