import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { api, read } from '@/api/http';
import { motifsFin, optionsOf } from '@/api/mots';
import { useAujourdhui, useMay } from '@/api/session';
import { Facts } from '@/components/ui/Facts';
import { Section } from '@/components/ui/Section';
import { SimpleTable } from '@/components/ui/SimpleTable';
import { formatDay } from '@/lib/format';
import { DialogueActe, number, type Champ } from './DialogueActe';
import { aspects, avancements, etagOf, nameOfBilan, suites, type Bilan } from './suites';

type Acte = 'avis' | 'decision' | 'notification';

const destinataires = { personne: 'la personne', titulaire: 'le titulaire', service: 'le service référent' };
const moyens = {
  courrier: 'courrier',
  courrierRecommande: 'courrier recommandé',
  remiseEnMainPropre: 'remise en main propre',
  courriel: 'courriel',
};
const avis = { favorable: 'favorable', defavorable: 'défavorable' };

/** One Bilan, and for a final one what became of it: opinion, session, decision, notices (R20). */
export function UnBilan({ bilan, etat }: { bilan: Bilan; etat: string }) {
  const may = useMay();
  const [acte, setActe] = useState<Acte | null>(null);
  const { decision } = bilan;
  const asked = bilan.suite
    ? `${suites[bilan.suite]}${bilan.dureeMois ? `, ${bilan.dureeMois} mois` : ''}`
    : null;
  const offered: [Acte, string, boolean][] = [
    ['avis', 'Donner l’avis du service', bilan.etat === 'avisReferentAttendu' && may('donnerAvisReferent')],
    ['decision', 'Décider', bilan.etat === 'avisRendu' && may('decider')],
    [
      'notification',
      'Noter une notification',
      bilan.notifications.length < 3 && bilan.etat === 'decide' && may('notifierDecision'),
    ],
  ];
  return (
    <Section title={`${nameOfBilan(bilan)} du ${formatDay(bilan.etabliLe)}`} aside={<span>{etat}</span>}>
      <Facts
        facts={[
          ['Transmis le', formatDay(bilan.transmisLe)],
          ['Situation', bilan.situation],
          ['Articulation avec les autres mesures', bilan.articulation],
          ['Rencontres', bilan.rencontres],
          ['Perspectives', bilan.perspectives],
          ...(bilan.nature === 'final' ? finalFacts(bilan, asked) : []),
        ]}
      />
      {bilan.objectifs.length > 0 && (
        <SimpleTable
          caption={`Objectifs du bilan du ${formatDay(bilan.etabliLe)}`}
          rows={bilan.objectifs}
          rowKey={({ aspect, libelle }) => `${aspect}-${libelle}`}
          columns={[
            { title: 'Aspect', cell: (o) => aspects[o.aspect] },
            { title: 'Objectif', cell: (o) => o.libelle },
            { title: 'Avancement', cell: (o) => avancements[o.avancement] },
            { title: 'Commentaire', cell: (o) => o.commentaire },
          ]}
        />
      )}
      <Group gap="xs" mt="sm">
        {offered
          .filter(([, , possible]) => possible)
          .map(([name, label]) => (
            <Button key={name} variant="default" onClick={() => setActe(name)}>
              {label}
            </Button>
          ))}
      </Group>
      {acte && (
        <ActeSurBilan acte={acte} bilan={bilan} decided={Boolean(decision)} onClose={() => setActe(null)} />
      )}
    </Section>
  );
}

function finalFacts(bilan: Bilan, asked: string | null): [string, string | null][] {
  const { decision, avisDuReferent } = bilan;
  return [
    ['Demande', asked],
    [
      'Avis du service référent',
      avisDuReferent &&
        `${avisDuReferent.favorable ? 'favorable' : 'défavorable'}, le ${formatDay(avisDuReferent.date)} : ${avisDuReferent.motif}`,
    ],
    [
      'Avis de la commission',
      bilan.avis.map((a) => `${a.sens}, le ${formatDay(a.date)} : ${a.motif}`).join(' ; '),
    ],
    [
      'Décision',
      decision &&
        `${suites[decision.suite]}${decision.dureeMois ? `, ${decision.dureeMois} mois` : ''}${decision.motifFin ? `, ${motifsFin[decision.motifFin]}` : ''}, le ${formatDay(decision.date)}`,
    ],
    [
      'Notifiée à',
      bilan.notifications.map((n) => `${destinataires[n.destinataire]} le ${formatDay(n.date)}`).join(', '),
    ],
  ];
}

type ActeProps = { acte: Acte; bilan: Bilan; decided: boolean; onClose: () => void };

function ActeSurBilan({ acte, bilan, onClose }: ActeProps) {
  const today = useAujourdhui();
  const params = { path: { id: bilan.id }, header: { 'If-Match': etagOf(bilan) } };
  switch (acte) {
    case 'avis':
      return (
        <DialogueActe
          title="Avis du service référent"
          submit="Enregistrer l’avis"
          done="Avis enregistré."
          champs={[sens('favorable', 'Avis', avis), motif('Motif de l’avis'), jour('Donné le')]}
          initial={{ date: today }}
          run={({ favorable, motif: text, date }) =>
            read(
              api.POST('/api/v1/bilans/{id}/avis-referent', {
                params,
                body: { favorable: favorable === 'favorable', motif: text ?? '', date },
              }),
            )
          }
          onClose={onClose}
        />
      );
    case 'decision':
      return (
        <DialogueActe
          title="Décision sur le bilan final"
          submit="Enregistrer la décision"
          done="Décision enregistrée."
          explain={`Terme et avis : ${bilan.avis.map((a) => `${a.sens} (${a.motif})`).join(' ; ')}`}
          champs={[
            sens('suite', 'Décision', suites),
            { name: 'dureeMois', label: 'Durée du renouvellement, en mois', kind: 'nombre' },
            {
              name: 'avecGestion',
              label: 'Nature du renouvellement',
              kind: 'choix',
              options: optionsOf({ oui: 'avec gestion', non: 'sans gestion' }),
            },
            { name: 'motifFin', label: 'Motif de fin', kind: 'choix', options: optionsOf(motifsFin) },
            { ...motif('Motif du refus'), required: false, name: 'motif' },
            { name: 'motifDivergence', label: 'Pourquoi s’écarter de l’avis', kind: 'texte' },
            {
              name: 'motifExceptionnel',
              label: 'Motif d’un renouvellement de plus que le règlement n’admet',
              kind: 'texte',
            },
            jour('Décidée le'),
          ]}
          initial={{
            date: today,
            suite: bilan.suite,
            dureeMois: bilan.dureeMois?.toString() ?? null,
            avecGestion: bilan.avecGestion === null ? null : bilan.avecGestion ? 'oui' : 'non',
          }}
          run={(v) =>
            read(
              api.POST('/api/v1/bilans/{id}/decision', {
                params,
                body: {
                  suite: v.suite as 'fin' | 'renouvellement',
                  date: v.date,
                  dureeMois: number(v.dureeMois),
                  avecGestion: v.avecGestion ? v.avecGestion === 'oui' : null,
                  motifFin: v.motifFin as keyof typeof motifsFin | null,
                  motif: v.motif,
                  motifDivergence: v.motifDivergence,
                  motifExceptionnel: v.motifExceptionnel,
                },
              }),
            )
          }
          onClose={onClose}
        />
      );
    case 'notification':
      return (
        <DialogueActe
          title="Notification de la décision"
          submit="Enregistrer la notification"
          done="Notification enregistrée."
          champs={[
            sens('destinataire', 'Notifiée à', destinataires),
            sens('moyen', 'Moyen', moyens),
            jour('Notifiée le'),
          ]}
          initial={{ date: today }}
          run={({ destinataire, moyen, date }) =>
            read(
              api.POST('/api/v1/bilans/{id}/decision/notifications', {
                params,
                body: {
                  destinataire: destinataire as keyof typeof destinataires,
                  moyen: moyen as keyof typeof moyens,
                  date,
                },
              }),
            )
          }
          onClose={onClose}
        />
      );
  }
}

const sens = (name: string, label: string, words: Record<string, string>): Champ => ({
  name,
  label,
  kind: 'choix',
  options: optionsOf(words),
  required: true,
});
const motif = (label: string): Champ => ({ name: 'motif', label, kind: 'texte', required: true });
const jour = (label: string): Champ => ({ name: 'date', label, kind: 'date', required: true });
