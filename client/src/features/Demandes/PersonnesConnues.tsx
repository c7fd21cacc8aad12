import { Button } from '@mantine/core';
import styles from './demandes.module.css';
import { factsOf, type PersonneConnue } from './personnes';

type Props = {
  title: string;
  personnes: readonly PersonneConnue[];
  /** « C’est elle » */
  choose: string;
  pending?: boolean;
  onChoose: (personne: PersonneConnue) => void;
};

/** People known already, each with what a contract would add to. */
export function PersonnesConnues({ title, personnes, choose, pending, onChoose }: Props) {
  return (
    <div className={styles.connues} role="group" aria-label={title}>
      <p className={styles.hint}>{title}</p>
      <ul>
        {personnes.map((personne) => (
          <li key={personne.id}>
            <span>
              <strong>
                {personne.prenom} {personne.nom}
              </strong>
              , {factsOf(personne)}
            </span>
            <Button
              variant="default"
              size="compact-sm"
              loading={pending}
              aria-label={`${choose} : ${personne.prenom} ${personne.nom}, ${factsOf(personne)}`}
              onClick={() => onChoose(personne)}
            >
              {choose}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
