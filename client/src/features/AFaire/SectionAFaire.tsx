import { Link, type LinkProps } from '@tanstack/react-router';
import type { components } from '@/api/schema';
import { linkOf } from '@/components/ui/recordLink';
import { Section } from '@/components/ui/Section';
import { formatDay } from '@/lib/format';
import styles from './aFaire.module.css';

type Schemas = components['schemas'];

// Where the whole of a queue is; the API gives its first rows only.
const wholes: Record<string, LinkProps> = {
  avisARendre: { to: '/commissions' },
  demandesAInscrire: { to: '/demandes', search: { etat: 'deposee' } },
  decisionsAPrendre: { to: '/decisions' },
  demandesAAttribuer: { to: '/attributions' },
  bonsAAccuser: { to: '/bons-de-commande', search: { etat: 'emis' } },
  contratsASigner: { to: '/bons-de-commande', search: { etat: 'recu' } },
  forfaitsAValider: { to: '/bons-de-commande' },
  facturesAValider: { to: '/factures', search: { etat: 'aValider' } },
  facturesAEmettre: { to: '/factures', search: { etat: 'validee' } },
  echeancesDepassees: { to: '/echeances', search: { etat: 'depassees' } },
  retardsAExpliquer: { to: '/echeances', search: { etat: 'aExpliquer' } },
  echeancesProches: { to: '/echeances' },
  termesProches: { to: '/mesures', search: { etat: 'enCours', tri: 'finPrevue' } },
};

type Props = { section: Schemas['Section']; today: string };

export function SectionAFaire({ section: { nature, titre, nombre, elements }, today }: Props) {
  const whole = wholes[nature];
  return (
    <div id={nature} className={styles.anchor}>
      <Section
        title={`${titre} (${nombre})`}
        aside={whole && nombre > elements.length && <Link {...whole}>Tout voir</Link>}
      >
        <ul className={styles.tasks}>
          {elements.map((tache) => (
            <Tache key={`${tache.id}-${tache.detail}-${tache.date}`} tache={tache} today={today} />
          ))}
        </ul>
      </Section>
    </div>
  );
}

function Tache({ tache, today }: { tache: Schemas['Tache']; today: string }) {
  const link = linkOf(tache.type, tache.id);
  return (
    <li>
      {link ? <Link {...(link as LinkProps)}>{tache.libelle}</Link> : <span>{tache.libelle}</span>}
      <span className={styles.lot}>{tache.lot && `Lot ${tache.lot}`}</span>
      <span>{tache.detail}</span>
      <span className={styles.date}>
        {formatDay(tache.date)}
        {tache.date < today && <span className={styles.age}>il y a {daysBetween(tache.date, today)} j</span>}
      </span>
    </li>
  );
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
