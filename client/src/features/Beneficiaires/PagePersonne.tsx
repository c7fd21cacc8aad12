import { getRouteApi, Link } from '@tanstack/react-router';
import type { Versioned } from '@/api/http';
import { Etat } from '@/components/ui/Etat';
import { Facts } from '@/components/ui/Facts';
import { Loaded } from '@/components/ui/Loaded';
import { Page } from '@/components/ui/Page';
import { Section } from '@/components/ui/Section';
import { formatDay } from '@/lib/format';
import { DroitsDeLaPersonne } from './DroitsDeLaPersonne';
import { RectificationsFaites } from './RectificationsFaites';
import { civilites, useFiche, type Fiche } from './personnes';

const route = getRouteApi('/cadre/beneficiaires/$beneficiaireId');

export function PagePersonne() {
  const { beneficiaireId } = route.useParams();
  return <Loaded query={useFiche(beneficiaireId)}>{(fiche) => <UnePersonne fiche={fiche} />}</Loaded>;
}

function UnePersonne({ fiche }: { fiche: Versioned<Fiche> }) {
  const { data } = fiche;
  return (
    <Page
      title={`${data.prenom} ${data.nom}`}
      status={
        data.archiveLe ? (
          <Etat tone="neutre">archivé le {formatDay(data.archiveLe)}</Etat>
        ) : (
          <Etat tone={data.conservation?.echue ? 'attention' : 'bon'}>
            {data.conservation?.echue ? 'à archiver' : 'actif'}
          </Etat>
        )
      }
    >
      <Section title="La personne">
        <Facts
          facts={[
            ['Civilité', data.civilite && civilites[data.civilite]],
            ['Prénom', data.prenom],
            ['Nom', data.nom],
            ['Date de naissance', formatDay(data.dateNaissance)],
            [
              'Demandes',
              data.demandes.map(({ id, nom }) => (
                <div key={id}>
                  <Link to="/demandes/$demandeId" params={{ demandeId: id }}>
                    {nom}
                  </Link>
                </div>
              )),
            ],
            [
              'Mesures',
              data.mesures.map(({ id, nom }) => (
                <div key={id}>
                  <Link to="/mesures/$mesureId" params={{ mesureId: id }}>
                    {nom}
                  </Link>
                </div>
              )),
            ],
          ]}
        />
      </Section>
      <DroitsDeLaPersonne fiche={fiche} />
      <RectificationsFaites fiche={data} />
    </Page>
  );
}
