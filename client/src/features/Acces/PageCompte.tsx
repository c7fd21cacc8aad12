import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { Versioned } from '@/api/http';
import { roles } from '@/api/roles';
import type { Action } from '@/components/ui/ActionBar';
import { Facts } from '@/components/ui/Facts';
import { Loaded } from '@/components/ui/Loaded';
import { Page } from '@/components/ui/Page';
import { formatDay, formatInstant } from '@/lib/format';
import { ActeDeCompteDialog, type ActeDeCompte } from './ActeDeCompteDialog';
import { compteQuery, EtatDuCompte, secondFacteurOf, type Compte } from './comptes';
import { DepartDialog } from './DepartDialog';

const route = getRouteApi('/cadre/comptes/$compteId');

/** One account: what it may, whether it is used, and what its keeper can do with it. */
export function PageCompte() {
  const { compteId } = route.useParams();
  return <Loaded query={useQuery(compteQuery(compteId))}>{(compte) => <Fiche compte={compte} />}</Loaded>;
}

function Fiche({ compte }: { compte: Versioned<Compte> }) {
  const { data } = compte;
  const [open, setOpen] = useState<ActeDeCompte | 'depart' | null>(null);
  const closed = data.etat === 'desactive' || data.etat === 'parti' ? 'Ce compte est fermé.' : null;
  const actions: Action[] = [
    { label: 'Fixer le dernier jour', onClick: () => setOpen('depart') },
    {
      label: data.etat === 'invite' ? 'Renvoyer l’invitation' : 'Envoyer un lien de mot de passe',
      refusal: closed,
      onClick: () => setOpen('invitation'),
    },
    ...(data.etat === 'verrouille'
      ? [{ label: 'Déverrouiller', onClick: () => setOpen('deverrouillage') }]
      : []),
    ...(data.applicationDeCodes || data.clesDAcces > 0
      ? [
          {
            label: 'Réinitialiser le second facteur',
            refusal: closed,
            onClick: () => setOpen('secondFacteur'),
          },
        ]
      : []),
    data.etat === 'desactive'
      ? { label: 'Rouvrir le compte', onClick: () => setOpen('reactivation') }
      : { label: 'Désactiver', danger: true, onClick: () => setOpen('desactivation') },
  ];

  return (
    <Page
      title={data.nom}
      status={<EtatDuCompte etat={data.etat} />}
      lead={data.identifiant}
      actions={actions}
    >
      <Facts
        facts={[
          ['Rôle', roles[data.role]],
          ['Organisme', data.titulaire?.nom ?? data.serviceReferent?.nom],
          ['Second facteur', secondFacteurOf(data)],
          ['Dernière utilisation', formatInstant(data.derniereUtilisation)],
          ['Dernier jour', formatDay(data.fin)],
        ]}
      />
      {open === 'depart' && <DepartDialog compte={compte} onClose={() => setOpen(null)} />}
      {open && open !== 'depart' && (
        <ActeDeCompteDialog acte={open} compte={compte} onClose={() => setOpen(null)} />
      )}
    </Page>
  );
}
