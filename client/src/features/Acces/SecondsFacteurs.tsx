import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { EmptyState } from '@/components/ui/EmptyState';
import { Section } from '@/components/ui/Section';
import { SimpleTable } from '@/components/ui/SimpleTable';
import { formatInstant, plural } from '@/lib/format';
import { hasPasskeys } from '@/lib/passkeys';
import type { MonCompte } from './monCompte';
import { NouvelleCleDialog } from './NouvelleCleDialog';
import { NouvelleApplicationDialog } from './NouvelleApplicationDialog';
import { ConfirmerDialog, type ActeConfirme } from './ConfirmerDialog';

type Open = 'application' | 'cle' | ActeConfirme;

/** What proves a second time who one is: an application of codes, passkeys. */
export function SecondsFacteurs({ compte }: { compte: MonCompte }) {
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const rows = [
    ...(compte.applicationDeCodes
      ? [
          {
            id: 'totp',
            nom: 'Application de codes',
            detail: plural(compte.codesRestants, 'code de secours', 'codes de secours'),
          },
        ]
      : []),
    ...compte.clesDAcces.map((cle) => ({
      id: cle.id,
      nom: cle.nom,
      detail: `clé d’accès du ${formatInstant(cle.creeLe)}`,
    })),
  ];
  return (
    <Section
      title="Seconds facteurs"
      aside={
        <Group gap="xs">
          {!compte.applicationDeCodes && (
            <Button variant="default" size="compact-sm" onClick={() => setOpen('application')}>
              Ajouter une application de codes
            </Button>
          )}
          {compte.applicationDeCodes && (
            <Button variant="default" size="compact-sm" onClick={() => setOpen({ kind: 'codes' })}>
              Nouveaux codes de secours
            </Button>
          )}
          {hasPasskeys() && (
            <Button variant="default" size="compact-sm" onClick={() => setOpen('cle')}>
              Ajouter une clé d’accès
            </Button>
          )}
        </Group>
      }
    >
      {rows.length === 0 ? (
        <EmptyState title="Votre mot de passe suffit à ouvrir ce compte.">
          Un second facteur le protège de qui le devinerait.
        </EmptyState>
      ) : (
        <SimpleTable
          caption="Seconds facteurs"
          rows={rows}
          rowKey={(r) => r.id}
          columns={[
            { title: 'Nom', cell: (r) => r.nom },
            { title: 'Détail', cell: (r) => r.detail },
            {
              title: 'Acte',
              cell: (r) => (
                <Button
                  variant="default"
                  size="compact-sm"
                  aria-label={`Retirer : ${r.nom}`}
                  onClick={() =>
                    setOpen(r.id === 'totp' ? { kind: 'application' } : { kind: 'cle', id: r.id, nom: r.nom })
                  }
                >
                  Retirer
                </Button>
              ),
            },
          ]}
        />
      )}
      {open === 'application' && <NouvelleApplicationDialog onClose={close} />}
      {open === 'cle' && <NouvelleCleDialog onClose={close} />}
      {open && typeof open === 'object' && <ConfirmerDialog acte={open} onClose={close} />}
    </Section>
  );
}
