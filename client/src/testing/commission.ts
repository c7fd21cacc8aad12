import type { components } from '@/api/schema';

type Commission = components['schemas']['Commission'];
type Point = Commission['points'][number];

/** A Demande on the agenda, of which nothing was said yet. */
export function aPoint(ordre: number, nom: string, changes: Partial<Point> = {}): Point {
  return {
    ordre,
    demande: {
      id: `d${ordre}`,
      numero: `D-2022-053${ordre}`,
      etat: 'inscrite',
      deposeeLe: '2022-11-10',
      beneficiaireNom: nom,
      beneficiairePrenom: 'Colette',
      commune: 'Adissan',
      lot: '1',
      serviceReferent: 'CCAS du Littoral',
      eligible: true,
      gestionSouhaitee: true,
      dureeSouhaitee: 12,
      motif: null,
      decision: null,
    },
    avis: null,
    ...changes,
  };
}

export function aCommission(points: Point[]): Commission {
  return { id: 'c1', date: '2022-11-24', points, bilans: [], version: '3' };
}
