import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { roles } from '@/api/roles';
import { Facts } from '@/components/ui/Facts';
import { Loaded } from '@/components/ui/Loaded';
import { Page } from '@/components/ui/Page';
import { formatDay } from '@/lib/format';
import { ChangerMotDePasse } from './ChangerMotDePasse';
import { MesSessions } from './MesSessions';
import { monCompteQuery } from './monCompte';
import { SecondsFacteurs } from './SecondsFacteurs';

/** One's own account: the ways in, and where it is open. */
export function PageMonCompte() {
  const query = useQuery(monCompteQuery);
  const [changing, setChanging] = useState(false);
  return (
    <Page
      title="Mon compte"
      actions={
        query.data?.motDePasse ? [{ label: 'Changer de mot de passe', onClick: () => setChanging(true) }] : []
      }
    >
      <Loaded query={query}>
        {(compte) => (
          <>
            <Facts
              facts={[
                ['Nom', compte.nom],
                ['Identifiant', compte.identifiant],
                ['Rôle', roles[compte.role]],
                ['Dernier jour', formatDay(compte.fin)],
              ]}
            />
            <SecondsFacteurs compte={compte} />
            <MesSessions sessions={compte.sessions} />
          </>
        )}
      </Loaded>
      {changing && <ChangerMotDePasse onClose={() => setChanging(false)} />}
    </Page>
  );
}
