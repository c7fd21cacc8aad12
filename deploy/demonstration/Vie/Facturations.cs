using Masp.Application.Commun;
using Masp.Domain.Attributions;
using Masp.Domain.Commun;
using Masp.Domain.Facturation;
using Masp.Domain.Mesures;
using Masp.Domain.Territoires;
using NodaTime;

namespace Masp.Demonstration;

/// <summary>
/// Each past quarter is prepared, validated and issued (R40 to R42); of the last one some wait at each step, so that the screens
/// have work on the date given.
/// </summary>
internal sealed class Facturations
{
    /// <summary>One Facture of this quarter is credited and made again, to show an Avoir (R41).</summary>
    private static readonly Trimestre TrimestreDeLAvoir = Trimestre.Of(new LocalDate(2023, 4, 1));

    private readonly Monde _monde;
    private readonly Zonage _zonage;
    private readonly List<Prix> _prix;
    private readonly MoisTenus _tenus = new();
    private readonly Dictionary<Guid, LocalDate?> _gels;
    private readonly SortedDictionary<string, Portefeuille> _portefeuilles = new(StringComparer.Ordinal);

    private bool _avoirFait;

    public Facturations(Monde monde)
    {
        _monde = monde;
        _prix = [.. monde.Jeu.Baremes.Select(b => b.Prix)];
        _gels = monde.Jeu.Titulaires.SelectMany(t => t.Conventions.Select(c => (c.Id, Gel: t.DateGel(c.Id)))).ToDictionary(c => c.Id, c => c.Gel);
        _zonage = new Zonage(monde.Jeu.Communes.ToDictionary(
            c => c.CodeInsee, IReadOnlyList<(LocalDate, Zone)> (c) => [.. c.Affectations.Select(a => (a.Debut, a.Zone))], StringComparer.Ordinal));
    }

    public void Start()
    {
        var dernier = Trimestre.Of(_monde.Fin).Previous();
        for (var trimestre = Trimestre.Of(Reperes.PremieresConventions); trimestre <= dernier; trimestre = trimestre.Next())
        {
            var courant = trimestre;
            if (courant < dernier)
                _monde.Agenda.Plan(courant.Fin.PlusDays(8), () => PrepareAll(courant));
            else
                _monde.Agenda.Plan(courant.Fin.PlusDays(1), () => PrepareSome(courant));
        }
    }

    /// <summary>A Titulaire serves it, from its beginning or taking it over.</summary>
    public void Follow(Mesure mesure, Contrat contrat, Guid titulaireId) => PortefeuilleOf(titulaireId, mesure.LotCode).Add(mesure, contrat);

    /// <summary>The SAFPM validates a forfait (R16): it waits for the next Facture.</summary>
    public void Accept(BonDeCommande bon)
    {
        _ = bon.ValidateForfait().Value;
        PortefeuilleOf(bon.TitulaireId, bon.LotCode).Forfaits.Add(bon);
    }

    private Portefeuille PortefeuilleOf(Guid titulaireId, string lotCode)
    {
        var titulaire = _monde.TitulaireOf(titulaireId);
        var cle = $"{lotCode}/{titulaire.SerieFacture}";
        if (!_portefeuilles.TryGetValue(cle, out var portefeuille))
            _portefeuilles.Add(cle, portefeuille = new Portefeuille(titulaire, lotCode));
        return portefeuille;
    }

    private void PrepareAll(Trimestre trimestre)
    {
        foreach (var portefeuille in _portefeuilles.Values)
            _monde.Agenda.PlanIn(_monde.Hasard.Between(1, 8), () => PrepareAndIssue(portefeuille, trimestre));
    }

    /// <summary>Of the last quarter four are prepared: one is issued, one validated, the others wait for their validation.</summary>
    private void PrepareSome(Trimestre trimestre)
    {
        var preparees = new List<(Portefeuille Portefeuille, Facture Facture)>();
        foreach (var portefeuille in _portefeuilles.Values.Take(4))
        {
            if (Prepare(portefeuille, trimestre) is { } facture)
                preparees.Add((portefeuille, facture));
        }

        foreach (var (_, facture) in preparees.Take(2))
            Validate(facture);
        foreach (var (portefeuille, facture) in preparees.Take(1))
            Issue(portefeuille, facture);
    }

    private void PrepareAndIssue(Portefeuille portefeuille, Trimestre trimestre)
    {
        if (Prepare(portefeuille, trimestre) is not { } facture)
            return;
        _monde.Agenda.PlanIn(_monde.Hasard.Between(2, 6), () =>
        {
            Validate(facture);
            _monde.Agenda.PlanIn(_monde.Hasard.Between(1, 3), () =>
            {
                Issue(portefeuille, facture);
                if (!_avoirFait && trimestre == TrimestreDeLAvoir)
                    _monde.Agenda.PlanIn(4, () => Credit(portefeuille, facture));
            });
        });
    }

    private Facture? Prepare(Portefeuille portefeuille, Trimestre trimestre)
    {
        var parametres = _monde.Parametres;
        var etat = new EtatDetaille(_prix, parametres.ModeMoisMesure, parametres.JoursSeuil, trimestre);
        var details = new List<DetailAFacturer>();
        foreach (var (mesure, contrat) in portefeuille.Of(trimestre))
        {
            var tenues = mesure.Tenues.Where(t => t.ContratId == contrat.Id).OrderBy(t => t.Debut).ToList();
            if (tenues.Find(t => t.TitulaireId == portefeuille.Titulaire.Id) is not { } tenue)
                continue;
            var gel = parametres.GelApresConvention ? Tenue.Freeze(tenues.Select(t => (t.ConventionId, t.Periode)), c => _gels[c]) : null;
            var aFacturer = _zonage.Price(contrat, mesure.Suspensions, mesure.Changements, mesure.Residences, gel).Value;
            var duTrimestre = new ContratDuTrimestre(contrat.Id, mesure.Numero, aFacturer, contrat.RevisionDepuis, tenue.Periode);
            details.AddRange(etat.Rows(duTrimestre, _tenus.Of(contrat.Id)).Value);
        }

        var forfaits = portefeuille.Forfaits.FindAll(b => b.ClosLe <= trimestre.Fin);
        details.AddRange(forfaits.Select(b => etat.Row(new ForfaitAFacturer(b.Id, b.Numero, b.ClosLe!.Value)).Value));
        var prepared = Facture.Prepare(_monde.NextId(), Reperes.Departement, portefeuille.Titulaire.Id, portefeuille.LotCode, trimestre, details, _monde.Jour);
        if (!prepared.IsSuccess)
            return null;
        portefeuille.Forfaits.RemoveAll(forfaits.Contains);
        _tenus.Record(prepared.Value);
        _monde.Jeu.Factures.Add(prepared.Value);
        return prepared.Value;
    }

    private void Validate(Facture facture) => _ = facture.Validate(Agents.Comptable, _monde.Jour).Value;

    private void Issue(Portefeuille portefeuille, Facture facture) => _ = facture.Issue(NextNumero(portefeuille), _monde.Jour).Value;

    private void Credit(Portefeuille portefeuille, Facture facture)
    {
        if (_avoirFait || facture.MayCredit() is not null)
            return;
        _avoirFait = true;
        var avoir = facture.Credit(_monde.NextId(), NextNumero(portefeuille), "Numéro d'engagement erroné (démonstration)", Agents.Comptable, _monde.Jour).Value;
        _tenus.Forget(facture);
        var forfaits = facture.Details.Select(d => d.BonDeCommandeId).OfType<Guid>().ToHashSet();
        portefeuille.Forfaits.AddRange(_monde.Jeu.BonsDeCommande.Where(b => forfaits.Contains(b.Id)));
        _monde.Jeu.Factures.Add(avoir);
        _monde.Agenda.PlanIn(2, () => PrepareAndIssue(portefeuille, facture.Trimestre));
    }

    private string NextNumero(Portefeuille portefeuille) =>
        Numeros.Facture(portefeuille.Titulaire.SerieFacture, _monde.Series.NextFacture(portefeuille.Titulaire.Id));
}
