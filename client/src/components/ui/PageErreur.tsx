import { Link, useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { isApiError } from '@/api/errors';
import { Erreur } from './Erreur';
import { Page } from './Page';

/** What a route shows when it, or what it reads, failed. */
export function PageErreur({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  if (isApiError(error, 404)) return <PageIntrouvable />;
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return (
    <Page title="Cette page ne peut pas s’afficher">
      <Erreur error={error} onRetry={retry} />
    </Page>
  );
}

/** A page that the role does not open: nothing of it is shown, and nothing of it is asked from the API. */
export function PageRefusee() {
  return (
    <Page title="Page non ouverte à votre rôle">
      <p>Ce que montre cette adresse relève d’un autre rôle que le vôtre.</p>
      <p>
        <Link to="/a-faire">Revenir à ce qui est à faire</Link>
      </p>
    </Page>
  );
}

/** Not there, or not theirs: the same answer for both. */
export function PageIntrouvable() {
  return (
    <Page title="Page introuvable">
      <p>Cette adresse ne mène à rien, ou à un dossier qui ne vous est pas ouvert.</p>
      <p>
        <Link to="/a-faire">Revenir à ce qui est à faire</Link>
      </p>
    </Page>
  );
}
