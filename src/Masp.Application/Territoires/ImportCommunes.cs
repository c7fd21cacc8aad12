using System.Globalization;
using System.Text;
using FluentValidation;
using Masp.Application.Commun;
using Masp.Domain.Commun;
using Masp.Domain.Territoires;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Masp.Application.Territoires;

/// <summary>What an import would do, line by line; nothing is written.</summary>
/// <param name="Csv">Header <c>codeInsee;nom;codesPostaux;population;lot;zone</c>, semicolons, postal codes apart by spaces.</param>
/// <param name="Debut">First day of the mapping, included; today when not told (R64).</param>
public sealed record PreviewImport(string Csv, LocalDate? Debut = null) : IQuery<ImportDto>;

/// <summary>Imports a list of communes: all of it, or nothing (R64). Imported mappings are no longer « démonstration ».</summary>
/// <param name="Csv">As <see cref="PreviewImport"/>.</param>
/// <param name="Debut">As <see cref="PreviewImport"/>.</param>
public sealed record ImportCommunes(string Csv, LocalDate? Debut = null) : ICommand<ImportDto>;

public enum EtatLigne
{
    Nouvelle,
    Modifiee,
    Inchangee,
    Refusee,
}

public sealed record ImportDto(IReadOnlyList<LigneImportDto> Lignes, int Nouvelles, int Modifiees, int Inchangees, int Refusees, bool Applique);

/// <param name="Ligne">In the file, the header being line 1.</param>
public sealed record LigneImportDto(int Ligne, string CodeInsee, string Nom, EtatLigne Etat, IReadOnlyList<ErreurDeLigneDto> Erreurs);

public sealed record ErreurDeLigneDto(string Champ, string Code, string Message);

internal sealed class PreviewImportValidator : AbstractValidator<PreviewImport>
{
    public PreviewImportValidator() => RuleFor(i => i.Csv).Obligatoire(1_500_000);
}

internal sealed class ImportCommunesValidator : AbstractValidator<ImportCommunes>
{
    public ImportCommunesValidator() => RuleFor(i => i.Csv).Obligatoire(1_500_000);
}

internal sealed class ImportCommunesHandler(IMaspDbContext db, ActeurCourant acteur, Horloge horloge)
    : IRequestHandler<PreviewImport, Result<ImportDto>>, IRequestHandler<ImportCommunes, Result<ImportDto>>
{
    public async Task<Result<ImportDto>> Handle(PreviewImport request, CancellationToken cancellationToken)
    {
        var debut = request.Debut ?? horloge.Aujourdhui;
        var read = await ReadAsync(request.Csv, cancellationToken);
        return read.Map(lines => Answer(lines, debut, applied: false));
    }

    public async Task<Result<ImportDto>> Handle(ImportCommunes request, CancellationToken cancellationToken)
    {
        var debut = request.Debut ?? horloge.Aujourdhui;
        var read = await ReadAsync(request.Csv, cancellationToken);
        if (!read.IsSuccess)
            return read.Error;
        if (Refusals(read.Value) is { Count: > 0 } refusals)
            return Result<ImportDto>.Refuse(refusals);
        var answer = Answer(read.Value, debut, applied: true);
        foreach (var ligne in read.Value)
        {
            var commune = ligne.Connue;
            if (commune is null)
            {
                commune = new Commune(acteur.Acteur.DepartementCode, ligne.CodeInsee, ligne.Nom, ligne.CodesPostaux, ligne.Population);
                db.Communes.Add(commune);
            }

            commune.Describe(ligne.Nom, ligne.CodesPostaux, ligne.Population);
            commune.Assign(debut, ligne.Lot, ligne.Zone, demonstration: false);
        }

        await db.SaveChangesAsync(cancellationToken);
        return answer;
    }

    private async Task<Result<IReadOnlyList<LigneDeCommune>>> ReadAsync(string csv, CancellationToken cancellationToken)
    {
        var fichier = FichierRecu.Read("communes.csv", Encoding.UTF8.GetBytes(csv), TypeDeFichier.Csv);
        if (!fichier.IsSuccess)
            return fichier.Error with { Field = "csv" };
        var lots = await db.Lots.AsNoTracking().Select(l => l.Code).ToHashSetAsync(cancellationToken);
        var known = await db.Communes.ToDictionaryAsync(c => c.CodeInsee, cancellationToken);
        return LectureCsv.Read(csv, lots, known);
    }

    private static List<Error> Refusals(IReadOnlyList<LigneDeCommune> lines) =>
    [
        .. lines.SelectMany(l => l.Erreurs.Select(e => Error.Invalid(
            e.Code, string.Create(CultureInfo.InvariantCulture, $"Ligne {l.Ligne} : {e.Message}"), string.Create(CultureInfo.InvariantCulture, $"lignes[{l.Ligne}].{e.Champ}")))),
    ];

    private static ImportDto Answer(IReadOnlyList<LigneDeCommune> lines, LocalDate debut, bool applied)
    {
        var rows = lines.Select(l => new LigneImportDto(l.Ligne, l.CodeInsee, l.Nom, l.EtatOn(debut), l.Erreurs)).ToList();
        return new ImportDto(rows, Count(EtatLigne.Nouvelle), Count(EtatLigne.Modifiee), Count(EtatLigne.Inchangee), Count(EtatLigne.Refusee), applied);

        int Count(EtatLigne etat) => rows.Count(r => r.Etat == etat);
    }
}
