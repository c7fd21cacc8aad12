import { Button, Group, NumberInput, Radio, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useAujourdhui } from '@/api/session';
import { DateField } from '@/components/ui/DateField';
import { FormErreur } from '@/components/ui/FormErreur';
import { Section } from '@/components/ui/Section';
import { useServerErrors } from '@/components/ui/useServerErrors';
import {
  avisToFollow,
  differs,
  durees,
  needsIneligibilite,
  validateDecision,
  type DecisionValues,
} from './decision';
import styles from './demandes.module.css';
import type { Demande } from './demandes';
import { noesOf } from './eligibilite';
import { labelOfSens } from './etatDemande';

type Props = {
  demande: Demande;
  initial: DecisionValues;
  onSubmit: (values: DecisionValues) => void;
  pending: boolean;
  error: unknown;
};

/** The Decision of the département after the Avis (R9, R10); a reason is asked only where a rule asks for it. */
export function DecisionForm({ demande, initial, onSubmit, pending, error }: Props) {
  const today = useAujourdhui();
  const form = useForm<DecisionValues>({
    initialValues: initial,
    validate: validateDecision(demande),
  });
  const others = useServerErrors(form, error);
  const values = form.getValues();
  const avis = avisToFollow(demande);

  const area = (name: keyof DecisionValues, label: string) => (
    <Textarea
      className={styles.wide}
      label={label}
      required
      autosize
      minRows={2}
      maxLength={2000}
      {...form.getInputProps(name)}
    />
  );

  return (
    <Section
      title="Décider"
      aside={
        avis && (
          <span>
            Avis {labelOfSens(avis.sens)} : {avis.motif}
          </span>
        )
      }
    >
      <form noValidate onSubmit={form.onSubmit(onSubmit)}>
        <FormErreur error={error} others={others} />
        <div className={styles.fields}>
          <Radio.Group label="Sens" required {...form.getInputProps('sens')}>
            <Group gap="md">
              <Radio value="favorable" label="Favorable" />
              <Radio value="defavorable" label="Défavorable" />
            </Group>
          </Radio.Group>
          <DateField label="Date de la décision" required maxDate={today} {...form.getInputProps('date')} />
          {values.sens === 'favorable' && (
            <>
              <Radio.Group label="Nature" required {...form.getInputProps('avecGestion')}>
                <Group gap="md">
                  <Radio value="non" label="sans gestion" />
                  <Radio value="oui" label="avec gestion" />
                </Group>
              </Radio.Group>
              <Radio.Group label="Durée du contrat, en mois" required {...form.getInputProps('duree')}>
                <Group gap="md">
                  {durees.map((months) => (
                    <Radio key={months} value={months} label={months} />
                  ))}
                  <Radio value="autre" label="autre" />
                </Group>
              </Radio.Group>
              {values.duree === 'autre' && (
                <NumberInput
                  label="Nombre de mois"
                  required
                  min={1}
                  allowDecimal={false}
                  {...form.getInputProps('dureeMois')}
                />
              )}
            </>
          )}
          {differs(demande, values) && area('motifDivergence', 'Pourquoi la décision s’écarte de l’avis')}
          {needsIneligibilite(demande, values) &&
            area(
              'motifIneligibilite',
              `Pourquoi une décision favorable bien que non : « ${noesOf(demande.eligibilite).join(' », « ')} »`,
            )}
          {values.sens === 'defavorable' && (
            <>
              {area('motif', 'Motifs de fait du refus')}
              {area('fondement', 'Fondement en droit du refus')}
            </>
          )}
          <Button type="submit" className={styles.wide} w="fit-content" loading={pending}>
            Enregistrer la décision
          </Button>
        </div>
      </form>
    </Section>
  );
}
