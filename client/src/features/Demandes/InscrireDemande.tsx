import { Select } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { api, read } from '@/api/http';
import { ActDialog } from '@/components/ui/ActDialog';
import { useAct } from '@/components/ui/useAct';
import { useServerErrors } from '@/components/ui/useServerErrors';
import type { Commission } from './commissions';
import { demandeKeys } from './demandes';

const waiting = async (etat: 'deposee' | 'ajournee') =>
  (await read(api.GET('/api/v1/demandes', { params: { query: { etat, tri: 'deposeeLe', taille: 200 } } })))
    .elements;

/** Puts one more Demande on the agenda. */
export function InscrireDemande({ commission, onClose }: { commission: Commission; onClose: () => void }) {
  const { data = [] } = useQuery({
    queryKey: ['demandes', 'en-attente'],
    queryFn: async () => (await Promise.all([waiting('ajournee'), waiting('deposee')])).flat(),
  });
  const enrol = useAct<string, Commission>({
    run: (demandeId) =>
      read(
        api.POST('/api/v1/commissions/{id}/points', {
          params: { path: { id: commission.id } },
          body: { demandeId },
        }),
      ),
    done: 'Demande inscrite à l’ordre du jour.',
    refreshes: demandeKeys,
    onDone: onClose,
  });
  const form = useForm({
    initialValues: { demandeId: null as string | null },
    validate: { demandeId: isNotEmpty('Choisissez une demande.') },
  });
  const others = useServerErrors(form, enrol.error);
  return (
    <ActDialog
      title="Inscrire une demande"
      opened
      onClose={onClose}
      onSubmit={form.onSubmit(({ demandeId }) => enrol.mutate(demandeId ?? ''))}
      submit="Inscrire"
      pending={enrol.isPending}
      error={enrol.error}
      others={others}
    >
      <Select
        label="Demande déposée ou ajournée"
        required
        searchable
        selectFirstOptionOnChange
        data-autofocus
        data={data.map((d) => ({
          value: d.id,
          label: `${d.numero} · ${d.beneficiaireNom} ${d.beneficiairePrenom}, ${d.commune.nom}${d.etat === 'ajournee' ? ' (ajournée)' : ''}`,
        }))}
        nothingFoundMessage="Aucune demande n’attend"
        {...form.getInputProps('demandeId')}
      />
    </ActDialog>
  );
}
