import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { api, read } from '@/api/http';
import { motifsFin, optionsOf } from '@/api/mots';
import { useAujourdhui, useMay } from '@/api/session';
import { Facts } from '@/components/ui/Facts';
import { formatDay } from '@/lib/format';
import { DialogueActe } from './DialogueActe';
import { etagOf, etatsFin, initiateurs, type DemandeDeFin } from './suites';

/** An end asked for before the term: what the service that asked found, what the SAFPM decided (R22). */
export function UneDemandeDeFin({ demande }: { demande: DemandeDeFin }) {
  const may = useMay();
  const today = useAujourdhui();
  const [acte, setActe] = useState<'avis' | 'decision' | null>(null);
  const params = { path: { id: demande.id }, header: { 'If-Match': etagOf(demande) } };
  return (
    <>
      <Facts
        facts={[
          ['Demandée par', `${initiateurs[demande.initiateur]}, le ${formatDay(demande.proposeeLe)}`],
          ['Motif', `${motifsFin[demande.motif]} : ${demande.explication}`],
          ['État', etatsFin[demande.etat]],
          [
            'Avis du service référent',
            demande.avisLe &&
              `${demande.fondee ? 'fondée' : 'non fondée'}, le ${formatDay(demande.avisLe)} : ${demande.motifAvis ?? ''}`,
          ],
          [
            'Décision',
            demande.decideeLe &&
              `${etatsFin[demande.etat]} le ${formatDay(demande.decideeLe)}${demande.dernierJour ? `, dernier jour ${formatDay(demande.dernierJour)}` : ''}`,
          ],
        ]}
      />
      <Group gap="xs" my="sm">
        {demande.etat === 'avisReferentAttendu' && may('donnerAvisReferent') && (
          <Button variant="default" onClick={() => setActe('avis')}>
            Dire si elle est fondée
          </Button>
        )}
        {demande.etat === 'aDecider' && may('decider') && (
          <Button variant="default" onClick={() => setActe('decision')}>
            Décider de la fin
          </Button>
        )}
      </Group>
      {acte === 'avis' && (
        <DialogueActe
          title="Avis sur la demande de fin"
          submit="Enregistrer l’avis"
          done="Avis enregistré."
          champs={[
            {
              name: 'fondee',
              label: 'La demande est',
              kind: 'choix',
              required: true,
              options: optionsOf({ oui: 'fondée', non: 'non fondée' }),
            },
            { name: 'motif', label: 'Motif de l’avis', kind: 'texte', required: true },
            { name: 'date', label: 'Donné le', kind: 'date', required: true },
          ]}
          initial={{ date: today }}
          run={({ fondee, motif, date }) =>
            read(
              api.POST('/api/v1/demandes-de-fin/{id}/avis-referent', {
                params,
                body: { fondee: fondee === 'oui', motif: motif ?? '', date },
              }),
            )
          }
          onClose={() => setActe(null)}
        />
      )}
      {acte === 'decision' && (
        <DialogueActe
          title="Décision sur la demande de fin"
          submit="Enregistrer la décision"
          done="Décision enregistrée."
          danger
          champs={[
            {
              name: 'accordee',
              label: 'Décision',
              kind: 'choix',
              required: true,
              options: optionsOf({ oui: 'accordée', non: 'refusée' }),
            },
            {
              name: 'dernierJour',
              label: 'Dernier jour de la mesure',
              kind: 'date',
              help: 'Un jour déjà venu.',
            },
            { name: 'motif', label: 'Motif du refus', kind: 'texte' },
          ]}
          initial={{ dernierJour: demande.dernierJourSouhaite }}
          run={({ accordee, dernierJour, motif }) =>
            read(
              api.POST('/api/v1/demandes-de-fin/{id}/decision', {
                params,
                body: { accordee: accordee === 'oui', dernierJour, motif },
              }),
            )
          }
          onClose={() => setActe(null)}
        />
      )}
    </>
  );
}
