import { useDisclosure } from '@mantine/hooks';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useAujourdhui, useMay } from '@/api/session';
import { formatDay } from '@/lib/format';
import { Loaded } from '@/components/ui/Loaded';
import { Page } from '@/components/ui/Page';
import { typesMesure } from '@/api/mots';
import { EtatDeMesure } from './EtatDeMesure';
import { ChronologieMesure } from './ChronologieMesure';
import { ContratsMesure } from './ContratsMesure';
import { FaitsMesure } from './FaitsMesure';
import { CompteEnCours } from './Rencontres/CompteEnCours';
import { OngletsMesure } from './Rencontres/OngletsMesure';
import { monthOf } from './frise';
import { NotesMesure } from './NotesMesure';
import { SanteMesure } from './SanteMesure';
import { InviterLaPersonne } from './InviterLaPersonne';
import { useChronologie, useMesure, type Mesure } from './mesures';

const route = getRouteApi('/cadre/mesures/$mesureId');

export function PageMesure() {
  const { mesureId } = route.useParams();
  return <Loaded query={useMesure(mesureId)}>{(mesure) => <UneMesure mesure={mesure} />}</Loaded>;
}

function UneMesure({ mesure }: { mesure: Mesure }) {
  const today = useAujourdhui();
  const may = useMay();
  const [inviting, invite] = useDisclosure(false);
  const chronologie = useChronologie(mesure.id);
  const { beneficiaire, titulaire, commune } = mesure;
  const month = mesure.etat === 'enCours' ? monthOf(mesure, today) : null;

  return (
    <Page
      title={`Mesure ${mesure.numero}`}
      status={<EtatDeMesure etat={mesure.etat} />}
      lead={
        <>
          {beneficiaire.prenom} {beneficiaire.nom} · {typesMesure[mesure.type]} ({commune.nom}
          {commune.demonstration && ', démonstration'}) · {titulaire.nom}
          {month && <strong> · {month}</strong>}
        </>
      }
      actions={may('inviterBeneficiaire') ? [{ label: 'Inviter la personne', onClick: invite.open }] : []}
    >
      <OngletsMesure mesureId={mesure.id} />
      {mesure.lectureJusqua && (
        <p role="status">
          Cette mesure est passée à un autre titulaire : vous la lisez telle qu’elle était le{' '}
          {formatDay(mesure.lectureJusqua)}.
        </p>
      )}
      <CompteEnCours mesureId={mesure.id} />
      <Loaded query={chronologie}>
        {({ elements }) => <ChronologieMesure mesure={mesure} evenements={elements} />}
      </Loaded>
      <FaitsMesure mesure={mesure} />
      <ContratsMesure mesure={mesure} />
      {may('lireAccesAuDossier') && (
        <p>
          <Link to="/mesures/$mesureId/acces" params={{ mesureId: mesure.id }}>
            Qui a consulté ce dossier
          </Link>
        </p>
      )}
      {may('lireNotes') && <NotesMesure mesure={mesure} />}
      {may('lireSante') && <SanteMesure mesureId={mesure.id} />}
      {inviting && <InviterLaPersonne beneficiaire={beneficiaire} onClose={invite.close} />}
      <p>
        <Link to="/mesures" search={{ commune: commune.codeInsee }}>
          Toutes les mesures de {commune.nom}
        </Link>
      </p>
    </Page>
  );
}
