import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAujourdhui } from '@/api/session';
import { EmptyState } from '@/components/ui/EmptyState';
import { Etat } from '@/components/ui/Etat';
import { Loaded } from '@/components/ui/Loaded';
import { Page } from '@/components/ui/Page';
import { SimpleTable } from '@/components/ui/SimpleTable';
import { formatDay, formatInstant } from '@/lib/format';
import { BornesDialog } from './BornesDialog';
import { NouveauProgrammeDialog } from './NouveauProgrammeDialog';
import { programmesQuery, usageOf, type Programme } from './programmes';
import { RevoquerDialog } from './RevoquerDialog';
import { SecretDialog } from './SecretDialog';

type Open = { kind: 'bornes' | 'secret' | 'revocation'; programme: Programme };

/** Programs that call the API, each with its secret, its last day and where it may call from. */
export function PageProgrammes() {
  const query = useQuery(programmesQuery);
  const today = useAujourdhui();
  const [creating, setCreating] = useState(false);
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);

  return (
    <Page
      title="Programmes"
      lead="Un programme appelle l’API avec son secret. Pendant un renouvellement, l’ancien secret vaut encore sept jours."
      actions={[{ label: 'Créer un programme', onClick: () => setCreating(true) }]}
    >
      <Loaded query={query}>
        {({ elements }) =>
          elements.length === 0 ? (
            <EmptyState title="Aucun programme n’appelle l’API." />
          ) : (
            <SimpleTable
              caption="Programmes"
              rows={elements}
              rowKey={(p) => p.id}
              columns={[
                { title: 'Nom', cell: (p) => p.nom },
                { title: 'client_id', cell: (p) => <code>{p.clientId}</code> },
                { title: 'Usage', cell: usageOf },
                { title: 'État', cell: (p) => <EtatDuProgramme programme={p} today={today} /> },
                { title: 'Dernier jeton', cell: (p) => formatInstant(p.dernierUsage), nowrap: true },
                { title: 'Dernier jour', cell: (p) => formatDay(p.fin), nowrap: true },
                { title: 'Réseaux', cell: (p) => p.adresses.join(', ') || 'tous' },
                {
                  title: 'Actes',
                  cell: (p) =>
                    !p.revoqueLe && (
                      <Group gap="xs" wrap="nowrap">
                        <Act
                          label="Renouveler le secret"
                          of={p}
                          onClick={() => setOpen({ kind: 'secret', programme: p })}
                        />
                        <Act
                          label="Borner"
                          of={p}
                          onClick={() => setOpen({ kind: 'bornes', programme: p })}
                        />
                        <Act
                          label="Révoquer"
                          of={p}
                          onClick={() => setOpen({ kind: 'revocation', programme: p })}
                        />
                      </Group>
                    ),
                },
              ]}
            />
          )
        }
      </Loaded>
      {creating && <NouveauProgrammeDialog onClose={() => setCreating(false)} />}
      {open?.kind === 'secret' && <SecretDialog programme={open.programme} onClose={close} />}
      {open?.kind === 'bornes' && <BornesDialog programme={open.programme} onClose={close} />}
      {open?.kind === 'revocation' && <RevoquerDialog programme={open.programme} onClose={close} />}
    </Page>
  );
}

function Act({ label, of, onClick }: { label: string; of: Programme; onClick: () => void }) {
  return (
    <Button variant="default" size="compact-sm" aria-label={`${label} : ${of.nom}`} onClick={onClick}>
      {label}
    </Button>
  );
}

function EtatDuProgramme({ programme, today }: { programme: Programme; today: string }) {
  if (programme.revoqueLe) return <Etat tone="refus">révoqué</Etat>;
  if (programme.fin && programme.fin < today) return <Etat tone="neutre">échu</Etat>;
  return programme.secrets.length > 1 ? (
    <Etat tone="encours">secret en renouvellement</Etat>
  ) : (
    <Etat tone="bon">ouvert</Etat>
  );
}
