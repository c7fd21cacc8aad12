import { getRouteApi, Link } from '@tanstack/react-router';
import { Erreur } from '@/components/ui/Erreur';
import { Facts } from '@/components/ui/Facts';
import { Loaded } from '@/components/ui/Loaded';
import { Page } from '@/components/ui/Page';
import { Perime } from '@/components/ui/Perime';
import { Section } from '@/components/ui/Section';
import type { Versioned } from '@/api/http';
import { useLots } from '@/api/references';
import { formatDay, formatInteger, formatQuarter } from '@/lib/format';
import { AvoirDialog } from './AvoirDialog';
import { EcarterDialog } from './EcarterDialog';
import { EtatDeFacture } from './EtatDeFacture';
import { naturesFacture, sayFacture, useFacture, type Facture } from './factures';
import { EtatDetaille } from './EtatDetaille';
import { LignesFacture } from './LignesFacture';
import { useActesFacture } from './useActesFacture';

const route = getRouteApi('/cadre/factures/$factureId');

export function PageFacture() {
  const { factureId } = route.useParams();
  return <Loaded query={useFacture(factureId)}>{(facture) => <UneFacture facture={facture} />}</Loaded>;
}

function UneFacture({ facture }: { facture: Versioned<Facture> }) {
  const { data } = facture;
  const lots = useLots();
  const { actions, perime, error, dialog, close } = useActesFacture(facture);

  return (
    <Page
      title={`${naturesFacture[data.nature]} ${data.numero ?? 'non émise'}`}
      status={<EtatDeFacture facture={data} />}
      lead={`${data.titulaire.nom} · ${lots.labelOf(data.lot)} · ${formatQuarter(data.trimestre)}`}
      actions={actions}
    >
      {error && <Erreur error={error} />}
      {perime?.stale && <Perime {...perime} stale={perime.stale} say={sayFacture} />}
      <Section title="Total">
        <LignesFacture lignes={data.lignes} total={data.total} />
      </Section>
      <Section title="La facture">
        <Facts
          facts={[
            ['Titulaire', data.titulaire.nom],
            ['SIRET', data.siret],
            ['Adresse', data.adresse],
            ['IBAN', data.iban],
            [data.nature === 'avoir' ? 'Préparé' : 'Préparée', formatDay(data.prepareeLe)],
            ['État détaillé validé', formatDay(data.valideeLe)],
            [data.nature === 'avoir' ? 'Émis' : 'Émise', formatDay(data.emiseLe)],
            ...(data.avoirDe ? [] : counts(data)),
            ...(data.motif ? [['Motif', data.motif] as const] : []),
          ]}
        />
      </Section>
      {data.avoirDe ? (
        <p>
          Cet avoir reprend{' '}
          <Link to="/factures/$factureId" params={{ factureId: data.avoirDe }}>
            la facture et son état détaillé
          </Link>
          .
        </p>
      ) : (
        <EtatDetaille facture={data} />
      )}
      <AvoirDialog facture={facture} opened={dialog === 'avoir'} onClose={close} />
      <EcarterDialog facture={facture} opened={dialog === 'ecarter'} onClose={close} />
    </Page>
  );
}

function counts({ moisDus, moisNonDus }: Facture): [string, string][] {
  return [
    ['Mois dus', formatInteger(moisDus)],
    ['Mois non dus', formatInteger(moisNonDus)],
  ];
}
