import {
  IconArchive,
  IconBuildingCommunity,
  IconCalendarDue,
  IconCalculator,
  IconCalendarMonth,
  IconCalendarUser,
  IconChecklist,
  IconFileInvoice,
  IconFiles,
  IconGauge,
  IconGavel,
  IconHistory,
  IconMapPin,
  IconPlugConnected,
  IconRefresh,
  IconReportAnalytics,
  IconShieldCheck,
  IconSun,
  IconArrowsExchange,
  IconShoppingBag,
  IconTag,
  IconUserShare,
  IconUserCog,
  IconUsers,
  IconUsersGroup,
  type Icon,
} from '@tabler/icons-react';
import type { Acte } from '@/api/session';

type Place = { label: string; to: PlacePath; icon: Icon; acte: Acte; words?: string };
type PlaceGroup = { title: string | null; places: readonly Place[] };

export type PlacePath =
  | '/a-faire'
  | '/demandes'
  | '/commissions'
  | '/decisions'
  | '/attributions'
  | '/tour-de-role'
  | '/bons-de-commande'
  | '/premieres-rencontres'
  | '/mesures'
  | '/rencontres'
  | '/ma-journee'
  | '/bilans'
  | '/echeances'
  | '/equipe'
  | '/relais'
  | '/archives'
  | '/factures'
  | '/baremes'
  | '/communes'
  | '/journal/actes'
  | '/journal/sceau'
  | '/simulateur'
  | '/comptes'
  | '/programmes'
  | '/quotas';

const groups: readonly PlaceGroup[] = [
  {
    title: null,
    places: [
      { label: 'À faire', to: '/a-faire', icon: IconChecklist, acte: 'lireAFaire' },
      {
        label: 'Ma journée',
        to: '/ma-journee',
        icon: IconSun,
        acte: 'enregistrerRencontre',
        words: 'rencontre visite',
      },
    ],
  },
  {
    title: 'De la demande au bon',
    places: [
      { label: 'Demandes', to: '/demandes', icon: IconFiles, acte: 'lireDemandes', words: 'saisine' },
      {
        label: 'Commissions',
        to: '/commissions',
        icon: IconUsers,
        acte: 'lireCommissions',
        words: 'séance avis',
      },
      { label: 'Décisions', to: '/decisions', icon: IconGavel, acte: 'tenirCommission' },
      { label: 'Attributions', to: '/attributions', icon: IconUserShare, acte: 'attribuer' },
      { label: 'Tour de rôle', to: '/tour-de-role', icon: IconRefresh, acte: 'lireTourDeRole' },
      {
        label: 'Bons de commande',
        to: '/bons-de-commande',
        icon: IconShoppingBag,
        acte: 'lireBonsDeCommande',
      },
      {
        label: 'Premières rencontres',
        to: '/premieres-rencontres',
        icon: IconCalendarUser,
        acte: 'lireBonsDeCommande',
        words: 'rendez-vous contrat signature mes personnes',
      },
    ],
  },
  {
    title: 'Suivi',
    places: [
      { label: 'Mesures', to: '/mesures', icon: IconBuildingCommunity, acte: 'lireMesures' },
      {
        label: 'Bilans en attente',
        to: '/bilans',
        icon: IconReportAnalytics,
        acte: 'lireBilans',
        words: 'renouvellement fin',
      },
      {
        label: 'Rencontres',
        to: '/rencontres',
        icon: IconCalendarMonth,
        acte: 'lireMesures',
        words: 'calendrier visite planning',
      },
      {
        label: 'Échéances',
        to: '/echeances',
        icon: IconCalendarDue,
        acte: 'lireEcheances',
        words: 'délai retard dépassée',
      },
      {
        label: 'Équipes',
        to: '/equipe',
        icon: IconUsersGroup,
        acte: 'lireEquipe',
        words: 'charge intervenant absence',
      },
      {
        label: 'Passages de relais',
        to: '/relais',
        icon: IconArrowsExchange,
        acte: 'lireRelais',
        words: 'reprise titulaire',
      },
      {
        label: 'Archives',
        to: '/archives',
        icon: IconArchive,
        acte: 'archiver',
        words: 'conservation effacement visa certificat',
      },
      { label: 'Factures', to: '/factures', icon: IconFileInvoice, acte: 'lireFactures' },
    ],
  },
  {
    title: 'Référentiels',
    places: [
      { label: 'Barèmes', to: '/baremes', icon: IconTag, acte: 'lireReferentiel', words: 'tarifs' },
      {
        label: 'Communes',
        to: '/communes',
        icon: IconMapPin,
        acte: 'lireReferentiel',
        words: 'zone lot insee',
      },
      {
        label: 'Simulateur',
        to: '/simulateur',
        icon: IconCalculator,
        acte: 'calculer',
        words: 'calcul échéance tarif jours francs',
      },
    ],
  },
  {
    title: 'Contrôle',
    places: [
      {
        label: 'Journal',
        to: '/journal/actes',
        icon: IconHistory,
        acte: 'lireJournal',
        words: 'accès consultations actes audit',
      },
      { label: 'Sceau du journal', to: '/journal/sceau', icon: IconShieldCheck, acte: 'verifierJournal' },
    ],
  },
  {
    title: 'Accès',
    places: [
      {
        label: 'Comptes',
        to: '/comptes',
        icon: IconUserCog,
        acte: 'tenirComptes',
        words: 'invitation utilisateur revue',
      },
      {
        label: 'Programmes',
        to: '/programmes',
        icon: IconPlugConnected,
        acte: 'tenirProgrammes',
        words: 'api secret jeton',
      },
      {
        label: 'Quotas et alertes',
        to: '/quotas',
        icon: IconGauge,
        acte: 'tenirQuotas',
        words: 'limites usage inhabituel',
      },
    ],
  },
];

/** What the rail shows to whoever may do these acts; groups left empty are left out. */
export function placesOf(actes: readonly Acte[]): PlaceGroup[] {
  return groups
    .map(({ title, places }) => ({ title, places: places.filter(({ acte }) => actes.includes(acte)) }))
    .filter((group) => group.places.length > 0);
}
