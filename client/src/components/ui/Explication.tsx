import styles from './states.module.css';

type Props = {
  /** The sentences of the API, in their order. */
  phrases: string | readonly string[];
  /** The clause that they rest on: `art. 4`, `L271-2`. */
  clause?: string | null;
  title?: string;
  /** Closed, only its title shows until it is asked for. */
  closed?: boolean;
};

/** Why a computed thing is what it is. */
export function Explication({ phrases, clause, title = 'Pourquoi', closed = false }: Props) {
  const sentences = typeof phrases === 'string' ? [phrases] : phrases;
  return (
    <details className={styles.explication} open={!closed}>
      <summary>
        {title}
        {clause && <span className={styles.clause}> ({clause})</span>}
      </summary>
      {sentences.length === 1 ? (
        <p>{sentences[0]}</p>
      ) : (
        <ol>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ol>
      )}
    </details>
  );
}
