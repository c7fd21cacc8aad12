import { Erreur } from './Erreur';

type Props = {
  error: unknown;
  /** What {@link useServerErrors} gave back. */
  others?: readonly string[];
};

/** What a form says above its fields once it was refused; the fields say the rest. */
export function FormErreur({ error, others = [] }: Props) {
  if (!error) return null;
  return (
    <Erreur error={error}>
      {others.map((message) => (
        <p key={message}>{message}</p>
      ))}
    </Erreur>
  );
}
