import { Button, Group, Select, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, read } from '@/api/http';
import { useList } from '@/api/list';
import { optionsOf } from '@/api/mots';
import type { components } from '@/api/schema';
import { FormErreur } from '@/components/ui/FormErreur';
import { Section } from '@/components/ui/Section';
import { SimpleTable } from '@/components/ui/SimpleTable';
import { useAct } from '@/components/ui/useAct';
import { formatDay } from '@/lib/format';
import type { Commission } from './commissions';

type Schemas = components['schemas'];
type Point = Schemas['PointDeBilan'];
type Sens = Schemas['SensAvis'];

const refreshes = [['commissions'], ['bilans'], ['mesures'], ['a-faire']] as const;
const sensAvis: Record<Sens, string> = {
  favorable: 'favorable',
  defavorable: 'défavorable',
  ajourne: 'ajourné',
};

type Props = { commission: Commission; held: boolean; writable: boolean };

/** The final Bilans of a session: those of its agenda with the opinions, and those that wait for one (R8, R20). */
export function BilansDeSeance({ commission, held, writable }: Props) {
  return (
    <Section title={`Bilans finals (${commission.bilans.length})`}>
      {commission.bilans.length > 0 && (
        <SimpleTable
          caption="Bilans finals de la séance"
          rows={commission.bilans}
          rowKey={({ bilan }) => bilan.id}
          columns={[
            { title: 'N°', cell: ({ ordre }) => ordre, numeric: true },
            {
              title: 'Mesure',
              cell: ({ bilan: b }) => (
                <Link to="/mesures/$mesureId/bilans" params={{ mesureId: b.mesureId }}>
                  {b.mesureNumero}, {b.beneficiairePrenom} {b.beneficiaireNom}
                </Link>
              ),
            },
            {
              title: 'Demande',
              cell: ({ bilan: b }) =>
                `${b.suite === 'renouvellement' ? `renouvellement, ${b.dureeMois ?? '?'} mois` : 'fin'} (terme ${formatDay(b.terme)}, ${b.moisContractualises} mois)`,
            },
            {
              title: 'Service référent',
              cell: ({ bilan: { avisDuReferent: avis } }) =>
                avis && (avis.favorable ? 'favorable' : 'défavorable'),
            },
            {
              title: 'Avis',
              cell: (point) =>
                point.avis ? (
                  `${sensAvis[point.avis.sens]} : ${point.avis.motif}`
                ) : writable && held ? (
                  <AvisSurBilan commissionId={commission.id} point={point} />
                ) : (
                  'à rendre'
                ),
            },
          ]}
        />
      )}
      {writable && <InscrireBilan commissionId={commission.id} />}
    </Section>
  );
}

function AvisSurBilan({ commissionId, point: { bilan } }: { commissionId: string; point: Point }) {
  const [sens, setSens] = useState<Sens>('favorable');
  const [motif, setMotif] = useState('');
  const record = useAct<void>({
    run: () =>
      read(
        api.POST('/api/v1/commissions/{id}/bilans/avis', {
          params: { path: { id: commissionId } },
          body: { bilanId: bilan.id, sens, motif },
        }),
      ),
    done: `${bilan.mesureNumero} : avis enregistré.`,
    refreshes,
  });
  return (
    <>
      <FormErreur error={record.error} />
      <Group gap="xs" wrap="nowrap">
        <Select
          aria-label={`Avis sur ${bilan.mesureNumero}`}
          size="sm"
          allowDeselect={false}
          data={optionsOf(sensAvis)}
          value={sens}
          onChange={(value) => value && setSens(value)}
        />
        <TextInput
          aria-label={`Motif de l’avis sur ${bilan.mesureNumero}`}
          size="sm"
          maxLength={2000}
          value={motif}
          onChange={(event) => setMotif(event.currentTarget.value)}
        />
        <Button
          size="compact-sm"
          variant="default"
          loading={record.isPending}
          onClick={() => record.mutate()}
        >
          Rendre l’avis
        </Button>
      </Group>
    </>
  );
}

function InscrireBilan({ commissionId }: { commissionId: string }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const waiting = useList(['bilans', 'attente', 'aInscrire'], (apres) =>
    read(api.GET('/api/v1/bilans', { params: { query: { etatBilan: 'aInscrire', apres } } })),
  );
  const enrol = useAct<string>({
    run: (bilanId) =>
      read(
        api.POST('/api/v1/commissions/{id}/bilans', {
          params: { path: { id: commissionId } },
          body: { bilanId },
        }),
      ),
    done: 'Bilan inscrit à l’ordre du jour.',
    refreshes,
    onDone: () => setChosen(null),
  });
  if (waiting.rows.length === 0) return null;
  return (
    <>
      <FormErreur error={enrol.error} />
      <Group gap="xs" align="end" mt="sm">
        <Select
          label="Bilan qui attend une séance"
          data={waiting.rows.map((b) => ({
            value: b.id,
            label: `${b.mesureNumero}, ${b.beneficiairePrenom} ${b.beneficiaireNom}`,
          }))}
          value={chosen}
          onChange={setChosen}
        />
        <Button
          variant="default"
          disabled={!chosen}
          loading={enrol.isPending}
          onClick={() => chosen && enrol.mutate(chosen)}
        >
          Inscrire le bilan
        </Button>
      </Group>
    </>
  );
}
