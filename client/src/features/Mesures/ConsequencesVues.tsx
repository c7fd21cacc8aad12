import { Facts } from '@/components/ui/Facts';
import { SimpleTable } from '@/components/ui/SimpleTable';
import { formatDay, formatMoney, formatPeriod } from '@/lib/format';
import type { Consequences } from './suites';

type Etat = Consequences['mois'][number]['avant'];

/** What a change does to the months, the price, the Bilans and the total length, before it is signed (R3, R21). */
export function ConsequencesVues({ consequences: c }: { consequences: Consequences }) {
  if (c.refus) return <p role="alert">{c.refus.message}</p>;
  return (
    <>
      <Facts
        facts={[
          ['Fin du contrat', change(formatDay(c.finAvant), formatDay(c.finApres))],
          [
            'Mois contractualisés',
            `${change(String(c.moisAvant), String(c.moisApres))} sur ${c.moisMax} (R3)`,
          ],
          ['Montant des contrats', change(formatMoney(c.totalAvant), formatMoney(c.totalApres))],
          ...c.bilans.map(
            ({ mois, avant, apres }) =>
              [
                mois ? `Bilan d’étape M${mois}` : 'Bilan final',
                change(formatDay(avant), formatDay(apres)),
              ] as const,
          ),
        ]}
      />
      {c.avertissements.map((sentence) => (
        <p key={sentence} role="status">
          {sentence}
        </p>
      ))}
      {c.mois.length > 0 && (
        <SimpleTable
          caption="Mois-mesure qui changent"
          rows={c.mois}
          rowKey={({ debut, numero }) => `${numero}-${debut}`}
          columns={[
            { title: 'Mois', cell: ({ numero }) => numero, numeric: true },
            { title: 'Jours', cell: ({ debut, fin }) => formatPeriod(debut, fin), nowrap: true },
            { title: 'Avant', cell: ({ avant }) => say(avant) },
            { title: 'Après', cell: ({ apres }) => say(apres) },
            { title: 'Facture', cell: ({ facture }) => facture },
          ]}
        />
      )}
    </>
  );
}

const change = (before: string, after: string) =>
  before === after ? `${before}, inchangé` : `${before} → ${after}`;

const say = (etat: Etat) => (etat ? `${etat.type}, ${etat.du ? formatMoney(etat.montant) : 'non dû'}` : null);
