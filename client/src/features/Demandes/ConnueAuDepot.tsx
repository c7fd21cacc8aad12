import { Button, Checkbox } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useEffect, useState } from 'react';
import { useMay } from '@/api/session';
import styles from './demandes.module.css';
import type { DepotValues } from './depot';
import { factsOf, usePersonnesConnues, type PersonneConnue } from './personnes';
import { PersonnesConnues } from './PersonnesConnues';

/**
 * Asks, while the name is typed, whether the person is known already: their months under contract count from the first one (R3). Nobody but the
 * SAFPM sees it.
 */
export function ConnueAuDepot({ form }: { form: UseFormReturnType<DepotValues> }) {
  const may = useMay();
  const [chosen, setChosen] = useState<PersonneConnue | null>(null);
  const { beneficiaire } = form.getValues();
  const personnes = usePersonnesConnues(
    beneficiaire.nom,
    beneficiaire.prenom,
    may('lireBeneficiaires') && !chosen,
  );

  const choose = (personne: PersonneConnue | null) => {
    setChosen(personne);
    form.setFieldValue('beneficiaireId', personne?.id ?? null);
    form.setFieldValue('homonyme', false);
    if (personne) {
      const { nom, prenom, dateNaissance } = personne;
      form.setFieldValue('beneficiaire', { nom, prenom, dateNaissance });
    }
  };

  const sameDay = personnes.some(({ dateNaissance }) => dateNaissance === beneficiaire.dateNaissance);
  const { homonyme } = form.getValues();
  const { setFieldValue } = form;
  // Said of one person; another name or birth date is another question.
  useEffect(() => {
    if (homonyme && !sameDay) setFieldValue('homonyme', false);
  }, [homonyme, sameDay, setFieldValue]);

  if (chosen) {
    return (
      <div className={styles.connues}>
        <p>
          Personne déjà connue : {factsOf(chosen)}.{' '}
          <Button variant="default" size="compact-sm" onClick={() => choose(null)}>
            Ce n’est pas elle
          </Button>
        </p>
      </div>
    );
  }
  if (personnes.length === 0) return null;
  return (
    <>
      <PersonnesConnues
        title="Cette personne est-elle déjà connue ?"
        personnes={personnes.toSorted(
          (a, b) =>
            Number(b.dateNaissance === beneficiaire.dateNaissance) -
            Number(a.dateNaissance === beneficiaire.dateNaissance),
        )}
        choose="C’est elle"
        onChoose={choose}
      />
      {sameDay && (
        <Checkbox
          mt="xs"
          label="Non, c’est un homonyme né le même jour"
          {...form.getInputProps('homonyme', { type: 'checkbox' })}
        />
      )}
    </>
  );
}
