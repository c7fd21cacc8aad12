import { Spotlight, type SpotlightActionData } from '@mantine/spotlight';
import { useNavigate } from '@tanstack/react-router';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useMay, useSession } from '@/api/session';
import { linkOf } from '@/components/ui/recordLink';
import { placesOf } from './navigation';
import { useRecherche } from './useRecherche';

const groups: Record<string, string> = {
  mesure: 'Mesures',
  demande: 'Demandes',
  bonDeCommande: 'Bons de commande',
  commune: 'Communes',
};

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** Ctrl K from anywhere: a person, a number, a commune, as the API finds them; and the pages open to the person. */
export function Recherche() {
  const { actes } = useSession();
  const may = useMay();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const { found, searching, error } = useRecherche(text, may('rechercher'));

  const pages: SpotlightActionData[] = placesOf(actes)
    .flatMap(({ places }) => places)
    .filter(({ label, words }) => plain(`${label} ${words ?? ''}`).includes(plain(text.trim())))
    .map(({ label, to, icon: Icon }) => ({
      id: to,
      label,
      leftSection: <Icon size={18} aria-hidden="true" />,
      onClick: () => void navigate({ to }),
    }));
  const records = Object.entries(groups).map(([type, group]) => ({
    group,
    actions: found
      .filter((one) => one.type === type)
      .map((one) => ({
        id: `${type}-${one.cle}`,
        label: one.libelle,
        description: one.detail,
        onClick: () => {
          const link = linkOf(type, one.cle);
          if (link) void navigate(link);
        },
      })),
  }));

  return (
    <Spotlight
      query={text}
      onQueryChange={setText}
      actions={[...records, { group: 'Pages', actions: pages }].filter(({ actions }) => actions.length > 0)}
      // The API and the words of the pages have already chosen.
      filter={(_, all) => all}
      shortcut={['mod + K']}
      highlightQuery
      scrollable
      maxHeight="min(32rem, 70dvh)"
      attributes={{ content: { 'aria-label': 'Recherche' } }}
      overlayProps={{ blur: 0 }}
      nothingFound={error ? 'La recherche ne répond pas.' : searching ? 'Recherche…' : 'Rien de ce nom.'}
      searchProps={{
        leftSection: <IconSearch size={18} aria-hidden="true" />,
        placeholder: 'Personne, numéro de mesure, commune, page…',
        'aria-label': 'Rechercher',
      }}
    />
  );
}
