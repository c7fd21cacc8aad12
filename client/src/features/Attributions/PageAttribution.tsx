import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, read } from '@/api/http';
import type { components } from '@/api/schema';
import { useMay } from '@/api/session';
import type { Action } from '@/components/ui/ActionBar';
import { EmptyState } from '@/components/ui/EmptyState';
import { Erreur } from '@/components/ui/Erreur';
import { Explication } from '@/components/ui/Explication';
import { Loaded } from '@/components/ui/Loaded';
import { Page } from '@/components/ui/Page';
import { Section } from '@/components/ui/Section';
import { useAct } from '@/components/ui/useAct';
import { useIdempotencyKey } from '@/components/ui/useIdempotencyKey';
import { attributionKeys, useApercu, useTourDeRole, type Apercu } from './attributions';
import { ChoixManuel } from './ChoixManuel';
import { ComptesTable } from './ComptesTable';

const route = getRouteApi('/cadre/attributions/demandes/$demandeId');

/** One Demande: who is next in its Lot and why, then in turn or by choice (R11). */
export function PageAttribution() {
  const { demandeId } = route.useParams();
  const query = useApercu(demandeId);
  return (
    <Loaded query={query}>
      {({ apercus: [apercu] }) =>
        apercu ? (
          <Attribution apercu={apercu} />
        ) : (
          <Page title="Attribuer">
            <EmptyState title="Cette demande n’attend pas d’attribution." />
          </Page>
        )
      }
    </Loaded>
  );
}

function Attribution({ apercu }: { apercu: Apercu }) {
  const may = useMay();
  const navigate = route.useNavigate();
  const tour = useTourDeRole(apercu.lot);
  const [choosing, setChoosing] = useState(false);
  const [key] = useIdempotencyKey();
  const onDone = ({ bonDeCommande }: components['schemas']['Attribution']) =>
    void navigate({
      to: '/bons-de-commande/$bonDeCommandeId',
      params: { bonDeCommandeId: bonDeCommande.id },
    });
  const allocate = useAct<void, components['schemas']['Attribution']>({
    run: () =>
      read(
        api.POST('/api/v1/demandes/{id}/attribution', {
          params: { path: { id: apercu.demandeId }, header: { 'Idempotency-Key': key } },
          body: {},
        }),
      ),
    done: ({ bonDeCommande, titulaire }) => `Bon ${bonDeCommande.numero} émis à ${titulaire.nom}.`,
    refreshes: attributionKeys,
    onDone,
  });
  const actions: Action[] = [
    {
      label: apercu.titulaire ? `Attribuer à ${apercu.titulaire.nom}` : 'Attribuer',
      onClick: () => allocate.mutate(),
      pending: allocate.isPending,
      refusal: apercu.refus,
    },
  ];
  if (may('attribuerManuellement') && !apercu.refus) {
    actions.push({ label: 'Choisir un titulaire', onClick: () => setChoosing(true) });
  }

  return (
    <Page
      title={`Attribuer la demande ${apercu.demandeNumero}`}
      lead={
        <Link to="/demandes/$demandeId" params={{ demandeId: apercu.demandeId }}>
          Voir la demande
        </Link>
      }
      actions={may('attribuer') ? actions : []}
    >
      <Erreur error={allocate.error} />
      <Section
        title={apercu.titulaire ? `Prochain servi : ${apercu.titulaire.nom}` : 'Personne ne peut être servi'}
      >
        <Explication phrases={apercu.explication ?? apercu.refus ?? ''} clause="art. 3" />
      </Section>
      {tour.data && (
        <Section
          title={`Tour de rôle du ${tour.data.nom}`}
          aside={
            <Link to="/tour-de-role/$lotCode" params={{ lotCode: apercu.lot }}>
              Registre
            </Link>
          }
        >
          <ComptesTable tour={tour.data} />
        </Section>
      )}
      {choosing && tour.data && (
        <ChoixManuel
          demandeId={apercu.demandeId}
          titulaires={tour.data.comptes.filter(({ actif }) => actif).map(({ titulaire }) => titulaire)}
          onClose={() => setChoosing(false)}
          onDone={onDone}
        />
      )}
    </Page>
  );
}
