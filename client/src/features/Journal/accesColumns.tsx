import type { Column } from '@/components/ui/DataTable';
import { formatInstant } from '@/lib/format';
import { CelluleAuteur, CelluleDossier, nomDe, organismeDe, Pick, scelleDit } from './cellules';
import { naturesAcces, objetsAcces, type Acces } from './journal';

function quoi(a: Acces): string {
  const nombre = a.nombre === null ? '' : `, ${a.nombre} ${a.nombre > 1 ? 'lignes' : 'ligne'}`;
  const filtres = a.filtres.length > 0 ? `, filtrée sur ${a.filtres.join(', ')}` : '';
  return `${naturesAcces[a.nature]} : ${objetsAcces[a.objet]}${nombre}${filtres}`;
}

const when: Column<Acces> = {
  title: 'Quand',
  value: (a) => a.instant,
  cell: (a) => formatInstant(a.instant),
  nowrap: true,
};

/** Across files. */
export const accesColumns: readonly Column<Acces>[] = [
  { title: 'N°', value: (a) => a.id, numeric: true },
  when,
  {
    title: 'Qui',
    value: (a) => `${nomDe(a.auteur)}, ${organismeDe(a.auteur)}`,
    cell: (a) => <CelluleAuteur auteur={a.auteur} />,
  },
  {
    title: 'Ce qui fut vu',
    value: quoi,
    cell: (a) => <CelluleDossier mesureId={a.mesureId} objet={quoi(a)} />,
  },
  {
    title: 'Par',
    value: (a) => a.libelle,
    cell: (a) => <Pick name="operation" value={a.operation} shown={a.libelle} />,
    secondary: true,
  },
  { title: 'Sceau', value: (a) => scelleDit(a.scelle), secondary: true },
];

/** Of one file: nothing leads elsewhere. */
export const accesDeMesureColumns: readonly Column<Acces>[] = [
  when,
  { title: 'Qui', value: (a) => nomDe(a.auteur) },
  { title: 'Au titre de', value: (a) => organismeDe(a.auteur) },
  { title: 'Ce qui fut vu', value: quoi },
  { title: 'Par', value: (a) => a.libelle, secondary: true },
];
