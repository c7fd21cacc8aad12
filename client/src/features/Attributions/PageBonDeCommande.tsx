import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useLots } from '@/api/references';
import { useMay } from '@/api/session';
import type { Action } from '@/components/ui/ActionBar';
import { Explication } from '@/components/ui/Explication';
import { Facts } from '@/components/ui/Facts';
import { Loaded } from '@/components/ui/Loaded';
import { Page } from '@/components/ui/Page';
import { Section } from '@/components/ui/Section';
import { formatDay, plural } from '@/lib/format';
import { ActeDialog } from './ActeDialog';
import { actesOf, useBon, type ActeBon, type Bon } from './bons';
import { DeplacementsTable } from './DeplacementsTable';
import { PreparationDuBon } from './PreparationDuBon';
import { EtatDeBon, labelOfForfait, labelOfNature } from './etatBon';

const route = getRouteApi('/cadre/bons-de-commande/$bonDeCommandeId');

/** One order, from its issue to its contract (R12, R14, R16). */
export function PageBonDeCommande() {
  const { bonDeCommandeId } = route.useParams();
  const query = useBon(bonDeCommandeId);
  const may = useMay();
  const [acte, setActe] = useState<ActeBon | null>(null);

  return (
    <Loaded query={query}>
      {(record) => {
        const bon = record.data;
        const actions: Action[] = actesOf(bon, may).map(({ acte: name, ...action }) => ({
          ...action,
          onClick: () => setActe(name),
        }));
        if (bon.mesure && may('lireMesures')) {
          actions.unshift({
            label: `Mesure ${bon.mesure.numero}`,
            to: { to: '/mesures/$mesureId', params: { mesureId: bon.mesure.id } },
          });
        }
        return (
          <Page
            title={`${bon.numero} · ${bon.beneficiaire.prenom} ${bon.beneficiaire.nom}`}
            status={<EtatDeBon etat={bon.etat} />}
            lead={`${bon.titulaire.nom}. ${nextOf(bon)}`}
            actions={actions}
          >
            <FaitsDuBon bon={bon} />
            <PreparationDuBon bon={bon} />
            <DeplacementsTable deplacements={bon.deplacements} />
            {acte && <ActeDialog acte={acte} record={record} onClose={() => setActe(null)} />}
          </Page>
        );
      }}
    </Loaded>
  );
}

function nextOf(bon: Bon): string {
  switch (bon.etat) {
    case 'emis':
      return `Sans accusé de réception, il est réputé reçu le ${formatDay(bon.receptionReputeeLe)}.`;
    case 'recu':
      return 'Reste à faire signer le contrat lors de la première rencontre.';
    case 'signe':
      return 'Le contrat est signé, la mesure est ouverte.';
    case 'abandonne':
    case 'annule':
      return 'Le tour a été rendu, la demande suit son cours.';
  }
}

function FaitsDuBon({ bon }: { bon: Bon }) {
  const lots = useLots();
  const may = useMay();
  return (
    <>
      <Section title="La commande">
        <Facts
          facts={[
            [
              'Demande',
              may('lireDemandes') && bon.demande.numero ? (
                <Link key="demande" to="/demandes/$demandeId" params={{ demandeId: bon.demande.id }}>
                  {bon.demande.numero}
                </Link>
              ) : (
                bon.demande.numero
              ),
            ],
            ['Né(e) le', formatDay(bon.beneficiaire.dateNaissance)],
            ['Commune', bon.commune.nom],
            ['Lot', lots.labelOf(bon.lot)],
            ['Service référent', bon.serviceReferent],
            ['Nature', labelOfNature(bon.avecGestion)],
            ['Durée', plural(bon.dureeMois, 'mois', 'mois')],
            ...(bon.etat === 'abandonne'
              ? [['Forfait d’abandon', labelOfForfait(bon.forfait)] as const]
              : []),
            ...(bon.motifCloture ? [['Motif de clôture', bon.motifCloture] as const] : []),
          ]}
        />
      </Section>
      <Section title="Les dates">
        <Facts
          facts={[
            ['Mis à disposition', formatDay(bon.emisLe)],
            [
              bon.receptionReputee ? 'Reçu (réputé, sans accusé)' : 'Reçu',
              bon.recuLe ? formatDay(bon.recuLe) : `réputé reçu le ${formatDay(bon.receptionReputeeLe)}`,
            ],
            [
              'Première rencontre',
              bon.etat === 'emis' || bon.etat === 'recu'
                ? `au plus tard le ${formatDay(bon.premiereRencontreLimite)}`
                : formatDay(bon.premiereRencontreLe),
            ],
            ['Contrat signé', formatDay(bon.signeLe)],
            ...(bon.closLe ? [['Clos', formatDay(bon.closLe)] as const] : []),
          ]}
        />
      </Section>
      <Section title="Pourquoi ce titulaire">
        <Explication title={`N° ${bon.numeroTour} au registre du lot`} phrases={bon.explication} />
      </Section>
    </>
  );
}
