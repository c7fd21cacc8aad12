import { Link } from '@tanstack/react-router';
import type { components } from '@/api/schema';
import { SimpleTable } from '@/components/ui/SimpleTable';

type Attribution = components['schemas']['Attribution'];

type Props = { attributions: readonly Attribution[]; names: ReadonlyMap<string, string> };

/** What was just given, with its number in the register of its Lot. */
export function ServisTable({ attributions, names }: Props) {
  return (
    <SimpleTable
      caption="Attribué à l’instant"
      rows={attributions}
      rowKey={({ demandeId }) => demandeId}
      columns={[
        { title: 'Lot', cell: ({ lot }) => lot },
        { title: 'N° au registre', cell: ({ numero }) => numero, numeric: true },
        {
          title: 'Bon de commande',
          cell: ({ bonDeCommande: { id, numero } }) => (
            <Link to="/bons-de-commande/$bonDeCommandeId" params={{ bonDeCommandeId: id }}>
              {numero}
            </Link>
          ),
          nowrap: true,
        },
        { title: 'Personne', cell: ({ demandeId }) => names.get(demandeId) },
        { title: 'Titulaire', cell: ({ titulaire }) => titulaire.nom },
        {
          title: 'Compte',
          cell: ({ compteAvant, compteApres }) => `${compteAvant} → ${compteApres}`,
          nowrap: true,
        },
        { title: 'Pourquoi', cell: ({ explication }) => explication },
      ]}
    />
  );
}
