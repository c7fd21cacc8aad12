import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ApiError } from '@/api/errors';
import { renderAt } from '@/testing/render';
import { FormErreur } from './FormErreur';
import { toFormPath, useServerErrors } from './useServerErrors';

const refusal = new ApiError({
  status: 400,
  title: 'La saisie est à corriger.',
  code: 'saisie.invalide',
  errors: {
    'beneficiaire.nom': [{ code: 'requis', message: 'Le nom manque.' }],
    'prestations[1]': [{ code: 'inconnue', message: 'Cette prestation n’est pas dans la liste.' }],
    dateAccord: [{ code: 'future', message: 'L’accord est daté du futur.' }],
  },
});

function Form() {
  const form = useForm({ initialValues: { beneficiaire: { nom: '' }, prestations: ['RSA', 'XXX'] } });
  const others = useServerErrors(form, refusal);
  return (
    <form>
      <FormErreur error={refusal} others={others} />
      <TextInput label="Nom" {...form.getInputProps('beneficiaire.nom')} />
      <TextInput label="Première prestation" {...form.getInputProps('prestations.0')} />
      <TextInput label="Seconde prestation" {...form.getInputProps('prestations.1')} />
    </form>
  );
}

it('Each refusal stands beside its field, and only there', async () => {
  renderAt(Form);
  expect(await screen.findByText('Le nom manque.')).toBeInTheDocument();
  expect(screen.getByLabelText('Nom')).toBeInvalid();
  expect(screen.getByLabelText('Seconde prestation')).toBeInvalid();
  expect(screen.getByLabelText('Première prestation')).not.toBeInvalid();
  expect(screen.getByRole('alert')).not.toHaveTextContent('Le nom manque.');
});

it('The keyboard is led to the first refused field', async () => {
  renderAt(Form);
  expect(await screen.findByLabelText('Nom')).toHaveFocus();
});

it('A refusal of a field that the form does not show is said above it', async () => {
  renderAt(Form);
  expect(await screen.findByRole('alert')).toHaveTextContent('L’accord est daté du futur.');
});

it.each([
  ['prestations[0].code', 'prestations.0.code'],
  ['Beneficiaire.DateNaissance', 'beneficiaire.dateNaissance'],
  ['$.dateAccord', 'dateAccord'],
])('the field %s of the API is the field %s of the form', (field, path) => {
  expect(toFormPath(field)).toBe(path);
});
