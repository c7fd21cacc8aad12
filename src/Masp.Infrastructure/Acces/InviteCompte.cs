using Masp.Application.Commun;
using Masp.Domain.Acces;
using Masp.Domain.Commun;
using Masp.Infrastructure.Donnees;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using NodaTime;

namespace Masp.Infrastructure.Acces;

/// <summary>Who is invited, as told. Everything else of the account follows from who invites, and is not asked.</summary>
/// <param name="Identifiant">The mail address, which the invitation is sent to and which the person signs in with.</param>
/// <param name="Debut">First day the account may be used, included; at once when not told.</param>
/// <param name="Fin">Last day the account may be used, included; none when not told.</param>
public sealed record Invitation(string Nom, string Identifiant, Role Role, Guid? TitulaireId = null, Guid? ServiceReferentId = null, LocalDate? Debut = null, LocalDate? Fin = null);

/// <summary>Makes an account and sends its link, both or neither.</summary>
public sealed class InviteCompte(UniteDAcces unite, AccesDbContext db, IDbContextFactory<MaspDbContext> contexts, Liens liens, ListComptes comptes, Identifiants identifiants, Horloge horloge)
{
    private const int NomMax = 120;
    private const int IdentifiantMax = 200;

    public async Task<Result<CompteDAccesDto>> RunAsync(Acteur acteur, Invitation invitation, CancellationToken cancellationToken)
    {
        if (Check(invitation) is { Count: > 0 } errors)
            return Result<CompteDAccesDto>.Refuse(errors);
        var user = Closed(acteur, invitation.Nom, invitation.Identifiant, invitation.Role);
        user.TitulaireId = invitation.TitulaireId;
        user.ServiceReferentId = invitation.ServiceReferentId;
        user.Debut = invitation.Role == Role.Auditeur ? invitation.Debut ?? horloge.Aujourdhui : invitation.Debut;
        user.Fin = invitation.Fin;
        var allowed = TenueDesComptes.CheckInvitation(acteur, user.ToActeur());
        if (!allowed.IsSuccess)
            return allowed.Error;
        if (await UnknownBodyAsync(acteur, user, cancellationToken) is { } unknown)
            return unknown;
        var made = await OpenAsync(acteur, user, cancellationToken);
        return made.IsSuccess ? await comptes.GetAsync(acteur, user.Id, cancellationToken) : made.Error;
    }

    /// <summary>Invites the person to read their own file (R61), and nobody else's. Who invites knows the file: an Administrateur does not.</summary>
    /// <param name="beneficiaireId">Whose file it is; one that the actor does not see is not there.</param>
    /// <param name="identifiant">The person's mail address.</param>
    /// <returns>Refused with <c>beneficiaire.introuvable</c>, <c>compte.adresse-invalide</c>, <c>compte.existe-deja</c> or <c>compte.deja-invite</c>.</returns>
    public async Task<Result<CompteDeLaPersonneDto>> RunForPersonAsync(Acteur acteur, Guid beneficiaireId, string identifiant, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var file = await context.For(acteur, horloge.Aujourdhui).Beneficiaires.AsNoTracking().FirstOrDefaultAsync(b => b.Id == beneficiaireId, cancellationToken);
        if (file is null)
            return Refus.Introuvable("beneficiaire", "Cette personne n'est pas connue.");
        if (CheckIdentifiant(identifiant) is { } wrong)
            return wrong;
        var user = Closed(acteur, $"{file.Prenom} {file.Nom}", identifiant, Role.Beneficiaire);
        user.BeneficiaireId = file.Id;
        var made = await OpenAsync(acteur, user, cancellationToken);
        return made.IsSuccess ? new CompteDeLaPersonneDto(user.Id, user.Nom, identifiant) : made.Error;
    }

    private Task<Result<Done>> OpenAsync(Acteur acteur, Utilisateur user, CancellationToken cancellationToken) => unite.RunAsync<Done>(
        acteur,
        async () =>
        {
            db.Users.Add(user);
            await db.SaveChangesAsync(cancellationToken);
            await liens.SendAsync(user, ButDuLien.Invitation, cancellationToken);
            return Done.Value;
        },
        cancellationToken);

    /// <summary>An account without a password: its link alone opens it.</summary>
    private Utilisateur Closed(Acteur acteur, string nom, string identifiant, Role role) => new()
    {
        Id = identifiants.Next(),
        UserName = identifiant,
        NormalizedUserName = identifiant.ToUpperInvariant(),
        Email = identifiant,
        NormalizedEmail = identifiant.ToUpperInvariant(),
        SecurityStamp = Empreintes.NewSecret(),
        LockoutEnabled = true,
        DepartementCode = acteur.DepartementCode,
        Nom = nom,
        Role = role,
    };

    private List<Error> Check(Invitation invitation)
    {
        var errors = new List<Error>();
        if (invitation.Nom.Length is 0 or > NomMax)
            errors.Add(Error.Invalid("compte.nom-invalide", "Le nom compte de 1 à 120 caractères.", "nom"));
        if (CheckIdentifiant(invitation.Identifiant) is { } wrong)
            errors.Add(wrong);
        if (invitation.Fin < invitation.Debut)
            errors.Add(ChangeCompte.FinAvantDebut);
        else if (invitation.Fin < horloge.Aujourdhui)
            errors.Add(Error.Invalid("compte.fin-passee", "Le dernier jour d'un compte que l'on ouvre ne peut pas être passé.", "fin"));
        return errors;
    }

    private static Error? CheckIdentifiant(string identifiant) => identifiant.Length > IdentifiantMax || !IsAddress(identifiant)
        ? Error.Invalid("compte.adresse-invalide", "Indiquez une adresse de courriel, telle que « prenom.nom@exemple.fr ».", "identifiant")
        : null;

    // No comment, no name, no second address: one that a mail server reads as it is written.
    private static bool IsAddress(string text) =>
        MailboxAddress.TryParse(text, out var parsed) && parsed.Address == text && parsed.Domain.Contains('.', StringComparison.Ordinal) && !text.Any(c => char.IsWhiteSpace(c) || c == '"');

    private async Task<Error?> UnknownBodyAsync(Acteur acteur, Utilisateur user, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var trade = context.For(acteur, horloge.Aujourdhui);
        if (user.TitulaireId is { } titulaire && !await trade.Titulaires.AnyAsync(t => t.Id == titulaire, cancellationToken))
            return Error.Invalid("titulaire.inconnu", "Ce titulaire n'est pas connu.", "titulaireId");
        if (user.ServiceReferentId is { } service && !await trade.ServicesReferents.AnyAsync(s => s.Id == service, cancellationToken))
            return Error.Invalid("service.inconnu", "Ce service référent n'est pas connu.", "serviceReferentId");
        return null;
    }
}
