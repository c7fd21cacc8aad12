import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useCommunes } from '@/api/references';
import type { components } from '@/api/schema';

type Commune = components['schemas']['Commune'];

type Props = {
  label: string;
  /** INSEE code of the chosen commune. */
  value: string | null;
  onChange: (codeInsee: string | null, commune: Commune | null) => void;
  error?: ReactNode;
  description?: ReactNode;
  required?: boolean;
  placeholder?: string;
  size?: 'sm';
  clearable?: boolean;
  clearButtonProps?: { 'aria-label': string };
  /** Where the form finds it, to lead the keyboard to its refusal. */
  'data-path'?: string;
};

const codeOf = (codeInsee: string) => `INSEE ${codeInsee}`;
const labelOf = ({ nom, codesPostaux }: Commune) => `${nom} (${codesPostaux.join(', ')})`;

/** A commune by the first digits of its postal code, or by its name; Entrée takes the first. */
export function ChoixCommune({ value, onChange, ...props }: Props) {
  // A mailed address holds the code alone: it stands for itself until its commune has been looked for.
  const [typed, setTyped] = useState(value ? codeOf(value) : '');
  const [chosen, setChosen] = useState<Commune | null>(null);
  const [opened, setOpened] = useState(false);
  const [asked] = useDebouncedValue(typed.trim(), 150);
  const known = chosen?.codeInsee === value ? chosen : null;
  const shown = known ? labelOf(known) : value && codeOf(value);
  const searching = asked.length > 1 && asked !== shown;
  const { communes, isFetching } = useCommunes(
    !searching ? {} : /^\d/.test(asked) ? { codePostal: asked.slice(0, 5) } : { recherche: asked },
  );
  const options = communes.map((commune) => ({ value: commune.codeInsee, label: labelOf(commune) }));
  if (value && !options.some((option) => option.value === value)) {
    options.unshift({ value, label: shown ?? value });
  }
  // A list of options holds options alone, so what there is to say of an empty one is one, that cannot be chosen.
  const said = [
    { value: '', label: isFetching ? 'Recherche…' : 'Aucune commune du département', disabled: true },
  ];
  const listed = options.length > 0 || !searching ? options : said;

  const choose = (codeInsee: string | null) => {
    const commune = communes.find((other) => other.codeInsee === codeInsee) ?? null;
    setChosen(commune);
    setOpened(false);
    onChange(codeInsee, commune);
  };
  // The options arrive after the keys: none of them is lit yet when Entrée or Tab asks for the first.
  const takeFirst = (event: KeyboardEvent<HTMLInputElement>) => {
    if (!opened || !searching || !['Enter', 'Tab'].includes(event.key)) return;
    if (event.currentTarget.getAttribute('aria-activedescendant')) return;
    if (event.key === 'Enter') event.preventDefault();
    if (communes[0]) choose(communes[0].codeInsee);
  };

  return (
    <Select
      {...props}
      onKeyDown={takeFirst}
      dropdownOpened={opened && listed.length > 0}
      onDropdownOpen={() => setOpened(true)}
      onDropdownClose={() => setOpened(false)}
      data={listed}
      value={value}
      searchable
      // The API has already chosen; names do not hold what was typed when it is a postal code.
      filter={({ options: all }) => all}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={choose}
    />
  );
}
