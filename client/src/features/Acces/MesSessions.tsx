import { Button } from '@mantine/core';
import { api, read } from '@/api/http';
import { Erreur } from '@/components/ui/Erreur';
import { Etat } from '@/components/ui/Etat';
import { Section } from '@/components/ui/Section';
import { SimpleTable } from '@/components/ui/SimpleTable';
import { useAct } from '@/components/ui/useAct';
import { formatInstant } from '@/lib/format';
import { MON_COMPTE, moyens, type MonCompte } from './monCompte';

/** Where the account is open, and how to close it there. */
export function MesSessions({ sessions }: { sessions: MonCompte['sessions'] }) {
  const close = useAct({
    run: (id: string) => read(api.DELETE('/api/v1/compte/sessions/{id}', { params: { path: { id } } })),
    done: 'Session fermée.',
    refreshes: [MON_COMPTE],
  });
  const closeOthers = useAct({
    run: () => read(api.DELETE('/api/v1/compte/sessions')),
    done: 'Toutes les autres sessions sont fermées.',
    refreshes: [MON_COMPTE],
  });
  return (
    <Section
      title="Sessions ouvertes"
      aside={
        sessions.length > 1 && (
          <Button
            variant="default"
            size="compact-sm"
            loading={closeOthers.isPending}
            onClick={() => closeOthers.mutate()}
          >
            Fermer les autres
          </Button>
        )
      }
    >
      <Erreur error={close.error ?? closeOthers.error} />
      <SimpleTable
        caption="Sessions ouvertes"
        rows={sessions}
        rowKey={(s) => s.id}
        columns={[
          { title: 'Appareil', cell: (s) => s.appareil },
          { title: 'Ouverte par', cell: (s) => moyens[s.moyen] },
          { title: 'Depuis', cell: (s) => formatInstant(s.ouverteLe), nowrap: true },
          { title: 'Vue', cell: (s) => formatInstant(s.vueLe), nowrap: true },
          {
            title: 'Acte',
            cell: (s) =>
              s.ici ? (
                <Etat tone="bon">celle-ci</Etat>
              ) : (
                <Button
                  variant="default"
                  size="compact-sm"
                  aria-label={`Fermer la session : ${s.appareil}, ${formatInstant(s.ouverteLe)}`}
                  onClick={() => close.mutate(s.id)}
                >
                  Fermer
                </Button>
              ),
          },
        ]}
      />
    </Section>
  );
}
