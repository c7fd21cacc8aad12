import { SimpleTable } from '@/components/ui/SimpleTable';
import { formatInteger, formatMoney, plural } from '@/lib/format';
import { typesMesure } from '@/api/mots';
import type { Ligne } from './factures';
import styles from './tarif.module.css';

const naturesLigne: Record<Ligne['nature'], string> = {
  SGU: `Mois-mesure ${typesMesure.SGU}`,
  AGU: `Mois-mesure ${typesMesure.AGU}`,
  SGR: `Mois-mesure ${typesMesure.SGR}`,
  AGR: `Mois-mesure ${typesMesure.AGR}`,
  forfait: 'Forfait d’abandon',
  regularisation: 'Régularisation d’un trimestre déjà facturé',
};

type Props = { lignes: readonly Ligne[]; total: number };

/** The total, said as what it is made of, then its lines. */
export function LignesFacture({ lignes, total }: Props) {
  return (
    <>
      <p className={styles.total}>
        {formatMoney(total)}{' '}
        <small>
          = {total < 0 && 'reprise de '}
          {sumOf(lignes)}
        </small>
      </p>
      <SimpleTable
        caption="Lignes de la facture"
        rows={lignes}
        rowKey={(ligne) => `${ligne.nature}-${ligne.prixUnitaire}-${ligne.bareme ?? ''}`}
        columns={[
          { title: 'Ligne', cell: (l) => naturesLigne[l.nature] },
          { title: 'Barème', cell: (l) => l.bareme, secondary: true },
          { title: 'Quantité', cell: (l) => formatInteger(l.quantite), numeric: true },
          {
            title: 'Prix unitaire',
            cell: (l) => formatMoney(l.prixUnitaire),
            numeric: true,
            secondary: true,
          },
          { title: 'Montant', cell: (l) => formatMoney(l.montant), numeric: true },
        ]}
      />
    </>
  );
}

/** « 402 mois-mesure + 2 forfaits » */
function sumOf(lignes: readonly Ligne[]): string {
  const count = (of: (nature: Ligne['nature']) => boolean) =>
    lignes.filter(({ nature }) => of(nature)).reduce((sum, { quantite }) => sum + Math.abs(quantite), 0);
  const forfaits = count((nature) => nature === 'forfait');
  const corrected = lignes.filter(({ nature }) => nature === 'regularisation').length;
  const months = count((nature) => nature !== 'forfait' && nature !== 'regularisation');
  return [
    plural(months, 'mois-mesure', 'mois-mesure'),
    forfaits === 0 ? null : plural(forfaits, 'forfait'),
    corrected === 0 ? null : plural(corrected, 'régularisation'),
  ]
    .filter(Boolean)
    .join(' + ');
}
