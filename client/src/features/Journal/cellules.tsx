import { Link } from '@tanstack/react-router';
import type { Auteur } from './journal';

/** Who, on behalf of whom; the name leads to what that person did or saw. */
export function CelluleAuteur({ auteur }: { auteur: Auteur }) {
  return (
    <>
      <Pick name="utilisateurId" value={auteur.id} shown={nomDe(auteur)} />
      <br />
      <small>{organismeDe(auteur)}</small>
    </>
  );
}

export function nomDe(auteur: Auteur): string {
  return auteur.nom ?? 'compte inconnu';
}

export function organismeDe({ role, organisme }: Auteur): string {
  return [role || 'sans rôle', organisme].filter(Boolean).join(', ');
}

/** A value of a row that becomes a filter when followed. */
export function Pick({ name, value, shown }: { name: string; value: string; shown: string }) {
  return (
    <Link to="." search={((before: Record<string, string>) => ({ ...before, [name]: value })) as never}>
      {shown}
    </Link>
  );
}

export function CelluleDossier({ mesureId, objet }: { mesureId: string | null; objet: string }) {
  return mesureId ? <Pick name="mesureId" value={mesureId} shown={objet} /> : <>{objet}</>;
}

export function scelleDit(scelle: boolean): string {
  return scelle ? 'scellée' : 'en attente';
}
