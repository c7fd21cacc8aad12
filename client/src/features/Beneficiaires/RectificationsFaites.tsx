import { Section } from '@/components/ui/Section';
import { SimpleTable } from '@/components/ui/SimpleTable';
import { formatDay } from '@/lib/format';
import { civilites, type Fiche } from './personnes';

type Identite = Fiche['rectifications'][number]['avant'];

/** What was corrected, with what was, what is and why. */
export function RectificationsFaites({ fiche }: { fiche: Fiche }) {
  if (fiche.rectifications.length === 0) return null;
  return (
    <Section title="Rectifications">
      <SimpleTable
        caption="Rectifications de l’identité"
        rows={fiche.rectifications}
        rowKey={({ date, motif, apres }) => `${date} ${motif} ${apres.nom}`}
        columns={[
          { title: 'Date', cell: ({ date }) => formatDay(date), nowrap: true },
          { title: 'Avant', cell: ({ avant }) => written(avant) },
          { title: 'Après', cell: ({ apres }) => written(apres) },
          { title: 'Motif', cell: ({ motif }) => motif },
        ]}
      />
    </Section>
  );
}

function written({ civilite, prenom, nom, dateNaissance }: Identite): string {
  return `${civilite ? `${civilites[civilite]} ` : ''}${prenom} ${nom}, ${formatDay(dateNaissance)}`;
}
