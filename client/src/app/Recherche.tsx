import { Spotlight } from '@mantine/spotlight';
import { useNavigate } from '@tanstack/react-router';
import { IconSearch } from '@tabler/icons-react';
import { useSession } from '@/api/session';
import { placesOf } from './navigation';

/** Ctrl K from anywhere: the pages open to who is signed in. */
export function Recherche() {
  const { actes } = useSession();
  const navigate = useNavigate();
  const pages = placesOf(actes).flatMap(({ places }) =>
    places.map(({ label, to, icon: Icon, words }) => ({
      id: to,
      label,
      keywords: words?.split(' ') ?? [],
      leftSection: <Icon size={18} aria-hidden="true" />,
      onClick: () => void navigate({ to }),
    })),
  );
  return (
    <Spotlight
      actions={[{ group: 'Pages', actions: pages }]}
      shortcut={['mod + K']}
      highlightQuery
      overlayProps={{ blur: 0 }}
      nothingFound="Rien de ce nom."
      searchProps={{
        leftSection: <IconSearch size={18} aria-hidden="true" />,
        placeholder: 'Personne, numéro de mesure, commune, page…',
        'aria-label': 'Rechercher',
      }}
    />
  );
}
