import { useQuery } from '@tanstack/react-query';
import { api, read } from '@/api/http';
import { useAujourdhui } from '@/api/session';
import { EmptyState } from '@/components/ui/EmptyState';
import { Loaded } from '@/components/ui/Loaded';
import { Page } from '@/components/ui/Page';
import { formatLongDay } from '@/lib/format';
import styles from './aFaire.module.css';
import { SectionAFaire } from './SectionAFaire';

/** What waits for the person, one section per kind of work, most pressing first. */
export function PageAFaire() {
  const today = useAujourdhui();
  const query = useQuery({
    queryKey: ['a-faire'],
    queryFn: () => read(api.GET('/api/v1/a-faire')),
    // The first page of the day, and the one left open: it is read again whenever it is come back to.
    staleTime: 0,
  });
  return (
    <Page title="À faire" lead={formatLongDay(today)}>
      <Loaded query={query}>
        {({ sections }) =>
          sections.length === 0 ? (
            <EmptyState title="Rien n’attend.">Ce qui vous reviendra apparaîtra ici.</EmptyState>
          ) : (
            <>
              <nav aria-label="Ce qui attend" className={styles.summary}>
                {sections.map(({ nature, titre, nombre }) => (
                  <a key={nature} href={`#${nature}`}>
                    <strong>{nombre}</strong> {titre.charAt(0).toLowerCase() + titre.slice(1)}
                  </a>
                ))}
              </nav>
              {sections.map((section) => (
                <SectionAFaire key={section.nature} section={section} today={today} />
              ))}
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
