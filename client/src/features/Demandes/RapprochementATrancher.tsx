import { Button, Group } from '@mantine/core';
import { api, read } from '@/api/http';
import type { components } from '@/api/schema';
import { FormErreur } from '@/components/ui/FormErreur';
import { Section } from '@/components/ui/Section';
import { useAct } from '@/components/ui/useAct';
import { demandeKeys, type Demande } from './demandes';
import { useHomonymes } from './personnes';
import { PersonnesConnues } from './PersonnesConnues';

/** Somebody known bears the name and birth date of this person: the SAFPM says whether they are one (R1, R3). */
export function RapprochementATrancher({ demande, etag }: { demande: Demande; etag: string }) {
  const { data } = useHomonymes(demande.beneficiaire.id);
  const act = useAct<components['schemas']['RapprochementSaisi'], Demande>({
    run: (body) =>
      read(
        api.POST('/api/v1/demandes/{id}/rapprochement', {
          params: { path: { id: demande.id }, header: { 'If-Match': etag } },
          body,
        }),
      ),
    done: ({ rapprochement }) =>
      rapprochement === 'memePersonne'
        ? 'Demande rattachée à la personne déjà connue.'
        : 'Homonyme enregistré : la personne garde son propre dossier.',
    refreshes: [...demandeKeys, ['beneficiaires']],
  });
  return (
    <Section title="Cette personne est peut-être déjà connue">
      <FormErreur error={act.error} />
      <p>
        Le service qui a déposé la demande n’en sait rien. Une décision favorable attend votre réponse : les
        mois déjà contractualisés comptent dans la durée totale (R3).
      </p>
      <PersonnesConnues
        title="Mêmes nom, prénom et date de naissance"
        personnes={data?.elements ?? []}
        choose="C’est elle"
        pending={act.isPending}
        onChoose={({ id }) => act.mutate({ beneficiaireId: id, homonyme: false })}
      />
      <Group mt="sm">
        <Button variant="default" loading={act.isPending} onClick={() => act.mutate({ homonyme: true })}>
          C’est une autre personne (homonyme)
        </Button>
      </Group>
    </Section>
  );
}
