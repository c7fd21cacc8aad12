import type { UseFormReturnType } from '@mantine/form';
import { useEffect } from 'react';
import { ApiError } from '@/api/errors';

/** `prestations[0].code` and `Beneficiaire.Nom` as the paths of the form: `prestations.0.code`, `beneficiaire.nom`. */
export function toFormPath(field: string): string {
  return field
    .replace(/^\$\.?/, '')
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .map((part) => part.charAt(0).toLowerCase() + part.slice(1))
    .join('.');
}

/** The messages by path of the form. */
export function fieldMessages(error: unknown): Record<string, string> {
  if (!(error instanceof ApiError) || !error.problem.errors) return {};
  return Object.fromEntries(
    Object.entries(error.problem.errors).map(([field, refusals]) => [
      toFormPath(field),
      refusals.map((refusal) => refusal.message).join(' '),
    ]),
  );
}

/**
 * Puts the refusals of the API beside their fields and leads the keyboard to the first of them.
 * Gives back the messages that belong to no field of the form, to be shown with the error above it.
 */
export function useServerErrors<Values extends Record<string, unknown>>(
  form: UseFormReturnType<Values>,
  error: unknown,
): string[] {
  const { setErrors, getInputNode } = form;
  useEffect(() => {
    const messages = fieldMessages(error);
    const paths = Object.keys(messages);
    if (paths.length === 0) return;
    setErrors(messages);
    const first = paths.map((path) => getInputNode(path)).find((node) => node !== null);
    first?.focus();
    // The form's functions are new at each rendering; an error is told once.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [error]);

  const known = new Set(Object.keys(form.getValues()));
  return Object.entries(fieldMessages(error))
    .filter(([path]) => !known.has(path.split('.')[0] ?? path))
    .map(([, message]) => message);
}
