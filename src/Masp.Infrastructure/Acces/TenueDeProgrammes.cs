using System.Net;
using System.Security.Cryptography;
using Masp.Application.Commun;
using Masp.Domain.Acces;
using Masp.Domain.Commun;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;
using OpenIddict.Abstractions;

namespace Masp.Infrastructure.Acces;

/// <param name="Fin">Last day it may be used, included.</param>
/// <param name="Adresses">Networks it may call from; from anywhere when empty.</param>
/// <param name="DernierUsage">Its last token.</param>
public sealed record ProgrammeDto(
    Guid Id, string ClientId, string Nom, Role Role, IReadOnlyList<string> Scopes, LocalDate? Fin, IReadOnlyList<string> Adresses, Instant CreeLe, Instant? DernierUsage,
    Instant? RevoqueLe, IReadOnlyList<SecretDto> Secrets, string Version) : IVersionne;

/// <param name="ExpireLe">Null for the one that is not being replaced.</param>
public sealed record SecretDto(Instant CreeLe, Instant? ExpireLe);

/// <summary>A secret, shown for the only time.</summary>
public sealed record ProgrammeEtSecretDto(ProgrammeDto Programme, string Secret) : IVersionne
{
    public string Version => Programme.Version;
}

/// <param name="Scopes">Reading and writing go together; exports go alone.</param>
public sealed record NouveauProgramme(string Nom, IReadOnlyList<string> Scopes, LocalDate? Fin = null, IReadOnlyList<string>? Adresses = null);

/// <summary>What may change of a program.</summary>
public sealed record BornesDeProgramme(LocalDate? Fin, IReadOnlyList<string> Adresses);

/// <summary>Program clients of the Departement. Their scopes are given once: another use is another program.</summary>
public sealed class TenueDeProgrammes(
    UniteDAcces unite, AccesDbContext db, IOpenIddictApplicationManager applications, Identifiants identifiants, Horloge horloge, IOptions<OptionsDAcces> options)
{
    private const int NomMax = 120;
    private const int AdressesMax = 50;

    private static readonly Error Introuvable = Refus.Introuvable("programme", "Ce programme n'existe pas.");

    public async Task<Result<Liste<ProgrammeDto>>> ListAsync(Acteur acteur, CancellationToken cancellationToken)
    {
        var rows = await db.Programmes.AsNoTracking().Where(p => p.DepartementCode == acteur.DepartementCode)
            .OrderBy(p => p.Nom).ThenBy(p => p.Id).Take(Pagination.TailleMax).ToListAsync(cancellationToken);
        return new Liste<ProgrammeDto>([.. rows.Select(Dto)], null);
    }

    public async Task<Result<ProgrammeDto>> GetAsync(Acteur acteur, Guid id, CancellationToken cancellationToken) =>
        await db.Programmes.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id && p.DepartementCode == acteur.DepartementCode, cancellationToken) is { } found ? Dto(found) : Introuvable;

    public Task<Result<ProgrammeEtSecretDto>> CreateAsync(Acteur acteur, NouveauProgramme asked, CancellationToken cancellationToken)
    {
        var errors = Check(asked.Adresses ?? []);
        if (asked.Nom.Length is 0 or > NomMax)
            errors.Add(Error.Invalid("programme.nom-invalide", "Le nom compte de 1 à 120 caractères.", "nom"));
        if (RoleOf(asked.Scopes) is not { } role)
            errors.Add(Error.Invalid("programme.portees-invalides", "Choisissez la lecture, avec ou sans l'écriture, ou les exports seuls.", "scopes"));
        else if (errors.Count == 0)
            return MakeAsync(acteur, asked, role, cancellationToken);
        return Task.FromResult(Result<ProgrammeEtSecretDto>.Refuse(errors));
    }

    /// <summary>Gives a new secret; the former one stays good for a while, so that the program can be told without stopping it.</summary>
    public Task<Result<ProgrammeEtSecretDto>> RotateAsync(Acteur acteur, Guid id, uint version, CancellationToken cancellationToken) =>
        ChangeAsync(acteur, id, version, programme =>
        {
            if (programme.RevoqueLe is not null)
                return Error.Conflict("programme.revoque", "Ce programme est révoqué : créez-en un autre.");
            var (now, secret) = (horloge.Maintenant, Empreintes.NewSecret());

            // Two are good at most: one that was already being replaced ends here.
            programme.Secrets.RemoveAll(s => s.ExpireLe is not null);
            foreach (var former in programme.Secrets)
                former.ExpireLe = now + Duration.FromDays(options.Value.RecouvrementJours);
            programme.Secrets.Add(new SecretDeProgramme { Id = identifiants.Next(), Empreinte = Empreintes.Of(secret), CreeLe = now });
            return Result<ProgrammeEtSecretDto>.Of(new ProgrammeEtSecretDto(Dto(programme), secret));
        }, cancellationToken);

    public Task<Result<ProgrammeDto>> SetBoundsAsync(Acteur acteur, Guid id, uint version, BornesDeProgramme bornes, CancellationToken cancellationToken) =>
        ChangeAsync<ProgrammeDto>(acteur, id, version, programme =>
        {
            if (Check(bornes.Adresses) is { Count: > 0 } errors)
                return Result<ProgrammeDto>.Refuse(errors);
            programme.Fin = bornes.Fin;
            programme.Adresses = [.. bornes.Adresses];
            return Dto(programme);
        }, cancellationToken);

    /// <summary>For good. Tokens it holds are refused at once here, within a minute on other replicas.</summary>
    public Task<Result<ProgrammeDto>> RevokeAsync(Acteur acteur, Guid id, uint version, CancellationToken cancellationToken) =>
        ChangeAsync<ProgrammeDto>(acteur, id, version, programme =>
        {
            programme.RevoqueLe ??= horloge.Maintenant;
            return Dto(programme);
        }, cancellationToken);

    private static Role? RoleOf(IReadOnlyList<string> scopes) => scopes.Order(StringComparer.Ordinal).ToArray() switch
    {
        [Portees.Exports] => Role.Exports,
        [Portees.Lecture] or [Portees.Ecriture, Portees.Lecture] => Role.Integrateur,
        _ => null,
    };

    private static ProgrammeDto Dto(Programme programme) => new(
        programme.Id, programme.ClientId, programme.Nom, programme.Role, programme.Scopes, programme.Fin, programme.Adresses, programme.CreeLe, programme.DernierUsage, programme.RevoqueLe,
        [.. programme.Secrets.OrderBy(s => s.CreeLe).Select(s => new SecretDto(s.CreeLe, s.ExpireLe))], CompteDAccesDto.VersionOf(programme.Revision));

    private static List<Error> Check(IReadOnlyList<string> adresses)
    {
        var errors = new List<Error>();
        if (adresses.Count > AdressesMax || adresses.Any(text => text is null || !IPNetwork.TryParse(text, out _)))
            errors.Add(Error.Invalid("programme.adresse-invalide", "Un réseau s'écrit « 192.0.2.0/24 » ou « 2001:db8::/32 » ; 50 au plus.", "adresses"));
        return errors;
    }

    private Task<Result<ProgrammeEtSecretDto>> MakeAsync(Acteur acteur, NouveauProgramme asked, Role role, CancellationToken cancellationToken) => unite.RunAsync(
        acteur,
        async () =>
        {
            var secret = Empreintes.NewSecret();
            var client = new ClientProgramme("masp-" + RandomNumberGenerator.GetHexString(12, lowercase: true), asked.Nom, acteur.DepartementCode, role, identifiants.Next(), asked.Scopes);
            await applications.CreateAsync(client.Describe(), cancellationToken);
            var programme = client.Open(secret, identifiants.Next(), horloge.Maintenant);
            programme.Fin = asked.Fin;
            programme.Adresses = [.. asked.Adresses ?? []];
            db.Programmes.Add(programme);
            return Result<ProgrammeEtSecretDto>.Of(new ProgrammeEtSecretDto(Dto(programme), secret));
        },
        cancellationToken);

    private Task<Result<T>> ChangeAsync<T>(Acteur acteur, Guid id, uint version, Func<Programme, Result<T>> change, CancellationToken cancellationToken) => unite.RunAsync(
        acteur,
        async () =>
        {
            await db.Database.ExecuteSqlAsync($"select from acces.programmes where id = {id} for update", cancellationToken);
            if (await db.Programmes.FirstOrDefaultAsync(p => p.Id == id && p.DepartementCode == acteur.DepartementCode, cancellationToken) is not { } programme)
                return Introuvable;
            if (Refus.CheckVersion((uint)programme.Revision, version) is { } stale)
                return stale;
            programme.Revision++;
            return change(programme);
        },
        cancellationToken);
}
