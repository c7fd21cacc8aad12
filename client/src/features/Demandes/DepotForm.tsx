import { Button, MultiSelect, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useLots, usePrestations, useServicesReferents } from '@/api/references';
import type { components } from '@/api/schema';
import { useSession } from '@/api/session';
import { ChoixCommune } from '@/components/ui/ChoixCommune';
import { DateField } from '@/components/ui/DateField';
import { FormErreur } from '@/components/ui/FormErreur';
import { Section } from '@/components/ui/Section';
import { useServerErrors } from '@/components/ui/useServerErrors';
import { ConnueAuDepot } from './ConnueAuDepot';
import styles from './demandes.module.css';
import { emptyDepot, validateDepot, type DepotValues } from './depot';
import { EligibiliteFields } from './EligibiliteFields';

type Props = {
  error: unknown;
  pending: boolean;
  onSubmit: (values: DepotValues) => void;
  /** What is sent is no longer what was sent before. */
  onChange: () => void;
};

const groups = [
  { key: 'a', group: 'Groupe A : gestion libre' },
  { key: 'b', group: 'Groupe B : gestion sur motif écrit (R271-3)' },
] as const;

const placeOf = (commune: components['schemas']['Commune'], lot: string | null) =>
  `${lot ?? 'Aucun lot à ce jour'} · zone ${commune.zone ?? 'inconnue'}${commune.demonstration ? ' (démonstration)' : ''}`;

/** One Demande in the order in which it is told on the telephone. */
export function DepotForm({ error, pending, onSubmit, onChange }: Props) {
  const choosesService = useSession().utilisateur.serviceReferent === null;
  const form = useForm<DepotValues>({
    initialValues: emptyDepot(),
    validate: validateDepot(choosesService),
    onValuesChange: onChange,
  });
  const others = useServerErrors(form, error);
  const lots = useLots();
  const services = useServicesReferents().services.filter((service) => service.habilite);
  const prestations = usePrestations();
  const known = form.getValues().beneficiaireId !== null;
  const [place, setPlace] = useState<string | undefined>();

  return (
    <form noValidate onSubmit={form.onSubmit(onSubmit, (errors) => focusFirst(errors, form.getInputNode))}>
      <FormErreur error={error} others={others} />
      <Section title="La personne">
        <div className={styles.fields}>
          <ChoixCommune
            label="Commune de résidence"
            required
            placeholder="code postal, ou nom"
            data-path="communeInsee"
            value={form.getValues().communeInsee}
            error={form.errors.communeInsee}
            description={place ?? 'Le lot en découle.'}
            onChange={(codeInsee, commune) => {
              form.setFieldValue('communeInsee', codeInsee);
              setPlace(commune ? placeOf(commune, commune.lot && lots.labelOf(commune.lot)) : undefined);
            }}
          />
          <TextInput
            label="Nom"
            required
            maxLength={100}
            disabled={known}
            {...form.getInputProps('beneficiaire.nom')}
          />
          <TextInput
            label="Prénom"
            required
            maxLength={100}
            disabled={known}
            {...form.getInputProps('beneficiaire.prenom')}
          />
          <DateField
            label="Date de naissance"
            required
            disabled={known}
            {...form.getInputProps('beneficiaire.dateNaissance')}
          />
        </div>
        <ConnueAuDepot form={form} />
      </Section>
      <Section title="La demande">
        <div className={styles.fields}>
          <DateField label="Accord de la personne, le" required {...form.getInputProps('dateAccord')} />
          {choosesService && (
            <Select
              label="Service référent"
              required
              searchable
              selectFirstOptionOnChange
              data={services.map(({ id, nom }) => ({ value: id, label: nom }))}
              nothingFoundMessage="Aucun service habilité de ce nom"
              {...form.getInputProps('serviceReferentId')}
            />
          )}
          <MultiSelect
            className={styles.wide}
            label="Prestations perçues"
            searchable
            selectFirstOptionOnChange
            clearSearchOnChange
            data={groups.map(({ key, group }) => ({
              group,
              items: prestations
                .filter(({ groupe }) => groupe === key)
                .map(({ code, libelle }) => ({ value: code, label: libelle })),
            }))}
            nothingFoundMessage="Aucune prestation de ce nom dans l’article D271-2"
            {...form.getInputProps('prestations')}
          />
        </div>
      </Section>
      <EligibiliteFields form={form} />
      <Section title="Facultatif">
        <div className={styles.fields}>
          <TextInput
            className={styles.wide}
            label="Adresse"
            maxLength={300}
            {...form.getInputProps('adresse')}
          />
          <Select
            label="Gestion souhaitée"
            clearable
            data={[
              { value: 'non', label: 'sans gestion' },
              { value: 'oui', label: 'avec gestion' },
            ]}
            {...form.getInputProps('gestionSouhaitee')}
          />
          <NumberInput
            label="Durée souhaitée, en mois"
            min={1}
            max={48}
            allowDecimal={false}
            {...form.getInputProps('dureeSouhaitee')}
          />
          <Textarea
            className={styles.wide}
            label="Motif de la demande"
            autosize
            minRows={2}
            maxLength={2000}
            {...form.getInputProps('motif')}
          />
        </div>
      </Section>
      <div className={styles.submit}>
        <Button type="submit" loading={pending}>
          Déposer la demande
        </Button>
        <span className={styles.hint}>Entrée dépose, depuis n’importe quel champ d’une ligne.</span>
      </div>
    </form>
  );
}

function focusFirst(errors: Record<string, unknown>, nodeOf: (path: string) => HTMLElement | null) {
  for (const path of Object.keys(errors)) {
    const node = nodeOf(path);
    if (node) {
      node.focus();
      return;
    }
  }
}
