using Masp.Domain.Attributions;
using Masp.Domain.Commun;
using NodaTime;

namespace Masp.Domain.Tests.Attributions;

/// <summary>A Lot with its Titulaires, named A, B, C… in order of rank.</summary>
internal sealed class LotDEssai
{
    public static readonly LocalDate Debut = new(2022, 1, 3);
    public static readonly Periode Conventions = Periode.Of(new LocalDate(2022, 1, 1), new LocalDate(2024, 12, 31));

    private readonly List<Siege> _sieges = [];

    private LotDEssai()
    {
    }

    public TourDeRole Tour { get; } = new("34", "1");

    /// <summary>Every line written so far.</summary>
    public List<Mouvement> Registre { get; } = [];

    public static LotDEssai With(params string[] noms)
    {
        var lot = new LotDEssai();
        foreach (var nom in noms)
            lot.Open(nom, Conventions);
        lot.Seat(Debut);
        return lot;
    }

    public static Guid Id(string nom) => new(nom[0], 0, 0, new byte[8]);

    public static string Nom(Guid titulaireId) => ((char)titulaireId.ToByteArray()[0]).ToString();

    public Siege Open(string nom, Periode periode)
    {
        var siege = new Siege(new Guid(_sieges.Count + 1, 1, 0, new byte[8]), Id(nom), nom, _sieges.Count + 1, periode);
        _sieges.Add(siege);
        return siege;
    }

    public void Seat(LocalDate date) => Registre.AddRange(Tour.Seat(_sieges, date));

    public string Turn(LocalDate? date = null) => Write(Tour.Allocate(date ?? Debut).Value);

    public string Turns(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => Turn()));

    public string Choose(string nom, CategorieChoix categorie = CategorieChoix.MemeFoyer) => Write(Tour.AllocateTo(Id(nom), categorie, Debut).Value);

    public void GiveBack(int numero, RaisonRestitution raison = RaisonRestitution.Annulation)
    {
        var donne = Registre.Single(m => m.Numero == numero);
        Registre.Add(Tour.GiveBack(donne.ConventionId, numero, raison));
    }

    /// <summary>Net count, over the conventions still seated.</summary>
    public int CompteOf(string nom) => Tour.Places.Single(p => p.TitulaireId == Id(nom) && p.Assis).Compte;

    private string Write(Mouvement mouvement)
    {
        Registre.Add(mouvement);
        return Nom(mouvement.TitulaireId);
    }
}
