import {
  IconBuildingCommunity,
  IconCalculator,
  IconChecklist,
  IconFileInvoice,
  IconFiles,
  IconGavel,
  IconMapPin,
  IconRefresh,
  IconShoppingBag,
  IconTag,
  IconUserShare,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';

export type Role =
  'agent' | 'decideur' | 'comptable' | 'administrateur' | 'chefTitulaire' | 'intervenant' | 'referent';

type Place = { label: string; to: PlacePath; icon: Icon; roles: readonly Role[]; words?: string };
type PlaceGroup = { title: string | null; places: readonly Place[] };

export type PlacePath =
  | '/a-faire'
  | '/demandes'
  | '/commissions'
  | '/decisions'
  | '/attributions'
  | '/tour-de-role'
  | '/bons-de-commande'
  | '/mesures'
  | '/factures'
  | '/baremes'
  | '/communes'
  | '/simulateur';

const safpm = ['agent', 'decideur', 'comptable'] as const;
const titulaire = ['chefTitulaire', 'intervenant'] as const;
// An administrateur keeps accounts and territory, and opens no person's file.
const followers = [...safpm, ...titulaire, 'referent'] as const;
const everybody = [...followers, 'administrateur'] as const;

const groups: readonly PlaceGroup[] = [
  { title: null, places: [{ label: 'À faire', to: '/a-faire', icon: IconChecklist, roles: everybody }] },
  {
    title: 'De la demande au bon',
    places: [
      {
        label: 'Demandes',
        to: '/demandes',
        icon: IconFiles,
        roles: [...safpm, 'referent'],
        words: 'saisine',
      },
      { label: 'Commissions', to: '/commissions', icon: IconUsers, roles: safpm, words: 'séance avis' },
      { label: 'Décisions', to: '/decisions', icon: IconGavel, roles: ['agent', 'decideur'] },
      { label: 'Attributions', to: '/attributions', icon: IconUserShare, roles: ['agent', 'decideur'] },
      { label: 'Tour de rôle', to: '/tour-de-role', icon: IconRefresh, roles: [...safpm, ...titulaire] },
      {
        label: 'Bons de commande',
        to: '/bons-de-commande',
        icon: IconShoppingBag,
        roles: followers,
      },
    ],
  },
  {
    title: 'Suivi',
    places: [
      { label: 'Mesures', to: '/mesures', icon: IconBuildingCommunity, roles: followers },
      {
        label: 'Factures',
        to: '/factures',
        icon: IconFileInvoice,
        roles: [...safpm, 'chefTitulaire'],
      },
    ],
  },
  {
    title: 'Référentiels',
    places: [
      {
        label: 'Barèmes',
        to: '/baremes',
        icon: IconTag,
        roles: everybody,
        words: 'tarifs',
      },
      { label: 'Communes', to: '/communes', icon: IconMapPin, roles: everybody, words: 'zone lot insee' },
      {
        label: 'Simulateur',
        to: '/simulateur',
        icon: IconCalculator,
        roles: everybody,
        words: 'calcul échéance tarif jours francs',
      },
    ],
  },
];

/** What the rail shows to a role; groups left empty are left out. */
export function placesOf(role: string): PlaceGroup[] {
  return groups
    .map(({ title, places }) => ({
      title,
      places: places.filter((place) => place.roles.some((r) => r === role)),
    }))
    .filter((group) => group.places.length > 0);
}

const roleLabels: Record<Role, string> = {
  agent: 'Agent du SAFPM',
  decideur: 'Décideur du SAFPM',
  comptable: 'Comptable',
  administrateur: 'Administrateur',
  chefTitulaire: 'Chef de service du titulaire',
  intervenant: 'Intervenant',
  referent: 'Service référent',
};

export function labelOfRole(role: string): string {
  return role in roleLabels ? roleLabels[role as Role] : role;
}
