import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useMay } from '@/api/session';
import { EmptyState } from '@/components/ui/EmptyState';
import { Etat } from '@/components/ui/Etat';
import { Loaded } from '@/components/ui/Loaded';
import { Page } from '@/components/ui/Page';
import { Section } from '@/components/ui/Section';
import { SimpleTable } from '@/components/ui/SimpleTable';
import { formatDay } from '@/lib/format';
import { OngletsMesure } from './Rencontres/OngletsMesure';
import { etatsBilan, nameOfBilan, useBilans } from './suites';
import { TransmettreBilan } from './TransmettreBilan';
import { UnBilan } from './UnBilan';

const route = getRouteApi('/cadre/mesures/$mesureId/bilans');

/** The Bilans that the contracts of a measure owe, and those that were sent (R19, R20). */
export function PageBilans() {
  const { mesureId } = route.useParams();
  const may = useMay();
  const query = useBilans(mesureId);
  const [writing, setWriting] = useState(false);
  return (
    <Loaded query={query}>
      {({ dus, bilans }) => (
        <Page
          title="Bilans"
          lead="Transmis, un bilan est lu aussitôt par le service référent et le SAFPM."
          actions={
            may('transmettreBilan') ? [{ label: 'Écrire un bilan', onClick: () => setWriting(true) }] : []
          }
        >
          <OngletsMesure mesureId={mesureId} />
          {writing && <TransmettreBilan mesureId={mesureId} dus={dus} onClose={() => setWriting(false)} />}
          <Section title="Échéances des bilans">
            <SimpleTable
              caption="Bilans que doivent les contrats"
              rows={dus}
              rowKey={({ rang, mois }) => `${rang}-${mois ?? 'final'}`}
              columns={[
                { title: 'Contrat', cell: ({ rang }) => rang, numeric: true },
                { title: 'Bilan', cell: nameOfBilan },
                { title: 'Dû le', cell: ({ date }) => formatDay(date), nowrap: true },
                {
                  title: 'État',
                  cell: ({ bilanId }) => (
                    <Etat tone={bilanId ? 'bon' : 'neutre'}>{bilanId ? 'transmis' : 'attendu'}</Etat>
                  ),
                },
              ]}
            />
          </Section>
          {bilans.length === 0 && (
            <EmptyState title="Aucun bilan n’est encore transmis.">
              Le titulaire transmet chaque bilan à son échéance.
            </EmptyState>
          )}
          {bilans.map((bilan) => (
            <UnBilan key={bilan.id} bilan={bilan} etat={etatsBilan[bilan.etat]} />
          ))}
        </Page>
      )}
    </Loaded>
  );
}
