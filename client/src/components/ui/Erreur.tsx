import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { ApiError, OfflineError } from '@/api/errors';
import styles from './states.module.css';

type Props = {
  error: unknown;
  onRetry?: () => void;
  children?: ReactNode;
};

function words(error: unknown): { title: string; detail?: string | null } {
  if (error instanceof OfflineError) {
    return {
      title: 'Le serveur ne répond pas.',
      detail: 'Vérifiez la connexion. Ce qui est saisi ici reste en place.',
    };
  }
  if (error instanceof ApiError) {
    const { title, detail } = error.problem;
    if (error.isStale) {
      return {
        title: 'Quelqu’un a modifié cette fiche entre-temps.',
        detail: detail ?? 'Relisez-la avant de recommencer.',
      };
    }
    return { title, detail: detail === title ? null : detail };
  }
  return {
    title: 'Cette page a rencontré une erreur.',
    detail: 'Rechargez-la ; si l’erreur revient, signalez-la.',
  };
}

/** A refusal or a failure: what happened, its stable code, and what can be done. */
export function Erreur({ error, onRetry, children }: Props) {
  if (!error) return null;
  const { title, detail } = words(error);
  const problem = error instanceof ApiError ? error.problem : null;
  const rule = problem?.status === 409 || problem?.status === 412 || error instanceof OfflineError;
  return (
    <div className={styles.problem} role="alert" data-tone={rule ? 'attention' : 'refus'}>
      <p className={styles.stateTitle}>{title}</p>
      {detail && <p>{detail}</p>}
      {children}
      {problem && (
        <p className={styles.code}>
          Code : {problem.code}
          {problem.traceId && ` · trace ${problem.traceId}`}
        </p>
      )}
      {onRetry && (
        <Button variant="default" onClick={onRetry}>
          {problem?.status === 412 ? 'Relire la fiche' : 'Réessayer'}
        </Button>
      )}
    </div>
  );
}
