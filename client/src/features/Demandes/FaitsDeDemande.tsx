import { useLots, usePrestations } from '@/api/references';
import { Etat } from '@/components/ui/Etat';
import { Facts } from '@/components/ui/Facts';
import { LienPersonne } from '@/components/ui/LienPersonne';
import { Section } from '@/components/ui/Section';
import { formatDay, plural } from '@/lib/format';
import styles from './demandes.module.css';
import type { Demande } from './demandes';
import { questions } from './eligibilite';
import { labelOfGestion } from './etatDemande';

/** What was told when the Demande was filed. */
export function FaitsDeDemande({ demande }: { demande: Demande }) {
  const lots = useLots();
  const labels = new Map(usePrestations().map(({ code, libelle }) => [code, libelle]));
  const { beneficiaire, eligibilite } = demande;
  const souhait = [
    labelOfGestion(demande.gestionSouhaitee),
    demande.dureeSouhaitee && plural(demande.dureeSouhaitee, 'mois', 'mois'),
  ];
  return (
    <>
      <Section title="La demande">
        <Facts
          facts={[
            ['Personne', <LienPersonne key="personne" personne={beneficiaire} />],
            ['Né(e) le', formatDay(beneficiaire.dateNaissance)],
            ['Commune', demande.commune.nom],
            ['Lot', lots.labelOf(demande.lot)],
            ['Adresse', demande.adresse],
            ['Service référent', demande.serviceReferent.nom],
            ['Accord de la personne', formatDay(demande.accordLe)],
            ['Souhaité', souhait.filter(Boolean).join(', ')],
            ['Prestations', demande.prestations.map((code) => labels.get(code) ?? code).join(' ; ')],
            ['Motif', demande.motif],
          ]}
        />
      </Section>
      <Section title="Éligibilité (art. 2)">
        <ul className={styles.answers}>
          {questions.map(({ name, label }) => (
            <li key={name}>
              <Etat tone={eligibilite[name] ? 'bon' : 'attention'}>{eligibilite[name] ? 'oui' : 'non'}</Etat>
              {label}
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
