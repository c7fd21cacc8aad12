import { Link } from '@tanstack/react-router';
import { useSession } from '@/api/session';
import styles from './frame.module.css';
import { placesOf } from './navigation';

/** The pages open to who is signed in. */
export function Rail({ onLeave }: { onLeave?: () => void }) {
  const { actes } = useSession();
  return (
    <nav aria-label="Navigation principale" className={styles.rail}>
      {placesOf(actes).map(({ title, places }) => (
        <div key={title ?? 'tete'} className={styles.railGroup}>
          {title && <p className={styles.railTitle}>{title}</p>}
          <ul>
            {places.map(({ label, to, icon: Icon }) => (
              <li key={to}>
                <Link
                  to={to}
                  className={styles.railLink}
                  activeProps={{ 'data-active': true }}
                  activeOptions={{ includeSearch: false }}
                  onClick={onLeave}
                >
                  <Icon size={18} stroke={1.75} aria-hidden="true" />
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
