import { api, read, type Versioned } from '@/api/http';
import { useAujourdhui } from '@/api/session';
import { Perime, type Said } from '@/components/ui/Perime';
import { Section } from '@/components/ui/Section';
import { useVersionedAct } from '@/components/ui/useVersionedAct';
import { formatDay } from '@/lib/format';
import { avisToFollow, initialDecision, toDecision, type DecisionValues } from './decision';
import { DecisionForm } from './DecisionForm';
import { demandeKeys, type Demande } from './demandes';
import { labelOfEtat, labelOfGestion, labelOfSens } from './etatDemande';

/** The Decision awaited (R9, R10); what was typed outlives a newer version of the Demande. */
export function Decider({ record }: { record: Versioned<Demande> }) {
  const demande = record.data;
  const today = useAujourdhui();
  const decide = useVersionedAct<Demande, DecisionValues, Demande>(record, {
    run: (values, { data, etag }) =>
      read(
        api.POST('/api/v1/demandes/{id}/decision', {
          params: { path: { id: data.id }, header: { 'If-Match': etag } },
          body: toDecision(data, values),
        }),
      ),
    done: 'Décision enregistrée.',
    refreshes: demandeKeys,
  });
  const possible = demande.etat === 'avisRendu';

  if (decide.stale) {
    return (
      <Section title="Décider">
        <Perime
          stale={decide.stale}
          say={sayDemande}
          act="Enregistrer la décision"
          mine={sayDecision(toDecision(demande, decide.stale.values))}
          possible={possible}
          pending={decide.isPending}
        />
      </Section>
    );
  }
  if (!possible) return null;
  return (
    <DecisionForm
      demande={demande}
      initial={decide.sent ?? initialDecision(demande, today)}
      onSubmit={(values) => decide.mutate(values)}
      pending={decide.isPending}
      error={decide.error}
    />
  );
}

function sayDemande(demande: Demande): Said {
  const avis = avisToFollow(demande);
  const { decision } = demande;
  return [
    ['État', labelOfEtat(demande.etat)],
    ['Avis', avis && `${labelOfSens(avis.sens)}, le ${formatDay(avis.date)} : ${avis.motif}`],
    ...(decision ? sayDecision(decision).map(([name, value]) => [`Décision : ${name}`, value] as const) : []),
  ];
}

type Decided = Pick<ReturnType<typeof toDecision>, 'sens' | 'date' | 'avecGestion' | 'dureeMois' | 'motif'>;

const sayDecision = ({ sens, date, avecGestion, dureeMois, motif }: Decided): Said => [
  ['sens', labelOfSens(sens)],
  ['date', formatDay(date)],
  ['nature', labelOfGestion(avecGestion)],
  ['durée', dureeMois ? `${dureeMois} mois` : null],
  ['motif', motif],
];
