using Masp.Application.Commun;
using Masp.Application.Territoires;
using Masp.Domain.Commun;
using Masp.Domain.Mesures.Rencontres;
using Masp.Domain.Territoires;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;

namespace Masp.Application.Mesures.Rencontres;

/// <summary>The Rencontres of a Mesure against the minimum, window by window, as of today (R18).</summary>
public sealed record CountRencontres(Guid MesureId) : IQuery<CompteDeRencontresDto>;

/// <summary>The same for the running measures of the caller, or of one worker: what is missing until when, by number of the measure.</summary>
public sealed record ListComptes(Guid? IntervenantId, Pagination Pagination) : IQuery<Liste<CompteDeMesureDto>>;

/// <param name="EnCours">The window of today; null after the end.</param>
/// <param name="Fenetres">Those that have begun, in order.</param>
/// <param name="Minutes">Of all that was held, telephone included.</param>
public sealed record CompteDeRencontresDto(FenetreDto? EnCours, IReadOnlyList<FenetreDto> Fenetres, int Tenues, int Telephones, int Manquees, int Prevues, int Minutes);

/// <param name="Fin">Last day, included.</param>
/// <param name="Manque">How many are still missing, or were.</param>
/// <param name="Phrase">The same as a sentence, with its clause.</param>
public sealed record FenetreDto(LocalDate Debut, LocalDate Fin, int Minimum, int Faites, int Manque, EtatFenetre Etat, string Phrase, string Clause)
{
    internal static FenetreDto Of(CompteDeFenetre f) => new(f.Debut, f.Fin, f.Minimum, f.Faites, f.Manque, f.Etat, f.Phrase, f.Clause);
}

/// <param name="Derniere">Day of the last one that was held.</param>
/// <param name="Prochaine">Day of the next one in the plan.</param>
public sealed record CompteDeMesureDto(
    Guid MesureId, string Numero, string Personne, string Commune, FenetreDto? EnCours, LocalDate? Derniere, LocalDate? Prochaine);

internal sealed class CountRencontresHandler(IMaspDbContext db, LectureDirecte lecture, Portee portee, ActeurCourant acteur, Horloge horloge)
    : IRequestHandler<CountRencontres, Result<CompteDeRencontresDto>>, IRequestHandler<ListComptes, Result<Liste<CompteDeMesureDto>>>
{
    private const string Mesures =
        """
        select m.id, m.numero, b.prenom || ' ' || b.nom,
          coalesce((select c.nom from masp.communes c where c.departement_code = m.departement_code and c.code_insee = m.commune_insee), m.commune_insee)
        from masp.mesures m
        join masp.beneficiaires b on b.departement_code = m.departement_code and b.id = m.beneficiaire_id
        where m.departement_code = $1 and m.etat = 'EnCours' and m.debut <= $2
        """;

    private const string Faites =
        "select mesure_id, date, etat, lieu from masp.rencontres where departement_code = $1 and mesure_id = any ($2) and etat in ('Tenue', 'Prevue')";

    public async Task<Result<CompteDeRencontresDto>> Handle(CountRencontres request, CancellationToken cancellationToken)
    {
        if (await db.Mesures.AsNoTracking().FirstOrDefaultAsync(m => m.Id == request.MesureId, cancellationToken) is not { } mesure)
            return GetMesureHandler.Introuvable;
        var today = LectureCedee.Until(acteur.Acteur, mesure, horloge.Aujourdhui) ?? horloge.Aujourdhui;
        var rows = await db.Rencontres.AsNoTracking().Where(r => r.MesureId == request.MesureId)
            .Select(r => new { r.Date, r.Etat, r.Lieu, r.DureeMinutes }).ToListAsync(cancellationToken);
        var reglements = await db.ReglementsAsync(cancellationToken);
        var comptees = rows.Where(r => FrequenceDesRencontres.Counts(r.Etat, r.Lieu, reglements.On(r.Date))).Select(r => r.Date).ToList();
        var fenetres = FrequenceDesRencontres.Count(VieDeMesure.Of(mesure), comptees, reglements.On, today).Select(FenetreDto.Of).ToList();
        var held = rows.Where(r => r.Etat == EtatRencontre.Tenue).ToList();
        return new CompteDeRencontresDto(
            Current(fenetres, today), fenetres,
            held.Count(r => r.Lieu != LieuRencontre.Telephone), held.Count(r => r.Lieu == LieuRencontre.Telephone),
            rows.Count(r => r.Etat == EtatRencontre.Manquee), rows.Count(r => r.Etat == EtatRencontre.Prevue), held.Sum(r => r.DureeMinutes ?? 0));
    }

    public async Task<Result<Liste<CompteDeMesureDto>>> Handle(ListComptes request, CancellationToken cancellationToken)
    {
        var page = request.Pagination.Read();
        if (!page.IsSuccess)
            return page.Error;
        var (taille, curseur) = page.Value;
        var found = await lecture.ListAsync(
            reader => (Id: reader.GetGuid(0), Numero: reader.GetString(1), Personne: reader.GetString(2), Commune: reader.GetString(3)),
            PageOf(request, curseur, taille + 1), cancellationToken);
        var liste = Liste<(Guid Id, string Numero, string Personne, string Commune)>.Cut(found, taille, m => new Curseur(null, m.Numero));
        var ids = liste.Elements.Select(m => m.Id).ToArray();
        var reglements = await db.ReglementsAsync(cancellationToken);
        var (vies, faites) = await lecture.ReadAsync(
            ReadAsync, cancellationToken,
            [.. LectureDesVies.Commands(lecture.Departement, ids), LectureDirecte.Command(Faites, LectureDirecte.Value(lecture.Departement), LectureDirecte.Value(ids))]);
        return liste.Select(m => Compte(m, vies[m.Id], faites[m.Id], reglements));
    }

    private static FenetreDto? Current(IReadOnlyList<FenetreDto> fenetres, LocalDate jour) => fenetres.LastOrDefault(f => f.Debut <= jour && f.Fin >= jour);

    private static async Task<(IReadOnlyDictionary<Guid, VieDeMesure> Vies, ILookup<Guid, Faite> Faites)> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var vies = await LectureDesVies.ReadAsync(reader, cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var rows = new List<Faite>();
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(new Faite(reader.GetGuid(0), reader.GetFieldValue<LocalDate>(1), Enum.Parse<EtatRencontre>(reader.GetString(2)), Enum.Parse<LieuRencontre>(reader.GetString(3))));
        return (vies, rows.ToLookup(r => r.MesureId));
    }

    private NpgsqlBatchCommand PageOf(ListComptes request, Curseur? curseur, int limit)
    {
        var values = new List<NpgsqlParameter> { LectureDirecte.Value(lecture.Departement), LectureDirecte.Value(horloge.Aujourdhui) };
        var sql = Mesures + portee.MesuresTenues("m");
        if (request.IntervenantId is { } intervenant)
        {
            values.Add(LectureDirecte.Value(intervenant));
            sql += $" and m.intervenant_id = ${values.Count}";
        }

        if (curseur is not null)
        {
            values.Add(LectureDirecte.Value(curseur.Cle));
            sql += $" and m.numero > ${values.Count}";
        }

        return LectureDirecte.Command($"{sql} order by m.numero limit {limit}", values);
    }

    private CompteDeMesureDto Compte((Guid Id, string Numero, string Personne, string Commune) mesure, VieDeMesure vie, IEnumerable<Faite> faites, Reglements reglements)
    {
        var today = horloge.Aujourdhui;
        var rows = faites.ToList();
        var comptees = rows.Where(r => FrequenceDesRencontres.Counts(r.Etat, r.Lieu, reglements.On(r.Date))).Select(r => r.Date).ToList();
        var fenetres = FrequenceDesRencontres.Count(vie, comptees, reglements.On, today).Select(FenetreDto.Of).ToList();
        return new CompteDeMesureDto(
            mesure.Id, mesure.Numero, mesure.Personne, mesure.Commune, Current(fenetres, today),
            rows.Where(r => r.Etat == EtatRencontre.Tenue).Select(r => (LocalDate?)r.Date).Max(),
            rows.Where(r => r.Etat == EtatRencontre.Prevue && r.Date >= today).Select(r => (LocalDate?)r.Date).Min());
    }

    private sealed record Faite(Guid MesureId, LocalDate Date, EtatRencontre Etat, LieuRencontre Lieu);
}
