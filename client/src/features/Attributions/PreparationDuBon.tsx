import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { api, read } from '@/api/http';
import { useMay } from '@/api/session';
import { Erreur } from '@/components/ui/Erreur';
import { Facts } from '@/components/ui/Facts';
import { Loaded } from '@/components/ui/Loaded';
import { Section } from '@/components/ui/Section';
import { useAct } from '@/components/ui/useAct';
import { formatDay } from '@/lib/format';
import type { Bon } from './bons';
import { ConstatDialog } from './ConstatDialog';
import { ContratDialog } from './ContratDialog';
import { JoindreScan } from './JoindreScan';
import {
  destinataires,
  preparationKeys,
  usePreparation,
  type Destinataire,
  type Preparation,
} from './preparation';
import { RendezVousDialog } from './RendezVousDialog';
import { RendezVousTable } from './RendezVousTable';

/** The first Rencontre and the contract of one order, step by step (R13, R14, R15). */
export function PreparationDuBon({ bon }: { bon: Bon }) {
  return (
    <Loaded query={usePreparation(bon.id)}>
      {(preparation) => <Etapes bon={bon} preparation={preparation} />}
    </Loaded>
  );
}

type Ouvert = 'rendezVous' | 'constat' | 'contrat' | null;

function Etapes({ bon, preparation }: { bon: Bon; preparation: Preparation }) {
  const may = useMay();
  const [opened, setOpened] = useState<Ouvert>(null);
  const path = { id: bon.id };
  const presign = useAct<void, Preparation>({
    run: () =>
      read(
        api.POST('/api/v1/bons-de-commande/{id}/preparation/presignature', {
          params: { path, header: { 'If-Match': `"${preparation.version}"` } },
          body: {},
        }),
      ),
    done: 'Contrat pré-signé.',
    refreshes: preparationKeys,
  });
  const copy = useAct<Destinataire, Preparation>({
    run: (destinataire) =>
      read(
        api.POST('/api/v1/bons-de-commande/{id}/preparation/copies', {
          params: { path },
          body: { destinataire },
        }),
      ),
    done: 'Copie notée.',
    refreshes: preparationKeys,
  });
  const { prochain, preSigneLe, signeLe, scanNom, copies, copiesAttendues, autorisations } = preparation;
  const open = bon.etat === 'emis' || bon.etat === 'recu';
  const close = () => setOpened(null);
  return (
    <Section title="Première rencontre et contrat">
      <Erreur error={presign.error ?? copy.error} />
      <Group gap="xs" mb="sm" role="group" aria-label="Étapes du contrat">
        {open && may('prendreRendezVous') && (
          <Button size="xs" variant="default" onClick={() => setOpened('rendezVous')}>
            Fixer le rendez-vous
          </Button>
        )}
        {open && prochain && may('signerContrat') && (
          <Button size="xs" variant="default" onClick={() => setOpened('constat')}>
            Rendez-vous tenu ou manqué
          </Button>
        )}
        {open && may('preparerContrat') && !preSigneLe && (
          <>
            <Button size="xs" variant="default" onClick={() => setOpened('contrat')}>
              Écrire le contrat
            </Button>
            <Button
              size="xs"
              variant="default"
              disabled={!preparation.ecrit}
              loading={presign.isPending}
              onClick={() => presign.mutate()}
            >
              Pré-signer aujourd’hui
            </Button>
          </>
        )}
        {may('signerContrat') && signeLe && <JoindreScan bonId={bon.id} />}
        {may('signerContrat') &&
          copiesAttendues.map((destinataire) => (
            <Button
              key={destinataire}
              size="xs"
              variant="default"
              loading={copy.isPending}
              onClick={() => copy.mutate(destinataire)}
            >
              Copie envoyée à {destinataires[destinataire]}
            </Button>
          ))}
      </Group>
      <Facts
        facts={[
          [
            'Rendez-vous',
            prochain
              ? `${formatDay(prochain.date)}${prochain.heure ? `, ${prochain.heure}` : ''}, ${prochain.lieu}`
              : 'aucun n’est pris',
          ],
          ['Contenu du contrat', preparation.ecrit ? 'écrit' : 'à écrire'],
          ['Pré-signé', formatDay(preSigneLe)],
          ['Signé', formatDay(signeLe)],
          [
            'Contrat numérisé',
            scanNom && (
              <a key="scan" href={`/api/v1/bons-de-commande/${bon.id}/preparation/scan`}>
                {scanNom}
              </a>
            ),
          ],
          ...(preparation.avecGestion
            ? [['Prestations gérées', autorisations.map(({ libelle }) => libelle).join(', ')] as const]
            : []),
          [
            'Copies envoyées',
            copies
              .map(
                ({ destinataire, envoyeeLe }) => `${destinataires[destinataire]} le ${formatDay(envoyeeLe)}`,
              )
              .join(', '),
          ],
        ]}
      />
      {preparation.rendezVous.length > 0 && <RendezVousTable rendezVous={preparation.rendezVous} />}
      {opened === 'rendezVous' && <RendezVousDialog bon={bon} onClose={close} />}
      {opened === 'constat' && prochain && <ConstatDialog bon={bon} rendezVous={prochain} onClose={close} />}
      {opened === 'contrat' && <ContratDialog bon={bon} preparation={preparation} onClose={close} />}
    </Section>
  );
}
