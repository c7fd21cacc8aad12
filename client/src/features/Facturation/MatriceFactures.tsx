import { Link } from '@tanstack/react-router';
import { useLots, useTitulaires } from '@/api/references';
import { useAujourdhui, useMay, useSession } from '@/api/session';
import a11y from '@/components/ui/a11y.module.css';
import { EmptyState } from '@/components/ui/EmptyState';
import { Loaded } from '@/components/ui/Loaded';
import { formatMoney, formatQuarter, NOTHING } from '@/lib/format';
import { EtatDeFacture } from './EtatDeFacture';
import { useFacturesDuTrimestre } from './factures';
import { layMatrice, totalOf, type Case } from './matrice';
import styles from './matrice.module.css';

/** The money of one quarter, Titulaire by Lot: what is issued, what waits for whom, what is still to prepare. */
export function MatriceFactures({ trimestre }: { trimestre: string }) {
  const query = useFacturesDuTrimestre(trimestre);
  const { lots, labelOf } = useLots();
  const { titulaires } = useTitulaires();
  const { titulaire: own } = useSession().utilisateur;
  const visible = own ? titulaires.filter(({ id }) => id === own.id) : titulaires;
  const today = useAujourdhui();

  return (
    <Loaded query={query}>
      {({ elements }) => {
        const codes = lots.map(({ code }) => code);
        const lignes = layMatrice(elements, visible, codes, trimestre, today);
        if (lignes.length === 0) return <EmptyState title="Aucune convention ce trimestre-là." />;
        return (
          <div className={styles.scroll}>
            <table className={styles.matrice} aria-busy={query.isPlaceholderData}>
              <caption className={a11y.hidden}>
                Factures du {formatQuarter(trimestre)}, par titulaire et par lot
              </caption>
              <thead>
                <tr>
                  <th scope="col">Titulaire</th>
                  {codes.map((code) => (
                    <th key={code} scope="col">
                      {labelOf(code)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {lignes.map(({ titulaire, cases }) => (
                  <tr key={titulaire.id}>
                    <th scope="row">{titulaire.nom}</th>
                    {cases.map((one, column) => (
                      <td
                        key={codes[column]}
                        data-lot={labelOf(codes[column] ?? '')}
                        data-rien={one.kind === 'rien' || undefined}
                      >
                        <Cellule
                          one={one}
                          choix={{ titulaireId: titulaire.id, lot: codes[column] ?? '', trimestre }}
                        />
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
              <tfoot>
                <tr>
                  <th scope="row">Total</th>
                  {codes.map((code, column) => (
                    <td key={code} data-lot={labelOf(code)}>
                      {formatMoney(totalOf(lignes, column))}
                    </td>
                  ))}
                </tr>
              </tfoot>
            </table>
            <p className={styles.total}>
              Total du trimestre : <strong>{formatMoney(totalOf(lignes))}</strong>
            </p>
          </div>
        );
      }}
    </Loaded>
  );
}

const labels = {
  enCours: 'aperçu, trimestre en cours',
  aPreparer: 'à préparer',
  suites: 'convention finie, aperçu',
};

type CelluleProps = { one: Case; choix: { titulaireId: string; lot: string; trimestre: string } };

function Cellule({ one, choix }: CelluleProps) {
  const may = useMay();
  if (one.kind === 'rien') return NOTHING;
  if (one.kind === 'facture') {
    const { id, total } = one.facture;
    return (
      <Link to="/factures/$factureId" params={{ factureId: id }} className={styles.facture}>
        {formatMoney(total)} <EtatDeFacture facture={one.facture} />
      </Link>
    );
  }
  const label = labels[one.kind];
  if (one.kind === 'aPreparer' && !may('preparerFacture')) return <>{label}</>;
  return (
    <Link to="/factures/nouvelle" search={choix}>
      {label}
    </Link>
  );
}
