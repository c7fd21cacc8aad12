import { Link } from '@tanstack/react-router';
import { useMay } from '@/api/session';

type Props = { personne: { id: string; prenom: string; nom: string } };

/** The name of the person, as the way to their file for whoever may open it (R63). */
export function LienPersonne({ personne: { id, prenom, nom } }: Props) {
  const may = useMay();
  const name = `${prenom} ${nom}`;
  return may('lireBeneficiaire') ? (
    <Link to="/beneficiaires/$beneficiaireId" params={{ beneficiaireId: id }}>
      {name}
    </Link>
  ) : (
    name
  );
}
