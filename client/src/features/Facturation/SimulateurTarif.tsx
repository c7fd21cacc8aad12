import { getRouteApi } from '@tanstack/react-router';
import { Erreur } from '@/components/ui/Erreur';
import { Section } from '@/components/ui/Section';
import { readTarif, readValues, toParams, useTarif } from './calculTarif';
import { TarifForm } from './TarifForm';
import { TarifResultat } from './TarifResultat';

const route = getRouteApi('/cadre/simulateur/tarif');

/** The months of a contract, due or not and why (R35 to R39, R44). */
export function SimulateurTarif() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const answer = useTarif(readTarif(search));

  return (
    <>
      <Section title="Calculer un tarif">
        <TarifForm
          initialValues={readValues(search)}
          error={answer.error}
          pending={answer.isFetching}
          onSubmit={(values) => void navigate({ search: (kept) => ({ ...kept, ...toParams(values) }) })}
        />
      </Section>
      {answer.error && <Erreur error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.data && <TarifResultat calcul={answer.data} />}
    </>
  );
}
