import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useCommunes } from '@/api/references';
import { useListAddress } from './useListAddress';

/** A filter by commune: found by its name or its postal code, kept in the address by its INSEE code. */
export function FilterCommune({ name, label }: { name: string; label: string }) {
  const { params, setParams } = useListAddress();
  const code = params[name];
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed.trim(), 250);
  const { communes, isFetching } = useCommunes(
    /^\d+$/.test(asked) ? { codePostal: asked } : { recherche: asked },
  );
  const options = communes.map((commune) => ({
    value: commune.codeInsee,
    label: `${commune.nom} (${commune.codesPostaux[0] ?? commune.codeInsee})`,
  }));
  // A mailed address holds the code alone: it stands for itself until its commune has been looked for.
  const known = !code || options.some((option) => option.value === code);

  return (
    <Select
      size="sm"
      label={label}
      placeholder="Toutes"
      data={known ? options : [{ value: code, label: typed || `INSEE ${code}` }, ...options]}
      filter={({ options: found }) => found}
      value={code ?? null}
      onChange={(value) => setParams({ [name]: value ?? undefined })}
      searchValue={code && !typed ? undefined : typed}
      onSearchChange={setTyped}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': `Effacer le filtre ${label}` }}
      nothingFoundMessage={asked && !isFetching ? 'Rien de ce nom' : 'Tapez un nom ou un code postal'}
    />
  );
}
