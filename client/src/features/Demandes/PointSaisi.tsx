import { Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { api, read } from '@/api/http';
import type { components } from '@/api/schema';
import a11y from '@/components/ui/a11y.module.css';
import { Erreur } from '@/components/ui/Erreur';
import { useAct } from '@/components/ui/useAct';
import styles from './agenda.module.css';
import { commissionKey, type Commission, type Point } from './commissions';
import { PointFaits } from './PointFaits';

type SensAvis = components['schemas']['SensAvis'];

const choices: readonly { sens: SensAvis; key: string; label: string }[] = [
  { sens: 'favorable', key: 'f', label: 'Favorable' },
  { sens: 'defavorable', key: 'd', label: 'Défavorable' },
  { sens: 'ajourne', key: 'a', label: 'Ajourné' },
];

type Props = {
  commissionId: string;
  point: Point;
  /** Of the reasons given so far, offered again. */
  reasonsId: string;
  /** Leads to the row after or before; false when there is none. */
  onMove: (from: HTMLElement, step: 1 | -1) => boolean;
};

/** An item that waits for its opinion, saved alone. */
export function PointSaisi({ commissionId, point, reasonsId, onMove }: Props) {
  const queries = useQueryClient();
  const id = useId();
  const row = useRef<HTMLTableRowElement>(null);
  const motifInput = useRef<HTMLInputElement>(null);
  const [sens, setSens] = useState<SensAvis | null>(null);
  const [motif, setMotif] = useState('');
  const [missing, setMissing] = useState<string | null>(null);
  const { demande } = point;
  const name = `${demande.beneficiaireNom} ${demande.beneficiairePrenom}`;

  const record = useAct({
    run: (avis: { sens: SensAvis; motif: string }) =>
      read(
        api.POST('/api/v1/commissions/{id}/avis', {
          params: { path: { id: commissionId } },
          body: { demandeId: demande.id, ...avis },
        }),
      ),
    done: ({ avis }) => `${name} : avis ${choices.find((c) => c.sens === avis.sens)?.label.toLowerCase()}.`,
    refreshes: [['demandes'], ['commissions', 'liste'], ['a-faire']],
    onDone: ({ avis, etat }) => {
      if (row.current && !onMove(row.current, 1)) onMove(row.current, -1);
      // The row alone is replaced: what is being typed in the others stays.
      queries.setQueryData<Commission>(
        commissionKey(commissionId),
        (commission) =>
          commission && {
            ...commission,
            points: commission.points.map((other) =>
              other.demande.id === demande.id ? { ...other, avis, demande: { ...demande, etat } } : other,
            ),
          },
      );
    },
  });

  const save = () => {
    if (!sens) setMissing('Choisissez l’avis : F, D ou A.');
    else if (!motif.trim()) setMissing('Écrivez le motif.');
    else {
      setMissing(null);
      record.mutate({ sens, motif: motif.trim() });
    }
  };
  const choose = (chosen: SensAvis) => {
    setSens(chosen);
    setMissing(null);
  };
  const vertical = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowDown: 1 as const, ArrowUp: -1 as const }[event.key];
    if (!step) return;
    event.preventDefault();
    onMove(event.currentTarget, step);
  };
  const letters = (event: KeyboardEvent<HTMLElement>) => {
    const choice = choices.find(({ key }) => key === event.key.toLowerCase());
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (choice) {
      event.preventDefault();
      choose(choice.sens);
      motifInput.current?.focus();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      motifInput.current?.focus();
    } else vertical(event);
  };

  return (
    <tr ref={row} data-saisie>
      <PointFaits point={point} />
      <td>
        <fieldset className={styles.sens} data-sens>
          <legend className={a11y.hidden}>Avis sur {name}</legend>
          {choices.map(({ sens: value, label, key }) => (
            <label key={value} className={styles.choice} data-chosen={sens === value || undefined}>
              <input
                type="radio"
                name={id}
                value={value}
                checked={sens === value}
                aria-keyshortcuts={key.toUpperCase()}
                onChange={() => choose(value)}
                onKeyDown={letters}
              />
              {label}
            </label>
          ))}
        </fieldset>
      </td>
      <td>
        <div className={styles.reason}>
          <TextInput
            ref={motifInput}
            size="sm"
            aria-label={`Motif de l’avis sur ${name}`}
            list={reasonsId}
            maxLength={2000}
            value={motif}
            error={missing}
            onChange={(event) => setMotif(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              save();
            }}
          />
          <Button size="compact-sm" variant="default" loading={record.isPending} onClick={save}>
            Enregistrer
          </Button>
        </div>
        <Erreur error={record.error} />
      </td>
    </tr>
  );
}
