using System.Globalization;
using Masp.Application.Commun;
using Masp.Application.Titulaires;
using Masp.Domain.Commun;
using Masp.Domain.Mesures.Rencontres;
using Masp.Domain.Titulaires;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Masp.Application.Mesures.Rencontres;

/// <summary>
/// Rencontres from the software of a Titulaire (R18): each line stands alone, so a refused one is named and loses no other, and a line that
/// came before changes nothing.
/// </summary>
/// <param name="Lignes">1 to 10,000.</param>
/// <param name="TitulaireId">The caller's own when not told.</param>
public sealed record ImportRencontres(IReadOnlyList<LigneLue> Lignes, Guid? TitulaireId = null) : ICommand<LotDeRencontresDto>
{
    public const int LignesMax = 10_000;
}

/// <summary>One line of a batch.</summary>
/// <param name="ExterneId">In the software it comes from: the same one is the same Rencontre.</param>
/// <param name="Mesure">Number.</param>
/// <param name="Etat">Held when not told.</param>
/// <param name="IntervenantId">Who is in charge that day when not told.</param>
public sealed record LigneDeLot(
    string ExterneId,
    string Mesure,
    LocalDate Date,
    LieuRencontre Lieu,
    int? DureeMinutes = null,
    EtatRencontre? Etat = null,
    LocalTime? Heure = null,
    Guid? IntervenantId = null,
    CauseRencontreManquee? Cause = null,
    string? Note = null,
    int? TrajetMinutes = null,
    int? TrajetKm = null);

/// <summary>A line as it could be read: itself, or why it could not be.</summary>
public sealed record LigneLue(LigneDeLot? Ligne, Error? Refus = null);

/// <param name="Nouvelles">Recorded now.</param>
/// <param name="Inchangees">Recorded before, and told the same.</param>
public sealed record LotDeRencontresDto(int Recues, int Nouvelles, int Inchangees, IReadOnlyList<LigneRefuseeDto> Refusees);

/// <param name="Ligne">Its place in the batch, from 1.</param>
public sealed record LigneRefuseeDto(int Ligne, string? ExterneId, string Code, string Message, string? Champ);

internal sealed class ImportRencontresHandler(IMaspDbContext db, SqlDeLot sql, ActeurCourant acteur, Horloge horloge, Identifiants identifiants)
    : IRequestHandler<ImportRencontres, Result<LotDeRencontresDto>>
{
    private const int ExterneIdMax = 100;
    private const int NoteMax = 2000;

    public async Task<Result<LotDeRencontresDto>> Handle(ImportRencontres request, CancellationToken cancellationToken)
    {
        if (request.Lignes.Count is 0 or > ImportRencontres.LignesMax)
            return Error.Invalid("lot.taille-invalide", $"Un lot compte de 1 à {ImportRencontres.LignesMax.ToString("N0", Francais.Nombres)} lignes.", "lignes");
        var titulaire = await TitulaireDeLAppelant.FindAsync(db, acteur.Acteur, request.TitulaireId, cancellationToken);
        if (!titulaire.IsSuccess)
            return titulaire.Error;
        var equipe = await db.Intervenants.AsNoTracking().Where(i => i.TitulaireId == titulaire.Value).ToDictionaryAsync(i => i.Id, cancellationToken);
        var lignes = request.Lignes.Select((lue, rang) => new LigneEnCours(rang + 1, lue)).ToList();
        var connues = await sql.KnownAsync(titulaire.Value, [.. lignes.Where(l => l.IsOpen).Select(l => l.Ligne!.ExterneId).Distinct()], cancellationToken);
        var vies = await sql.HoldAsync([.. lignes.Where(l => l.IsOpen).Select(l => l.Ligne!.Mesure).Distinct()], cancellationToken);
        foreach (var ligne in lignes.Where(l => l.IsOpen))
            Check(ligne, titulaire.Value, vies, equipe, connues);

        var nouvelles = lignes.Where(l => l.Nouvelle is not null).OrderBy(l => l.Ligne!.ExterneId, StringComparer.Ordinal).Select(l => l.Nouvelle!).ToList();
        var written = await sql.WriteAsync(nouvelles, cancellationToken);
        if (written.Count < nouvelles.Count)
            await CompareWithOthersAsync(lignes, written, titulaire.Value, cancellationToken);
        return Answer(lignes);
    }

    private void Check(
        LigneEnCours ligne, Guid titulaire, IReadOnlyDictionary<string, VieDeMesure> vies, Dictionary<Guid, Intervenant> equipe, Dictionary<string, RencontreConnue> connues)
    {
        var told = ligne.Ligne!;
        if (told.ExterneId.Length is 0 or > ExterneIdMax)
            ligne.Refuse(Error.Invalid("lot.externe-invalide", $"L'identifiant du logiciel compte de 1 à {ExterneIdMax} caractères.", "externeId"));
        else if (told.Note?.Length > NoteMax)
            ligne.Refuse(Error.Invalid("champ.trop-long", $"Ce champ est limité à {NoteMax} caractères.", "note"));
        else if (!vies.TryGetValue(told.Mesure, out var vie))
            ligne.Refuse(GetMesureHandler.Introuvable with { Field = "mesure" });
        else if (ReglesDeRencontre.CheckFacts(FaitsOf(told, Guid.Empty), vie, horloge.Aujourdhui) is { } refusal)
            ligne.Refuse(refusal);
        else if (vie.TitulaireOn(told.Date) != titulaire)
            ligne.Refuse(ReglesDeRencontre.AutreTitulaire);
        else if ((told.IntervenantId ?? vie.IntervenantOn(told.Date)) is not { } intervenant)
            ligne.Refuse(ServiceDeRencontre.SansIntervenant);
        else
            Record(ligne, new RencontreConnue(vie.MesureId, FaitsOf(told, intervenant)), vie, equipe, connues);
    }

    private void Record(LigneEnCours ligne, RencontreConnue told, VieDeMesure vie, Dictionary<Guid, Intervenant> equipe, Dictionary<string, RencontreConnue> connues)
    {
        var externeId = ligne.Ligne!.ExterneId;
        if (connues.TryGetValue(externeId, out var connue))
        {
            ligne.Compare(connue, told);
            return;
        }

        var nouvelle = new NouvelleRencontre(identifiants.Next(), acteur.Acteur.DepartementCode, horloge.Aujourdhui, externeId);
        var recorded = Rencontre.Record(nouvelle, told.Faits, vie, equipe);
        if (!recorded.IsSuccess)
        {
            ligne.Refuse(recorded.Error);
            return;
        }

        connues.Add(externeId, told);
        ligne.Add(recorded.Value, told);
    }

    /// <summary>Lines that another batch wrote at the same instant: they are the same, or they are refused.</summary>
    private async Task CompareWithOthersAsync(IReadOnlyList<LigneEnCours> lignes, HashSet<string> written, Guid titulaire, CancellationToken cancellationToken)
    {
        var others = lignes.Where(l => l.Nouvelle is not null && !written.Contains(l.Ligne!.ExterneId)).ToList();
        var connues = await sql.KnownAsync(titulaire, [.. others.Select(l => l.Ligne!.ExterneId)], cancellationToken);
        foreach (var ligne in others)
            ligne.Compare(connues[ligne.Ligne!.ExterneId], ligne.Told!);
    }

    private static FaitsDeRencontre FaitsOf(LigneDeLot l, Guid intervenant) => new(
        l.Etat ?? EtatRencontre.Tenue, l.Date, l.Lieu, intervenant, l.DureeMinutes, l.Heure, l.Cause, string.IsNullOrWhiteSpace(l.Note) ? null : l.Note.Trim(), l.TrajetMinutes, l.TrajetKm);

    private static LotDeRencontresDto Answer(List<LigneEnCours> lignes) => new(
        lignes.Count,
        lignes.Count(l => l.Nouvelle is not null),
        lignes.Count(l => l.Inchangee),
        [
            .. lignes.Where(l => l.Refus is not null).Select(l => new LigneRefuseeDto(
                l.Rang, l.Ligne?.ExterneId, l.Refus!.Code, string.Create(CultureInfo.InvariantCulture, $"Ligne {l.Rang} : {l.Refus.Message}"), l.Refus.Field)),
        ]);
}

/// <summary>A Rencontre that bears an external id, as it was first told.</summary>
internal sealed record RencontreConnue(Guid MesureId, FaitsDeRencontre Faits);

/// <summary>One line on its way: refused, known before, or new.</summary>
internal sealed class LigneEnCours(int rang, LigneLue lue)
{
    public int Rang { get; } = rang;

    public LigneDeLot? Ligne { get; } = lue.Ligne;

    public Error? Refus { get; private set; } = lue.Refus;

    public bool Inchangee { get; private set; }

    public Rencontre? Nouvelle { get; private set; }

    public RencontreConnue? Told { get; private set; }

    public bool IsOpen => Refus is null && Ligne is not null;

    public void Refuse(Error error) => Refus = error;

    public void Add(Rencontre rencontre, RencontreConnue told) => (Nouvelle, Told) = (rencontre, told);

    public void Compare(RencontreConnue connue, RencontreConnue told)
    {
        Nouvelle = null;
        Inchangee = connue == told;
        if (!Inchangee)
            Refus = ReglesDeRencontre.ExterneDejaPris;
    }
}
