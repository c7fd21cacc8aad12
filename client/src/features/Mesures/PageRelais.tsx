import { Button, Group } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, read } from '@/api/http';
import { useLots } from '@/api/references';
import { useMay } from '@/api/session';
import { Erreur } from '@/components/ui/Erreur';
import { Etat } from '@/components/ui/Etat';
import { Facts } from '@/components/ui/Facts';
import { Loaded } from '@/components/ui/Loaded';
import { Page } from '@/components/ui/Page';
import { Section } from '@/components/ui/Section';
import { SimpleTable } from '@/components/ui/SimpleTable';
import { useAct } from '@/components/ui/useAct';
import { formatDay, plural } from '@/lib/format';
import { etendues, relaisKeys, useRelais, type Relais, type RencontreDeRelais } from './relais';

const route = getRouteApi('/cadre/relais/$relaisId');

/** One hand-over: which meeting is still to hold for which measure, left and taken up again at will (R24). */
export function PageRelais() {
  const { relaisId } = route.useParams();
  return <Loaded query={useRelais(relaisId)}>{(relais) => <UnRelais relais={relais} />}</Loaded>;
}

function UnRelais({ relais }: { relais: Relais }) {
  const lots = useLots();
  const may = useMay();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const meet = useAct<RencontreDeRelais, Relais>({
    run: (rencontre) =>
      read(
        api.POST('/api/v1/relais/{id}/rencontres', {
          params: { path: { id: relais.id } },
          body: { mesures: [...chosen], rencontre },
        }),
      ),
    done: 'Rencontre enregistrée.',
    refreshes: relaisKeys,
    onDone: () => setChosen(new Set()),
  });
  const lines = relais.mesures.filter(({ mesureId }) => chosen.has(mesureId));
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const holds = may('tenirRencontreDeRelais');
  return (
    <Page
      title={`Passage de relais · ${lots.labelOf(relais.lot)}`}
      lead={`${relais.cedant.nom} → ${relais.repreneur.nom}, à compter du ${formatDay(relais.demandee)}`}
    >
      <Section title="Où en est-on">
        <Facts
          facts={[
            ['Mesures', plural(relais.mesures.length, 'mesure')],
            ['Étendue', etendues[relais.etendue]],
            ['Prévu le', formatDay(relais.prevuLe)],
            ['Équipes à réunir', plural(relais.resteEquipes, 'mesure')],
            ['Personnes à rencontrer', plural(relais.restePersonne, 'mesure')],
            ['Motif', relais.motif],
          ]}
        />
      </Section>
      <Section title="Rencontres, mesure par mesure">
        <Erreur error={meet.error} />
        {holds && chosen.size > 0 && (
          <Group gap="xs" mb="sm" role="group" aria-label="Rencontres à enregistrer">
            <Button
              size="xs"
              variant="default"
              disabled={lines.some(({ reste }) => reste !== 'equipes')}
              loading={meet.isPending}
              onClick={() => meet.mutate('equipes')}
            >
              Équipes réunies aujourd’hui ({chosen.size})
            </Button>
            <Button
              size="xs"
              variant="default"
              disabled={lines.some(({ reste }) => reste !== 'personne')}
              loading={meet.isPending}
              onClick={() => meet.mutate('personne')}
            >
              Personnes rencontrées aujourd’hui ({chosen.size})
            </Button>
          </Group>
        )}
        <SimpleTable
          caption="Rencontres, mesure par mesure"
          rows={relais.mesures}
          rowKey={({ mesureId }) => mesureId}
          columns={[
            {
              title: 'Choisir',
              cell: ({ mesureId, numero, reste }) =>
                holds &&
                reste && (
                  <input
                    type="checkbox"
                    aria-label={`Choisir ${numero}`}
                    checked={chosen.has(mesureId)}
                    onChange={() => toggle(mesureId)}
                  />
                ),
            },
            {
              title: 'Mesure',
              nowrap: true,
              cell: ({ mesureId, numero }) => (
                <Link to="/mesures/$mesureId" params={{ mesureId }}>
                  {numero}
                </Link>
              ),
            },
            { title: 'Passe le', nowrap: true, cell: ({ date }) => formatDay(date) },
            { title: 'Pourquoi ce jour', cell: ({ explication }) => explication },
            { title: 'Suivie jusque-là par', cell: ({ ancien }) => ancien ?? 'personne' },
            { title: 'Équipes', nowrap: true, cell: ({ rencontreEquipesLe: le }) => <Tenue le={le} /> },
            { title: 'Personne', nowrap: true, cell: ({ rencontrePersonneLe: le }) => <Tenue le={le} /> },
          ]}
        />
      </Section>
    </Page>
  );
}

function Tenue({ le }: { le: string | null | undefined }) {
  return le ? <Etat tone="bon">{formatDay(le)}</Etat> : <Etat tone="attention">à tenir</Etat>;
}
