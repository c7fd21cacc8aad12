import { Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link, Outlet, useMatches, useRouterState } from '@tanstack/react-router';
import { useMay } from '@/api/session';
import { PageRefusee } from '@/components/ui/PageErreur';
import { OfflineNotice } from './OfflineNotice';
import { Rail } from './Rail';
import { Recherche } from './Recherche';
import { TopBar } from './TopBar';
import styles from './frame.module.css';

/** What stands around every page behind sign-in. */
export function Frame() {
  const [railOpen, rail] = useDisclosure(false);
  const pending = useRouterState({ select: (state) => state.status === 'pending' });
  const may = useMay();
  const actes = useMatches({
    select: (matches) => matches.flatMap(({ staticData }) => staticData.acte ?? []),
  });
  return (
    <>
      <a className="lien-evitement" href="#contenu">
        Aller au contenu
      </a>
      {pending && <div className={styles.progress} role="progressbar" aria-label="Chargement de la page" />}
      <div className={styles.frame}>
        <header className={styles.header}>
          <Link to="/a-faire" className={styles.brand} aria-label="Masp, accueil">
            <img src="/masp.svg" alt="" width={26} height={26} />
            Masp
          </Link>
          <TopBar onOpenRail={rail.open} />
        </header>
        <div className={styles.side}>
          <div className={styles.sideInner}>
            <Rail />
          </div>
        </div>
        <main id="contenu" className={styles.main} tabIndex={-1}>
          <OfflineNotice />
          {actes.every(may) ? <Outlet /> : <PageRefusee />}
        </main>
      </div>
      <Drawer
        opened={railOpen}
        onClose={rail.close}
        title="Masp"
        size="17rem"
        closeButtonProps={{ 'aria-label': 'Fermer la navigation' }}
      >
        <Rail onLeave={rail.close} />
      </Drawer>
      {may('rechercher') && <Recherche />}
    </>
  );
}
