import { Button, Select } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { DateField } from '@/components/ui/DateField';
import { useServerErrors } from '@/components/ui/useServerErrors';
import { modes, type TarifValues } from './calculTarif';
import styles from './tarif.module.css';

type Props = {
  initialValues: TarifValues;
  error: unknown;
  pending: boolean;
  onSubmit: (values: TarifValues) => void;
};

const gestions = [
  { value: 'non', label: 'sans gestion' },
  { value: 'oui', label: 'avec gestion' },
];
const zones = [
  { value: 'urbaine', label: 'urbaine' },
  { value: 'rurale', label: 'rurale' },
];
const unchanged = { value: '', label: 'inchangé' };

export function TarifForm({ initialValues, error, pending, onSubmit }: Props) {
  const form = useForm({
    initialValues,
    validate: {
      debut: isNotEmpty('Indiquez la date de signature.'),
      finPrevue: isNotEmpty('Indiquez la fin prévue.'),
      suspensions: { debut: isNotEmpty('Indiquez le début.'), fin: isNotEmpty('Indiquez la fin.') },
      changements: { date: isNotEmpty('Indiquez la date.') },
    },
  });
  useServerErrors(form, error);
  const { suspensions, changements } = form.getValues();

  return (
    <form noValidate onSubmit={form.onSubmit(onSubmit)}>
      <div className={styles.fields}>
        <DateField label="Signature" required {...form.getInputProps('debut')} />
        <DateField label="Fin prévue" required {...form.getInputProps('finPrevue')} />
        <DateField label="Fin réelle, si elle diffère" {...form.getInputProps('finReelle')} />
        <Select label="Nature" data={gestions} {...form.getInputProps('gestion')} />
        <Select label="Zone" data={zones} {...form.getInputProps('zone')} />
        <Select label="Mode de décompte" data={[...modes]} {...form.getInputProps('mode')} />
        <DateField label="Prix gelés à partir du" {...form.getInputProps('dateGel')} />
      </div>

      {suspensions.map((_, index) => (
        <fieldset key={index} className={styles.row}>
          <legend>Suspension {index + 1}</legend>
          <DateField label="Du" required {...form.getInputProps(`suspensions.${index}.debut`)} />
          <DateField label="Au, inclus" required {...form.getInputProps(`suspensions.${index}.fin`)} />
          <Button variant="default" onClick={() => form.removeListItem('suspensions', index)}>
            Retirer la suspension {index + 1}
          </Button>
        </fieldset>
      ))}
      {changements.map((_, index) => (
        <fieldset key={index} className={styles.row}>
          <legend>Changement {index + 1}</legend>
          <DateField label="À partir du" required {...form.getInputProps(`changements.${index}.date`)} />
          <Select
            label="Nature"
            data={[unchanged, ...gestions]}
            {...form.getInputProps(`changements.${index}.gestion`)}
          />
          <Select
            label="Zone"
            data={[unchanged, ...zones]}
            {...form.getInputProps(`changements.${index}.zone`)}
          />
          <Button variant="default" onClick={() => form.removeListItem('changements', index)}>
            Retirer le changement {index + 1}
          </Button>
        </fieldset>
      ))}

      <div className={styles.buttons}>
        <Button type="submit" loading={pending}>
          Calculer
        </Button>
        <Button
          variant="default"
          onClick={() => form.insertListItem('suspensions', { debut: null, fin: null })}
        >
          Ajouter une suspension
        </Button>
        <Button
          variant="default"
          onClick={() => form.insertListItem('changements', { date: null, gestion: '', zone: '' })}
        >
          Ajouter un changement
        </Button>
      </div>
    </form>
  );
}
