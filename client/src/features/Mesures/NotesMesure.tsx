import { Button, Group, Radio, Stack, Textarea } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useState } from 'react';
import { useMay } from '@/api/session';
import { ActDialog } from '@/components/ui/ActDialog';
import { EmptyState } from '@/components/ui/EmptyState';
import { Etat } from '@/components/ui/Etat';
import { Loaded } from '@/components/ui/Loaded';
import { Section } from '@/components/ui/Section';
import { SimpleTable } from '@/components/ui/SimpleTable';
import { useServerErrors } from '@/components/ui/useServerErrors';
import { formatDay } from '@/lib/format';
import type { Mesure } from './mesures';
import { useNotes, useWriteNote, type NoteSaisie } from './notes';

/** What the parties told one another, and what each body keeps for itself (R61). */
export function NotesMesure({ mesure }: { mesure: Mesure }) {
  const may = useMay();
  const [writing, setWriting] = useState(false);
  const notes = useNotes(mesure.id);
  return (
    <Section
      title="Notes"
      aside={
        may('ecrireNote') && (
          <Button variant="default" onClick={() => setWriting(true)}>
            Écrire une note
          </Button>
        )
      }
    >
      <Loaded query={notes}>
        {({ elements }) =>
          elements.length === 0 ? (
            <EmptyState title="Aucune note sur cette mesure." />
          ) : (
            <SimpleTable
              caption="Notes sur la mesure"
              rows={elements}
              rowKey={(n) => n.id}
              columns={[
                { title: 'Date', cell: (n) => formatDay(n.le), nowrap: true },
                { title: 'De', cell: (n) => n.organisme },
                { title: 'Note', cell: (n) => n.texte },
                {
                  title: 'Lue par',
                  cell: (n) => (
                    <Etat tone={n.portee === 'partagee' ? 'bon' : 'neutre'}>
                      {n.portee === 'partagee' ? 'toutes les parties' : 'votre organisme'}
                    </Etat>
                  ),
                },
              ]}
            />
          )
        }
      </Loaded>
      {writing && <EcrireNote mesure={mesure} onClose={() => setWriting(false)} />}
    </Section>
  );
}

function EcrireNote({ mesure, onClose }: { mesure: Mesure; onClose: () => void }) {
  const form = useForm<NoteSaisie>({
    initialValues: { portee: 'propre', texte: '' },
    validate: { texte: isNotEmpty('Écrivez la note.') },
  });
  const write = useWriteNote(mesure.id, onClose);
  const others = useServerErrors(form, write.error);
  return (
    <ActDialog
      title="Écrire une note"
      opened
      onClose={onClose}
      onSubmit={form.onSubmit((values) => write.mutate(values))}
      submit="Garder la note"
      pending={write.isPending}
      error={write.error}
      others={others}
    >
      <Radio.Group label="Qui la lit" {...form.getInputProps('portee')}>
        <Stack gap="xs" mt="xs">
          <Group>
            <Radio value="propre" label="Mon organisme seulement" />
          </Group>
          <Group>
            <Radio value="partagee" label="Toutes les parties, la personne aussi" />
          </Group>
        </Stack>
      </Radio.Group>
      <Textarea
        label="Note"
        required
        autosize
        minRows={3}
        maxLength={4000}
        {...form.getInputProps('texte')}
      />
      <p>Une note ne se modifie pas et ne s’efface pas.</p>
    </ActDialog>
  );
}
