import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { api, read } from '@/api/http';
import { motifsFin } from '@/api/mots';
import { useTitulaires } from '@/api/references';
import type { components } from '@/api/schema';
import { useAujourdhui, useMay } from '@/api/session';
import type { Action } from '@/components/ui/ActionBar';
import { EmptyState } from '@/components/ui/EmptyState';
import { Facts } from '@/components/ui/Facts';
import { Loaded } from '@/components/ui/Loaded';
import { Page } from '@/components/ui/Page';
import { Section } from '@/components/ui/Section';
import { formatDay, plural } from '@/lib/format';
import { DialogueActe, type Champ } from './DialogueActe';
import { OngletsMesure } from './Rencontres/OngletsMesure';
import { etagOf, initiateurs, suites, useFin, useRenouvellement } from './suites';
import { UneDemandeDeFin } from './UneDemandeDeFin';

const route = getRouteApi('/cadre/mesures/$mesureId/fin');

type Schemas = components['schemas'];
type Fin = Schemas['Fin'];
type Acte = 'proposer' | 'terme' | 'renouveler' | 'demenager';

/** How a measure ends, or goes on: early end, term, move, renewal (R2 to R4, R22, R23). */
export function PageFinDeMesure() {
  const { mesureId } = route.useParams();
  return <Loaded query={useFin(mesureId)}>{(fin) => <UneFin fin={fin} />}</Loaded>;
}

function UneFin({ fin }: { fin: Fin }) {
  const may = useMay();
  const today = useAujourdhui();
  const [acte, setActe] = useState<Acte | null>(null);
  const renewal = useRenouvellement(fin.mesureId);
  const refus = renewal.data?.refus ?? null;
  const runs = fin.etat === 'enCours';
  const actions: { allowed: boolean; action: Action }[] = [
    {
      allowed: may('proposerFin'),
      action: { label: 'Proposer une fin', onClick: () => setActe('proposer') },
    },
    {
      allowed: may('renouvelerMesure'),
      action: { label: 'Signer le renouvellement', onClick: () => setActe('renouveler'), refusal: refus },
    },
    {
      allowed: may('cloreMesure'),
      action: {
        label: 'Clore au terme',
        onClick: () => setActe('terme'),
        refusal: fin.terme > today ? `le terme est le ${formatDay(fin.terme)}.` : null,
      },
    },
    {
      allowed: may('declarerDemenagement'),
      action: { label: 'Déclarer un déménagement', onClick: () => setActe('demenager') },
    },
  ];
  return (
    <Page
      title="Fin et renouvellement"
      lead={runs ? `Terme du contrat : ${formatDay(fin.terme)}.` : `Terminée le ${formatDay(fin.finReelle)}.`}
      actions={runs ? actions.filter(({ allowed }) => allowed).map(({ action }) => action) : []}
    >
      <OngletsMesure mesureId={fin.mesureId} />
      <Loaded query={renewal}>
        {({ debut, moisContractualises, moisRestants, renouvellements, titulaireGarde, decision }) => (
          <Section title="Renouvellement">
            <Facts
              facts={[
                [
                  'Mois contractualisés (R3)',
                  `${plural(moisContractualises, 'mois', 'mois')}, il en reste ${moisRestants}`,
                ],
                ['Renouvellements faits', renouvellements],
                ['Commencerait le', formatDay(debut)],
                ['Titulaire', titulaireGarde ? 'le même (R11)' : 'à choisir : sa convention est finie (R44)'],
                [
                  'Décision sur le bilan final',
                  decision && `${suites[decision.suite]}, le ${formatDay(decision.date)}`,
                ],
              ]}
            />
          </Section>
        )}
      </Loaded>
      <Section title="Fins demandées avant le terme">
        {fin.demandes.length === 0 ? (
          <EmptyState title="Aucune fin n’a été demandée avant le terme." />
        ) : (
          fin.demandes.map((demande) => <UneDemandeDeFin key={demande.id} demande={demande} />)
        )}
      </Section>
      {acte && (
        <ActeDeFin
          acte={acte}
          fin={fin}
          kept={renewal.data?.titulaireGarde ?? true}
          onClose={() => setActe(null)}
        />
      )}
    </Page>
  );
}

const jour = (name: string, label: string, help?: string): Champ => ({
  name,
  label,
  kind: 'date',
  required: true,
  help,
});

type ActeProps = { acte: Acte; fin: Fin; kept: boolean; onClose: () => void };

function ActeDeFin({ acte, fin, kept, onClose }: ActeProps) {
  const today = useAujourdhui();
  const titulaires = useTitulaires();
  const params = { path: { id: fin.mesureId } };
  const versioned = { ...params, header: { 'If-Match': etagOf(fin) } };
  const labels = (motifs: readonly Schemas['MotifFin'][]) =>
    motifs.map((value) => ({ value, label: motifsFin[value] }));
  switch (acte) {
    case 'proposer':
      return (
        <DialogueActe
          title="Proposer une fin"
          submit="Proposer la fin"
          danger
          done="Demande de fin enregistrée."
          explain="Demandée par le titulaire, elle va d’abord au service référent ; les autres vont directement au SAFPM (R22)."
          champs={[
            {
              name: 'initiateur',
              label: 'À l’initiative de',
              kind: 'choix',
              required: true,
              options: fin.initiateurs.map(({ initiateur }) => ({
                value: initiateur,
                label: initiateurs[initiateur],
              })),
            },
            {
              name: 'motif',
              label: 'Motif',
              kind: 'choix',
              required: true,
              options: labels([...new Set(fin.initiateurs.flatMap(({ motifs }) => motifs))]),
            },
            jour('dernierJour', 'Dernier jour souhaité'),
            { name: 'explication', label: 'Explication', kind: 'texte', required: true },
          ]}
          run={(v) =>
            read(
              api.POST('/api/v1/mesures/{id}/fin', {
                params,
                body: {
                  initiateur: v.initiateur as Schemas['InitiateurFin'],
                  motif: v.motif as Schemas['MotifFin'],
                  dernierJour: v.dernierJour ?? '',
                  explication: v.explication ?? '',
                },
              }),
            )
          }
          onClose={onClose}
        />
      );
    case 'terme':
      return (
        <DialogueActe
          title="Clore au terme"
          submit="Clore la mesure"
          danger
          done="Mesure terminée."
          champs={[
            {
              name: 'motif',
              label: 'Motif de fin',
              kind: 'choix',
              options: labels(fin.motifsAuTerme),
              help: 'Celui de la décision sur le bilan final, si vous n’en choisissez pas.',
            },
          ]}
          run={({ motif }) =>
            read(
              api.POST('/api/v1/mesures/{id}/fin/terme', {
                params: versioned,
                body: { motif: motif as Schemas['MotifFin'] | null },
              }),
            )
          }
          onClose={onClose}
        />
      );
    case 'renouveler':
      return (
        <DialogueActe
          title="Signer le renouvellement"
          submit="Enregistrer la signature"
          done="Renouvellement signé."
          champs={[
            jour('dateSignature', 'Signé le'),
            ...(kept
              ? []
              : [
                  {
                    name: 'titulaireId',
                    label: 'Titulaire',
                    kind: 'choix',
                    required: true,
                    options: titulaires.options,
                  } satisfies Champ,
                ]),
          ]}
          initial={{ dateSignature: today }}
          run={({ dateSignature, titulaireId }) =>
            read(
              api.POST('/api/v1/mesures/{id}/renouvellement', {
                params: versioned,
                body: { dateSignature, titulaireId },
              }),
            )
          }
          onClose={onClose}
        />
      );
    case 'demenager':
      return (
        <DialogueActe
          title="Déclarer un déménagement"
          submit="Enregistrer le déménagement"
          done="Déménagement enregistré."
          explain="Dans le département : le titulaire reste, la zone suit au mois-mesure suivant (R23). Hors du département, proposez une fin."
          champs={[
            { name: 'communeInsee', label: 'Code INSEE de la commune', kind: 'nombre', required: true },
            jour('date', 'Depuis le'),
          ]}
          run={({ communeInsee, date }) =>
            read(
              api.POST('/api/v1/mesures/{id}/demenagement', {
                params: versioned,
                body: { communeInsee: communeInsee ?? '', date: date ?? '' },
              }),
            )
          }
          onClose={onClose}
        />
      );
  }
}
