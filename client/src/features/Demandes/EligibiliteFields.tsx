import { Button, Group, Radio } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { Section } from '@/components/ui/Section';
import type { DepotValues } from './depot';
import styles from './demandes.module.css';
import { questions } from './eligibilite';

/** The five questions, each yes or no: a no is recorded and does not stop the Demande (R5). */
export function EligibiliteFields({ form }: { form: UseFormReturnType<DepotValues> }) {
  const allYes = () => questions.forEach(({ name }) => form.setFieldValue(`eligibilite.${name}`, 'oui'));
  return (
    <Section
      title="Éligibilité (art. 2)"
      aside={
        <Button variant="default" size="compact-sm" onClick={allYes}>
          Oui aux cinq
        </Button>
      }
    >
      <div className={styles.questions}>
        {questions.map(({ name, label }) => (
          <Radio.Group
            key={name}
            label={label}
            className={styles.question}
            {...form.getInputProps(`eligibilite.${name}`)}
          >
            <Group gap="md">
              <Radio value="oui" label="Oui" />
              <Radio value="non" label="Non" />
            </Group>
          </Radio.Group>
        ))}
      </div>
    </Section>
  );
}
