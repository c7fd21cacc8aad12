import { api, read, type Versioned } from '@/api/http';
import { ActDialog } from '@/components/ui/ActDialog';
import { useAct } from '@/components/ui/useAct';
import { COMPTES, type Compte } from './comptes';

const actes = {
  invitation: {
    path: '/api/v1/comptes/{id}/invitation',
    title: 'Envoyer un nouveau lien',
    submit: 'Envoyer le lien',
    text: 'Il part à l’adresse du compte ; le précédent ne vaut plus.',
    done: 'Lien envoyé.',
    danger: false,
  },
  deverrouillage: {
    path: '/api/v1/comptes/{id}/deverrouillage',
    title: 'Déverrouiller le compte',
    submit: 'Déverrouiller',
    text: 'Le verrou posé après trop d’essais est levé. Assurez-vous que c’est bien la personne qui le demande.',
    done: 'Compte déverrouillé.',
    danger: false,
  },
  secondFacteur: {
    path: '/api/v1/comptes/{id}/second-facteur/reinitialisation',
    title: 'Réinitialiser le second facteur',
    submit: 'Réinitialiser',
    text: 'Ses sessions se ferment, et un lien lui est envoyé pour en enregistrer un autre. D’ici là, son mot de passe seul ne suffit pas si son rôle demande un second facteur.',
    done: 'Second facteur retiré, lien envoyé.',
    danger: true,
  },
  desactivation: {
    path: '/api/v1/comptes/{id}/desactivation',
    title: 'Désactiver le compte',
    submit: 'Désactiver',
    text: 'Ses sessions se ferment aussitôt. Le compte pourra être rouvert.',
    done: 'Compte désactivé.',
    danger: true,
  },
  reactivation: {
    path: '/api/v1/comptes/{id}/reactivation',
    title: 'Rouvrir le compte',
    submit: 'Rouvrir',
    text: 'La personne se connectera comme avant.',
    done: 'Compte rouvert.',
    danger: false,
  },
} as const;

export type ActeDeCompte = keyof typeof actes;

type Props = { acte: ActeDeCompte; compte: Versioned<Compte>; onClose: () => void };

/** An act that asks for nothing but to be meant. */
export function ActeDeCompteDialog({ acte, compte: { data, etag }, onClose }: Props) {
  const { path, title, submit, text, done, danger } = actes[acte];
  const act = useAct({
    run: () => read(api.POST(path, { params: { path: { id: data.id }, header: { 'If-Match': etag } } })),
    done,
    refreshes: [COMPTES],
    onDone: onClose,
  });
  return (
    <ActDialog
      title={title}
      opened
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate();
      }}
      submit={submit}
      danger={danger}
      pending={act.isPending}
      error={act.error}
    >
      <p>{text}</p>
    </ActDialog>
  );
}
