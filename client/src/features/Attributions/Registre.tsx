import { Link } from '@tanstack/react-router';
import { useList } from '@/api/list';
import type { components } from '@/api/schema';
import { useMay } from '@/api/session';
import { DataTable, type Column } from '@/components/ui/DataTable';
import { Etat, type Tone } from '@/components/ui/Etat';
import { formatDay } from '@/lib/format';
import { loadRegistre, type TourDeRole } from './attributions';
import styles from './attributions.module.css';

type Inscription = components['schemas']['Inscription'];

const natures: Record<Inscription['nature'], { label: string; tone: Tone }> = {
  automatique: { label: 'à son tour', tone: 'bon' },
  manuelle: { label: 'choix manuel', tone: 'attention' },
  restitution: { label: 'tour rendu', tone: 'encours' },
  entree: { label: 'entrée', tone: 'neutre' },
  sortie: { label: 'sortie', tone: 'neutre' },
};

/** Greatest minus smallest count after the line: what a manual choice widens and the next turns narrow. */
function gapOf({ comptes }: Inscription): number {
  const values = comptes.map(({ valeur }) => valeur);
  return values.length > 1 ? Math.max(...values) - Math.min(...values) : 0;
}

/** The register, latest line first, each with its sentence. */
export function Registre({ tour }: { tour: TourDeRole }) {
  const may = useMay();
  const list = useList(['tours-de-role', tour.lot, 'registre'], (apres) => loadRegistre(tour.lot, apres));
  const columns: Column<Inscription>[] = [
    {
      title: 'N°',
      value: (i) => i.numero,
      cell: (i) => <LienDuBon inscription={i} opens={may('lireBonsDeCommande')} />,
      nowrap: true,
    },
    { title: 'Date', value: (i) => i.date, cell: (i) => formatDay(i.date), nowrap: true },
    {
      title: 'Nature',
      value: (i) => natures[i.nature].label,
      cell: (i) => <Etat tone={natures[i.nature].tone}>{natures[i.nature].label}</Etat>,
    },
    { title: 'Titulaire', value: (i) => i.titulaire.nom, secondary: true },
    {
      title: 'Compte',
      value: (i) => `${i.compteAvant} → ${i.compteApres}`,
      nowrap: true,
    },
    {
      title: 'Écart après',
      value: (i) => gapOf(i),
      cell: (i) => <span className={styles.ecart}>{gapOf(i)}</span>,
      numeric: true,
      secondary: true,
    },
    {
      title: 'Pourquoi',
      value: (i) => [i.explication, i.motif].filter(Boolean).join(' — '),
      cell: (i) => (
        <div className={styles.why}>
          {i.explication}
          {i.motif && <span className={styles.motif}>{i.motif}</span>}
        </div>
      ),
    },
  ];
  return (
    <DataTable
      title={`Registre · ${tour.nom}`}
      name={`registre-lot-${tour.lot}`}
      list={list}
      columns={columns}
      rowKey={(i) => String(i.ordre)}
    />
  );
}

/** The number in the register; a turn given back names the order that it comes from. */
function LienDuBon({ inscription, opens }: { inscription: Inscription; opens: boolean }) {
  const { numero, bonDeCommande } = inscription;
  const shown = numero === null ? bonDeCommande?.numero : `n° ${numero}`;
  if (!bonDeCommande || !opens) return shown;
  return (
    <Link
      to="/bons-de-commande/$bonDeCommandeId"
      params={{ bonDeCommandeId: bonDeCommande.id }}
      aria-label={`${shown}, bon ${bonDeCommande.numero}`}
    >
      {shown}
    </Link>
  );
}
