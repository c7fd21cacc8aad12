using Masp.Domain.Commun;
using Masp.Domain.Mesures.Rencontres;
using Masp.Domain.Tests.Attributions;
using Masp.Domain.Tests.Titulaires;
using Masp.Domain.Titulaires;
using NodaTime;
using NodaTime.Text;

namespace Masp.Domain.Tests.Mesures.Rencontres;

/// <summary>A measure of twelve months signed on 10 January 2022, followed by worker 1; worker 2 is a colleague, 3 the manager.</summary>
internal static class VieDEssai
{
    public static readonly LocalDate Signature = new(2022, 1, 10);
    public static readonly LocalDate Terme = new(2023, 1, 9);

    public static Guid Titulaire => EquipesDEssai.Titulaire;

    public static Guid Alix { get; } = BonsDEssai.Id(1);

    public static Guid Collegue { get; } = BonsDEssai.Id(2);

    public static Guid Chef { get; } = BonsDEssai.Id(3);

    public static VieDeMesure Vie(params Periode[] suspensions) => new(
        BonsDEssai.Id(10), [Periode.Of(Signature, Terme)], suspensions, [(Titulaire, Periode.Of(Signature))], [(Alix, Periode.Of(Signature))]);

    public static Dictionary<Guid, Intervenant> Equipe() => new Intervenant[] { EquipesDEssai.Worker(1), EquipesDEssai.Worker(2), EquipesDEssai.Chef(3) }.ToDictionary(i => i.Id);

    public static FaitsDeRencontre Tenue(string jour, Guid? par = null) => new(EtatRencontre.Tenue, Date(jour), LieuRencontre.Domicile, par ?? Alix, 60);

    public static NouvelleRencontre Nouvelle(string aujourdhui, string? externeId = null) => new(BonsDEssai.Id(50), "34", Date(aujourdhui), externeId);

    public static Result<Rencontre> Record(FaitsDeRencontre faits, string aujourdhui = "2022-06-15", VieDeMesure? vie = null, Dictionary<Guid, Intervenant>? equipe = null) =>
        Rencontre.Record(Nouvelle(aujourdhui), faits, vie ?? Vie(), equipe ?? Equipe());

    public static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
