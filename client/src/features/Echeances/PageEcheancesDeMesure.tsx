import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { causesRetard } from '@/api/mots';
import { useMay } from '@/api/session';
import { EmptyState } from '@/components/ui/EmptyState';
import { Explication } from '@/components/ui/Explication';
import { Loaded } from '@/components/ui/Loaded';
import { Page } from '@/components/ui/Page';
import { SimpleTable } from '@/components/ui/SimpleTable';
import { formatDay } from '@/lib/format';
import { DecalageDialog } from './DecalageDialog';
import { EtatDEcheance } from './EtatDEcheance';
import { MotifDialog } from './MotifDialog';
import { responsables, useEcheancesDeMesure, type Echeance } from './echeances';

const route = getRouteApi('/cadre/mesures/$mesureId/echeances');

type Act = { kind: 'motif' | 'decalage'; echeance: Echeance };

/** The deadlines of one measure: when, why that day, who owes it, and what became of it. */
export function PageEcheancesDeMesure() {
  const { mesureId } = route.useParams();
  const may = useMay();
  const [act, setAct] = useState<Act | null>(null);
  const close = () => setAct(null);
  return (
    <Page title="Échéances de la mesure">
      <p>
        <Link to="/mesures/$mesureId" params={{ mesureId }}>
          La mesure
        </Link>
      </p>
      <Loaded query={useEcheancesDeMesure(mesureId)}>
        {({ elements }) =>
          elements.length === 0 ? (
            <EmptyState title="Aucune échéance.">Elles naissent du bon de commande et du contrat.</EmptyState>
          ) : (
            <SimpleTable
              caption="Échéances de la mesure"
              rows={elements}
              rowKey={(e) => e.id}
              columns={[
                { title: 'Échéance', cell: (e) => <Quoi echeance={e} /> },
                { title: 'Date', cell: (e) => formatDay(e.limite), nowrap: true },
                { title: 'État', cell: (e) => <Etat echeance={e} /> },
                { title: 'À la charge de', cell: (e) => responsables[e.responsable] },
                {
                  title: 'Actes',
                  cell: (e) => (
                    <>
                      {e.aExpliquer && may('motiverRetard') && (
                        <Button
                          size="compact-sm"
                          variant="default"
                          onClick={() => setAct({ kind: 'motif', echeance: e })}
                        >
                          Motif
                        </Button>
                      )}{' '}
                      {e.etat === 'ouverte' && may('decalerEcheance') && (
                        <Button
                          size="compact-sm"
                          variant="subtle"
                          onClick={() => setAct({ kind: 'decalage', echeance: e })}
                        >
                          Déplacer
                        </Button>
                      )}
                    </>
                  ),
                },
              ]}
            />
          )
        }
      </Loaded>
      {act?.kind === 'motif' && <MotifDialog echeance={act.echeance} onClose={close} />}
      {act?.kind === 'decalage' && <DecalageDialog echeance={act.echeance} onClose={close} />}
    </Page>
  );
}

function Quoi({ echeance: { libelle, clause, explication } }: { echeance: Echeance }) {
  return (
    <>
      {libelle}
      <Explication phrases={explication} clause={clause} closed />
    </>
  );
}

function Etat({ echeance: { etat, enRetard, tenueLe, motif, raison } }: { echeance: Echeance }) {
  return (
    <>
      <EtatDEcheance etat={etat} retard={enRetard} />
      {tenueLe && <div>le {formatDay(tenueLe)}</div>}
      {raison && <div>{raison}</div>}
      {motif && (
        <div>
          {causesRetard[motif.cause]} : {motif.commentaire}
        </div>
      )}
    </>
  );
}
