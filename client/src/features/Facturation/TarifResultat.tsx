import { Etat } from '@/components/ui/Etat';
import { Section } from '@/components/ui/Section';
import { SimpleTable } from '@/components/ui/SimpleTable';
import type { components } from '@/api/schema';
import { formatInteger, formatMoney, formatPeriod, formatQuarter } from '@/lib/format';
import { typesMesure } from '@/api/mots';
import styles from './tarif.module.css';

type TarifCalcule = components['schemas']['TarifCalcule'];

/** The lines and their total first; then every month, with the reason that makes it due or not. */
export function TarifResultat({ calcul }: { calcul: TarifCalcule }) {
  return (
    <>
      <Section title="Total">
        <p className={styles.total} role="status">
          {formatMoney(calcul.total)}
        </p>
        <SimpleTable
          caption="Lignes"
          rows={calcul.lignes}
          rowKey={(ligne) => `${ligne.type}-${ligne.prixUnitaire}`}
          columns={[
            { title: 'Type', cell: (ligne) => typesMesure[ligne.type] },
            { title: 'Quantité', cell: (ligne) => formatInteger(ligne.quantite), numeric: true },
            { title: 'Prix unitaire', cell: (ligne) => formatMoney(ligne.prixUnitaire), numeric: true },
            { title: 'Montant', cell: (ligne) => formatMoney(ligne.montant), numeric: true },
          ]}
        />
      </Section>
      <Section title="Mois par mois">
        <SimpleTable
          caption="Mois-mesure"
          rows={calcul.mois}
          rowKey={(mois) => `${mois.numero}-${mois.debut}`}
          columns={[
            { title: 'Mois', cell: (mois) => mois.numero, numeric: true },
            { title: 'Période', cell: (mois) => formatPeriod(mois.debut, mois.fin), nowrap: true },
            { title: 'Type', cell: (mois) => typesMesure[mois.type] },
            {
              title: 'Dû',
              cell: (mois) => <Etat tone={mois.du ? 'bon' : 'neutre'}>{mois.du ? 'dû' : 'non dû'}</Etat>,
            },
            { title: 'Motif', cell: (mois) => mois.motif },
            { title: 'Trimestre', cell: (mois) => formatQuarter(mois.trimestre), nowrap: true },
            { title: 'Montant', cell: (mois) => formatMoney(mois.montant), numeric: true },
          ]}
        />
      </Section>
    </>
  );
}
