import { Button, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { useMay } from '@/api/session';
import { ChoixCommune } from './ChoixCommune';
import { DateField } from './DateField';
import { useListAddress } from './useListAddress';

type FieldProps = { name: string; label: string };

/** A text filter; the address follows 300 ms after the last key. */
export function FilterText({ name, label }: FieldProps) {
  const { params, setParams } = useListAddress();
  const address = params[name] ?? '';
  const [typed, setTyped] = useState({ address, text: address });
  const send = useDebouncedCallback((text: string) => setParams({ [name]: text.trim() || undefined }), 300);

  // The address changed from elsewhere (a saved view, the back button): it wins over what was typed.
  if (typed.address !== address) {
    setTyped({ address, text: typed.text.trim() === address ? typed.text : address });
  }
  return (
    <TextInput
      type="search"
      size="sm"
      label={label}
      value={typed.text}
      maxLength={100}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped({ address, text });
        send(text);
      }}
    />
  );
}

type SelectProps = FieldProps & { options: readonly { value: string; label: string }[]; all?: string };

/** A filter with one choice among few. */
export function FilterSelect({ name, label, options, all = 'Tous' }: SelectProps) {
  const { params, setParams } = useListAddress();
  return (
    <Select
      size="sm"
      label={label}
      placeholder={all}
      data={[...options]}
      value={params[name] ?? null}
      onChange={(value) => setParams({ [name]: value ?? undefined })}
      clearable
      clearButtonProps={{ 'aria-label': `Effacer le filtre ${label}` }}
      searchable={options.length > 8}
      nothingFoundMessage="Rien de ce nom"
    />
  );
}

/** A filter by commune: kept in the address by its INSEE code. */
export function FilterCommune({ name, label }: FieldProps) {
  const { params, setParams } = useListAddress();
  return (
    <ChoixCommune
      size="sm"
      label={label}
      placeholder="Toutes"
      value={params[name] ?? null}
      onChange={(codeInsee) => setParams({ [name]: codeInsee ?? undefined })}
      clearable
      clearButtonProps={{ 'aria-label': `Effacer le filtre ${label}` }}
    />
  );
}

/** A filter on one day. */
export function FilterDay({ name, label }: FieldProps) {
  const { params, setParams } = useListAddress();
  return (
    <DateField
      size="sm"
      label={label}
      value={params[name] ?? null}
      onChange={(day) => setParams({ [name]: day ?? undefined })}
    />
  );
}

/** A filter that was picked in a row: shown only while it holds, to be taken off. */
export function FilterPicked({ name, label }: FieldProps) {
  const { params, setParams } = useListAddress();
  if (!params[name]) return null;
  return (
    <Button
      variant="light"
      size="sm"
      aria-label={`Effacer le filtre ${label}`}
      onClick={() => setParams({ [name]: undefined })}
    >
      {label} ×
    </Button>
  );
}

const archivesSeules = [{ value: 'true', label: 'Archives seulement' }];

/** Archived files, which the other lists leave out (R63). */
export function FilterArchives() {
  const may = useMay();
  return may('archiver') ? (
    <FilterSelect name="archives" label="Archives" options={archivesSeules} all="Sans les archives" />
  ) : null;
}
