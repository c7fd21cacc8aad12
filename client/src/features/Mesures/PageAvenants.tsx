import { Button, Group } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { api, read } from '@/api/http';
import { useAujourdhui, useMay } from '@/api/session';
import { EmptyState } from '@/components/ui/EmptyState';
import { FormErreur } from '@/components/ui/FormErreur';
import { Loaded } from '@/components/ui/Loaded';
import { Facts } from '@/components/ui/Facts';
import { Page } from '@/components/ui/Page';
import { Section } from '@/components/ui/Section';
import { useAct } from '@/components/ui/useAct';
import { formatDay, formatPeriod } from '@/lib/format';
import { DialogueActe } from './DialogueActe';
import { OngletsMesure } from './Rencontres/OngletsMesure';
import { ProposerAvenant } from './ProposerAvenant';
import { etagOf, etatsAvenant, naturesAvenant, suiteKeys, useAvenants, type Avenant } from './suites';

const route = getRouteApi('/cadre/mesures/$mesureId/avenants');

/** The Avenants of a measure: proposed, prepared, signed, in force (R21). */
export function PageAvenants() {
  const { mesureId } = route.useParams();
  const may = useMay();
  const [proposing, setProposing] = useState(false);
  return (
    <Loaded query={useAvenants(mesureId)}>
      {({ elements }) => (
        <Page
          title="Avenants"
          lead="Ce que fait un avenant aux mois, au prix et à la durée se voit avant qu’il soit signé."
          actions={
            may('proposerAvenant')
              ? [{ label: 'Proposer un avenant', onClick: () => setProposing(true) }]
              : []
          }
        >
          <OngletsMesure mesureId={mesureId} />
          {proposing && <ProposerAvenant mesureId={mesureId} onClose={() => setProposing(false)} />}
          {elements.length === 0 && !proposing && (
            <EmptyState title="Aucun avenant.">
              Le titulaire en propose un quand la gestion doit changer, ou après une longue absence.
            </EmptyState>
          )}
          {elements.map((avenant) => (
            <UnAvenant key={avenant.id} avenant={avenant} />
          ))}
        </Page>
      )}
    </Loaded>
  );
}

/** What changes, in one sentence. */
export function sayObjet({ nature, avecGestion, debut, fin, nouvelleFin }: Avenant['objet']): string {
  const moved = nouvelleFin ? `fin portée au ${formatDay(nouvelleFin)}` : '';
  switch (nature) {
    case 'gestion':
      return `${avecGestion ? 'avec' : 'sans'} gestion à compter du ${formatDay(debut)}`;
    case 'suspension':
      return [debut && formatPeriod(debut, fin), moved].filter(Boolean).join(', ');
    case 'prorogation':
      return moved;
  }
}

function UnAvenant({ avenant }: { avenant: Avenant }) {
  const may = useMay();
  const today = useAujourdhui();
  const [acte, setActe] = useState<'signature' | 'refus' | null>(null);
  const params = { path: { id: avenant.id }, header: { 'If-Match': etagOf(avenant) } };
  const prepare = useAct<void>({
    run: () => read(api.POST('/api/v1/avenants/{id}/preparation', { params })),
    done: 'Avenant préparé et renvoyé pour signature.',
    refreshes: suiteKeys,
  });
  const open = avenant.etat === 'propose' || avenant.etat === 'prepare';
  return (
    <Section
      title={`Avenant ${avenant.numero} : ${naturesAvenant[avenant.objet.nature]}`}
      aside={<span>{avenant.enVigueur ? 'en vigueur' : etatsAvenant[avenant.etat]}</span>}
    >
      <Facts
        facts={[
          ['Objet', sayObjet(avenant.objet)],
          ['Motif', avenant.motif],
          ['Accord de la personne', formatDay(avenant.accordLe)],
          ['Proposé le', formatDay(avenant.proposeLe)],
          ['Préparé le', formatDay(avenant.prepareLe)],
          ['Signé le', formatDay(avenant.signeLe)],
          ['Prend effet le', formatDay(avenant.effetLe)],
          ...(avenant.motifRefus ? [['Refus', avenant.motifRefus] as const] : []),
        ]}
      />
      <FormErreur error={prepare.error} />
      {open && (
        <Group gap="xs" mt="sm">
          {avenant.etat === 'propose' && may('preparerAvenant') && (
            <Button variant="default" loading={prepare.isPending} onClick={() => prepare.mutate()}>
              Préparer l’avenant
            </Button>
          )}
          {avenant.etat === 'prepare' && may('signerAvenant') && (
            <Button variant="default" onClick={() => setActe('signature')}>
              Enregistrer sa signature
            </Button>
          )}
          {may('preparerAvenant') && (
            <Button variant="default" onClick={() => setActe('refus')}>
              Ne pas donner suite
            </Button>
          )}
        </Group>
      )}
      {acte === 'signature' && (
        <DialogueActe
          title="Signature de l’avenant"
          submit="Enregistrer la signature"
          done="Avenant signé."
          explain={sayObjet(avenant.objet)}
          champs={[{ name: 'date', label: 'Signé le', kind: 'date', required: true }]}
          initial={{ date: today }}
          run={({ date }) => read(api.POST('/api/v1/avenants/{id}/signature', { params, body: { date } }))}
          onClose={() => setActe(null)}
        />
      )}
      {acte === 'refus' && (
        <DialogueActe
          title="Ne pas donner suite"
          submit="Enregistrer le refus"
          done="Avenant refusé."
          danger
          champs={[{ name: 'motif', label: 'Motif', kind: 'texte', required: true }]}
          run={({ motif }) =>
            read(api.POST('/api/v1/avenants/{id}/refus', { params, body: { motif: motif ?? '' } }))
          }
          onClose={() => setActe(null)}
        />
      )}
    </Section>
  );
}
