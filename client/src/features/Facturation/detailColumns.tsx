import { Link } from '@tanstack/react-router';
import type { Column } from '@/components/ui/DataTable';
import { Etat } from '@/components/ui/Etat';
import { formatDay, formatMoney } from '@/lib/format';
import { typesMesure } from '@/api/mots';
import type { Detail } from './factures';
import styles from './matrice.module.css';

/** Due, not due, or taken back: the three quantities of R42. */
function Du({ detail }: { detail: Detail }) {
  if (detail.quantite > 0) return <Etat tone="bon">dû</Etat>;
  return detail.quantite === 0 ? <Etat tone="neutre">non dû</Etat> : <Etat tone="attention">repris</Etat>;
}

/** What the row pays for, as the way to it. */
function Reference({ detail: { reference, mesureId, bonDeCommandeId } }: { detail: Detail }) {
  if (mesureId)
    return (
      <Link to="/mesures/$mesureId" params={{ mesureId }}>
        {reference}
      </Link>
    );
  if (bonDeCommandeId)
    return (
      <Link to="/bons-de-commande/$bonDeCommandeId" params={{ bonDeCommandeId }}>
        Bon {reference}
      </Link>
    );
  return reference;
}

const words = (detail: Detail) => ({ 1: 'dû', 0: 'non dû', [-1]: 'repris' })[detail.quantite] ?? '';

/** The rows of a detailed statement: from each, its measure. */
export const detailColumns: readonly Column<Detail>[] = [
  {
    title: 'Mesure',
    value: (d) => d.reference,
    cell: (d) => <Reference detail={d} />,
    nowrap: true,
  },
  {
    title: 'Mois',
    value: (d) => d.moisNumero,
    cell: (d) => d.moisNumero ?? '–',
    numeric: true,
    secondary: true,
  },
  {
    title: 'Période',
    value: (d) => `${d.debut} / ${d.fin}`,
    cell: (d) => (
      <>
        <span className={styles.jour}>{formatDay(d.debut)} →</span>{' '}
        <span className={styles.jour}>{formatDay(d.fin)}</span>
      </>
    ),
  },
  {
    title: 'Type',
    value: (d) => d.type,
    cell: (d) => (d.type ? typesMesure[d.type] : 'forfait'),
    secondary: true,
  },
  { title: 'Dû', value: words, cell: (d) => <Du detail={d} /> },
  { title: 'Pourquoi', value: (d) => d.motif, secondary: true },
  { title: 'Montant', value: (d) => d.montant, cell: (d) => formatMoney(d.montant), numeric: true },
];
