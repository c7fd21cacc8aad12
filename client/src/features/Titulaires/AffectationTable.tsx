import { NativeSelect } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Erreur } from '@/components/ui/Erreur';
import { SimpleTable } from '@/components/ui/SimpleTable';
import { useAct } from '@/components/ui/useAct';
import { formatDay, formatDecimal } from '@/lib/format';
import { affecter, type ChargeIntervenant, type SansIntervenant } from './equipe';

type Props = {
  attente: readonly SansIntervenant[];
  intervenants: readonly ChargeIntervenant[];
  may: boolean;
};

/**
 * What nobody follows, oldest first. One list of names a line, least charged first: Tab reaches it, the first letters or the arrows
 * choose, and the choice is the act; the next line is one Tab further.
 */
export function AffectationTable({ attente, intervenants, may }: Props) {
  const act = useAct({
    run: affecter,
    done: 'Intervenant désigné.',
    refreshes: [['charge'], ['mesures'], ['bons-de-commande'], ['a-faire']],
  });
  const choix = intervenants
    .filter(({ estChef, capacite }) => !estChef && capacite.etp > 0)
    .sort((a, b) => a.capacite.mesures / a.capacite.etp - b.capacite.mesures / b.capacite.etp)
    .map(({ id, nom, capacite }) => ({
      value: id,
      label: `${nom} (${capacite.mesures} sur ${formatDecimal(capacite.maximum)})`,
    }));
  return (
    <>
      <Erreur error={act.error} />
      <SimpleTable
        caption="Sans intervenant"
        rows={attente}
        rowKey={({ id }) => id}
        columns={[
          { title: 'Numéro', cell: (ligne) => <Dossier ligne={ligne} />, nowrap: true },
          { title: 'Personne', cell: ({ personne }) => personne },
          { title: 'Commune', cell: ({ commune, lot }) => `${commune}, lot ${lot}` },
          { title: 'Depuis', cell: ({ depuis }) => formatDay(depuis), nowrap: true },
          {
            title: 'Confier à',
            cell: ({ type, id, numero }) =>
              may && (
                <NativeSelect
                  size="xs"
                  aria-label={`Confier ${numero} à`}
                  value=""
                  disabled={act.isPending}
                  data={[{ value: '', label: 'Choisir un intervenant' }, ...choix]}
                  onChange={(event) => act.mutate({ type, id, intervenantId: event.currentTarget.value })}
                />
              ),
          },
        ]}
      />
    </>
  );
}

function Dossier({ ligne: { type, id, numero } }: { ligne: SansIntervenant }) {
  return type === 'mesure' ? (
    <Link to="/mesures/$mesureId" params={{ mesureId: id }}>
      {numero}
    </Link>
  ) : (
    <Link to="/bons-de-commande/$bonDeCommandeId" params={{ bonDeCommandeId: id }}>
      {numero}
    </Link>
  );
}
