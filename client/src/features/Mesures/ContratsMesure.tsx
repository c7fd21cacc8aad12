import { Section } from '@/components/ui/Section';
import { SimpleTable } from '@/components/ui/SimpleTable';
import { formatDay, formatPeriod, plural } from '@/lib/format';
import type { Mesure } from './mesures';

export function ContratsMesure({ mesure }: { mesure: Mesure }) {
  return (
    <>
      <Section title={plural(mesure.contrats.length, 'contrat')}>
        <SimpleTable
          caption="Contrats de la mesure"
          rows={mesure.contrats}
          rowKey={(contrat) => contrat.id}
          columns={[
            { title: 'Rang', cell: (c) => c.rang, numeric: true },
            { title: 'Période', cell: (c) => formatPeriod(c.debut, c.finPrevue), nowrap: true },
            { title: 'Durée', cell: (c) => `${c.dureeMois} mois`, nowrap: true },
            { title: 'Fin réelle', cell: (c) => formatDay(c.finReelle), nowrap: true },
            { title: 'Gestion', cell: (c) => (c.avecGestion ? 'avec gestion' : 'sans gestion') },
            { title: 'Titulaire', cell: (c) => c.titulaire.nom },
          ]}
        />
      </Section>
      <Section title="Suspensions">
        {mesure.suspensions.length === 0 ? (
          <p>Aucune suspension.</p>
        ) : (
          <SimpleTable
            caption="Suspensions de la mesure"
            rows={mesure.suspensions}
            rowKey={(suspension) => suspension.debut}
            columns={[
              { title: 'Période, les deux jours compris', cell: (s) => formatPeriod(s.debut, s.fin) },
            ]}
          />
        )}
      </Section>
    </>
  );
}
