import { Link } from '@tanstack/react-router';
import { useLots } from '@/api/references';
import { useMay } from '@/api/session';
import { Explication } from '@/components/ui/Explication';
import { Facts } from '@/components/ui/Facts';
import { LienPersonne } from '@/components/ui/LienPersonne';
import { Section } from '@/components/ui/Section';
import { formatDay } from '@/lib/format';
import { motifsFin, zones } from '@/api/mots';
import type { Mesure } from './mesures';

export function FaitsMesure({ mesure }: { mesure: Mesure }) {
  const { beneficiaire, commune, bonDeCommande, demande } = mesure;
  const lots = useLots();
  const may = useMay();
  const reception = mesure.recuLe
    ? `${formatDay(mesure.recuLe)}${mesure.receptionReputee ? ' (réputée)' : ''}`
    : null;
  const ended: [string, string][] = mesure.finReelle
    ? [
        ['Fin réelle', formatDay(mesure.finReelle)],
        ['Motif de fin', mesure.motifFin ? motifsFin[mesure.motifFin] : ''],
      ]
    : [];
  return (
    <Section title="La mesure">
      <Facts
        facts={[
          ['Bénéficiaire', <LienPersonne key="personne" personne={beneficiaire} />],
          ['Date de naissance', formatDay(beneficiaire.dateNaissance)],
          ['Commune', `${commune.nom} (${commune.codeInsee})`],
          ['Lot', lots.labelOf(mesure.lot)],
          ['Titulaire', mesure.titulaire.nom],
          ['Intervenant', mesure.intervenant?.nom ?? 'personne encore'],
          ['Service référent', mesure.serviceReferent.nom],
          [
            'Bon de commande',
            may('lireBonsDeCommande') ? (
              <Link
                key="bon"
                to="/bons-de-commande/$bonDeCommandeId"
                params={{ bonDeCommandeId: bonDeCommande.id }}
              >
                {bonDeCommande.nom}
              </Link>
            ) : (
              bonDeCommande.nom
            ),
          ],
          [
            'Demande',
            demande && !may('lireDemandes')
              ? demande.nom
              : demande && (
                  <Link key="demande" to="/demandes/$demandeId" params={{ demandeId: demande.id }}>
                    {demande.nom}
                  </Link>
                ),
          ],
          ['Bon de commande reçu', reception],
          ['Première rencontre', formatDay(mesure.premiereRencontreLe)],
          ['Signature', formatDay(mesure.debut)],
          ['Fin prévue', formatDay(mesure.finPrevue)],
          ...ended,
        ]}
      />
      <br />
      <Explication
        title={`Pourquoi le type ${mesure.type}`}
        clause="R38"
        phrases={[
          mesure.avecGestion
            ? 'Le contrat en cours donne au titulaire la gestion de prestations : le type commence par A.'
            : 'Le contrat en cours est sans gestion de prestations : le type commence par S.',
          `${commune.nom} est en zone ${zones[commune.zone]} : le type finit par ${commune.zone === 'rurale' ? 'R' : 'U'}.`,
          commune.demonstration
            ? 'Cette zone est une donnée de démonstration : la liste officielle du département n’est pas encore importée.'
            : 'Cette zone vient de la liste importée par le département.',
        ]}
      />
    </Section>
  );
}
