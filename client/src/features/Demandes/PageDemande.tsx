import { getRouteApi } from '@tanstack/react-router';
import { useMay } from '@/api/session';
import type { Action } from '@/components/ui/ActionBar';
import { Loaded } from '@/components/ui/Loaded';
import { Page } from '@/components/ui/Page';
import { formatDay } from '@/lib/format';
import { AvisEtDecision } from './AvisEtDecision';
import { Decider } from './Decider';
import { useDemande, type Demande } from './demandes';
import { EtatDeDemande } from './etatDemande';
import { FaitsDeDemande } from './FaitsDeDemande';
import { RapprochementATrancher } from './RapprochementATrancher';

const route = getRouteApi('/cadre/demandes/$demandeId');

/** One Demande: what comes next on top, then its facts, its Avis and its Decision. */
export function PageDemande() {
  const { demandeId } = route.useParams();
  const query = useDemande(demandeId);
  const may = useMay();
  return (
    <Loaded query={query}>
      {(record) => {
        const demande = record.data;
        return (
          <Page
            title={`${demande.numero} · ${demande.beneficiaire.prenom} ${demande.beneficiaire.nom}`}
            status={<EtatDeDemande etat={demande.etat} />}
            lead={`Déposée le ${formatDay(demande.deposeeLe)} par ${demande.serviceReferent.nom}. ${nextOf(demande)}`}
            actions={actionsOf(demande, may)}
          >
            {demande.rapprochement === 'aTrancher' && may('trancherRapprochement') && (
              <RapprochementATrancher demande={demande} etag={record.etag} />
            )}
            {may('decider') && <Decider record={record} />}
            <FaitsDeDemande demande={demande} />
            <AvisEtDecision demande={demande} etag={record.etag} />
          </Page>
        );
      }}
    </Loaded>
  );
}

function nextOf({ etat }: Demande): string {
  switch (etat) {
    case 'deposee':
      return 'Elle attend d’être inscrite à une commission.';
    case 'inscrite':
      return 'La commission doit rendre son avis.';
    case 'ajournee':
      return 'Elle revient à la prochaine commission.';
    case 'avisRendu':
      return 'L’avis est rendu : le département doit décider.';
    case 'acceptee':
      return 'Elle attend son tour d’attribution.';
    case 'attribuee':
      return 'Le titulaire a reçu un bon de commande.';
    case 'refusee':
    case 'signee':
    case 'abandonnee':
      return '';
  }
}

function actionsOf(demande: Demande, may: ReturnType<typeof useMay>): Action[] {
  const actions: Action[] = [];
  if (['deposee', 'inscrite', 'ajournee'].includes(demande.etat) && may('tenirCommission')) {
    actions.push({ label: 'Voir les commissions', to: { to: '/commissions' } });
  }
  if (demande.etat === 'acceptee' && may('attribuer')) {
    actions.push({
      label: 'Attribuer',
      to: { to: '/attributions/demandes/$demandeId', params: { demandeId: demande.id } },
    });
  }
  if (demande.bonDeCommande && may('lireBonsDeCommande')) {
    actions.push({
      label: `Bon de commande ${demande.bonDeCommande.numero}`,
      to: { to: '/bons-de-commande/$bonDeCommandeId', params: { bonDeCommandeId: demande.bonDeCommande.id } },
    });
  }
  return actions;
}
