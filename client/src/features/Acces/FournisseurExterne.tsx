import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, read } from '@/api/http';
import { safeReturn } from '@/lib/address';

/** The way in by an outside provider, when the installation has one. It is another site: the page is left for it. */
export function FournisseurExterne({ retour }: { retour: string | undefined }) {
  const { data } = useQuery({
    queryKey: ['fournisseur'],
    queryFn: () => read(api.GET('/api/v1/session/fournisseur')),
    staleTime: Infinity,
    retry: false,
  });
  if (!data?.nom) return null;
  return (
    <Button
      component="a"
      variant="default"
      size="md"
      href={`/api/v1/session/externe?retour=${encodeURIComponent(safeReturn(retour))}`}
    >
      Se connecter avec {data.nom}
    </Button>
  );
}

const reasons: Record<string, string> = {
  inconnu: 'Aucun compte ne vous est ouvert ici. Demandez une invitation à votre administrateur.',
  ferme: 'Ce compte n’est plus ouvert : adressez-vous à votre administrateur.',
  'second-facteur':
    'Votre rôle demande un second facteur et vous n’en avez pas : demandez un lien par « mot de passe oublié ».',
};

/** Why who comes back from the provider was not let in. */
export function RefusDuFournisseur({ refus }: { refus: string }) {
  return (
    <Text role="alert" size="sm" c="var(--refus)">
      {reasons[refus] ?? 'Le fournisseur d’identité n’a pas répondu comme attendu. Réessayez.'}
    </Text>
  );
}
