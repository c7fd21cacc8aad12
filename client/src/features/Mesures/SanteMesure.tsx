import { Button, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import type { Versioned } from '@/api/http';
import type { components } from '@/api/schema';
import { useMay } from '@/api/session';
import { ActDialog } from '@/components/ui/ActDialog';
import { Loaded } from '@/components/ui/Loaded';
import { Section } from '@/components/ui/Section';
import { useServerErrors } from '@/components/ui/useServerErrors';
import { formatDay } from '@/lib/format';
import { usePutSante, useSante } from './sante';

type Sante = components['schemas']['Sante'];

/** Health information (R62): a part of its own, that those without the right to it never ask for. */
export function SanteMesure({ mesureId }: { mesureId: string }) {
  const sante = useSante(mesureId);
  return (
    <Loaded query={sante}>
      {(found) =>
        (found.data.admise || found.data.texte !== '') && <Connue mesureId={mesureId} sante={found} />
      }
    </Loaded>
  );
}

function Connue({ mesureId, sante }: { mesureId: string; sante: Versioned<Sante> }) {
  const may = useMay();
  const [writing, setWriting] = useState(false);
  const { texte, majLe } = sante.data;
  return (
    <Section
      title="Information de santé"
      aside={
        may('ecrireSante') && (
          <Button variant="default" onClick={() => setWriting(true)}>
            Modifier l’information de santé
          </Button>
        )
      }
    >
      <p>{texte === '' ? 'Rien n’est noté.' : texte}</p>
      {majLe && (
        <p>Mise à jour le {formatDay(majLe)}. Elle n’est lue que par ceux qui en ont le droit (R62).</p>
      )}
      {writing && <Ecrire mesureId={mesureId} sante={sante} onClose={() => setWriting(false)} />}
    </Section>
  );
}

type EcrireProps = { mesureId: string; sante: Versioned<Sante>; onClose: () => void };

function Ecrire({ mesureId, sante: { data, etag }, onClose }: EcrireProps) {
  const form = useForm({ initialValues: { texte: data.texte } });
  const put = usePutSante(mesureId, etag, onClose);
  const others = useServerErrors(form, put.error);
  return (
    <ActDialog
      title="Information de santé"
      opened
      onClose={onClose}
      onSubmit={form.onSubmit(({ texte }) => put.mutate(texte))}
      submit="Enregistrer"
      pending={put.isPending}
      error={put.error}
      others={others}
    >
      <Textarea
        label="Ce qu’il faut savoir pour accompagner la personne, et rien de plus"
        autosize
        minRows={3}
        maxLength={4000}
        {...form.getInputProps('texte')}
      />
      <p>Laissez vide pour retirer l’information.</p>
    </ActDialog>
  );
}
