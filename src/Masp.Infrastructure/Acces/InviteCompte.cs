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
        var user = new Utilisateur
        {
            Id = identifiants.Next(),
            UserName = invitation.Identifiant,
            NormalizedUserName = invitation.Identifiant.ToUpperInvariant(),
            Email = invitation.Identifiant,
            NormalizedEmail = invitation.Identifiant.ToUpperInvariant(),
            SecurityStamp = Empreintes.NewSecret(),
            LockoutEnabled = true,
            DepartementCode = acteur.DepartementCode,
            Nom = invitation.Nom,
            Role = invitation.Role,
            TitulaireId = invitation.TitulaireId,
            ServiceReferentId = invitation.ServiceReferentId,
            Debut = invitation.Role == Role.Auditeur ? invitation.Debut ?? horloge.Aujourdhui : invitation.Debut,
            Fin = invitation.Fin,
        };
        var allowed = TenueDesComptes.CheckInvitation(acteur, user.ToActeur());
        if (!allowed.IsSuccess)
            return allowed.Error;
        if (await UnknownBodyAsync(acteur, user, cancellationToken) is { } unknown)
            return unknown;
        var made = await unite.RunAsync<Done>(
            acteur,
            async () =>
            {
                db.Users.Add(user);
                await db.SaveChangesAsync(cancellationToken);
                await liens.SendAsync(user, ButDuLien.Invitation, cancellationToken);
                return Done.Value;
            },
            cancellationToken);
        return made.IsSuccess ? await comptes.GetAsync(acteur, user.Id, cancellationToken) : made.Error;
    }

    private List<Error> Check(Invitation invitation)
    {
        var errors = new List<Error>();
        if (invitation.Nom.Length is 0 or > NomMax)
            errors.Add(Error.Invalid("compte.nom-invalide", "Le nom compte de 1 à 120 caractères.", "nom"));
        if (invitation.Identifiant.Length > IdentifiantMax || !IsAddress(invitation.Identifiant))
            errors.Add(Error.Invalid("compte.adresse-invalide", "Indiquez une adresse de courriel, telle que « prenom.nom@exemple.fr ».", "identifiant"));
        if (invitation.Fin < invitation.Debut)
            errors.Add(ChangeCompte.FinAvantDebut);
        else if (invitation.Fin < horloge.Aujourdhui)
            errors.Add(Error.Invalid("compte.fin-passee", "Le dernier jour d'un compte que l'on ouvre ne peut pas être passé.", "fin"));
        return errors;
    }

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
