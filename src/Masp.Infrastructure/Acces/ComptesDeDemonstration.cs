using Masp.Domain.Acces;
using Masp.Domain.Commun;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using OpenIddict.Abstractions;

namespace Masp.Infrastructure.Acces;

/// <summary>Who can sign in to a demonstration, and only there.</summary>
public static class ComptesDeDemonstration
{
    public const string MotDePasse = "Masp-demo-2026!";

    /// <summary>Its identifier looks like a mail address of a domain that cannot exist.</summary>
    /// <param name="Id">The same in every demonstration: its files say who decided.</param>
    public sealed record Compte(Guid Id, string Identifiant, string Nom, Role Role);

    /// <summary>A program client and its secret, printed when the demonstration starts.</summary>
    public sealed record Programme(string ClientId, string Secret, Role Role, IReadOnlyList<string> Scopes);

    public static IReadOnlyList<Compte> Comptes { get; } =
    [
        new(new Guid("017c4a1a-2500-7000-8000-000000000001"), "agent@herault.example", "Camille Agent", Role.Agent),
        new(new Guid("017c4a1a-2500-7000-8000-000000000002"), "decideur@herault.example", "Dominique Decideur", Role.Decideur),
        new(new Guid("017c4a1a-2500-7000-8000-000000000003"), "comptable@herault.example", "Claude Comptable", Role.Comptable),
        new(new Guid("017c4a1a-2500-7000-8000-000000000004"), "chef@titulaire-a.example", "Andrea Chef", Role.ChefTitulaire),
        new(new Guid("017c4a1a-2500-7000-8000-000000000005"), "intervenant@titulaire-a.example", "Alix Intervenant", Role.Intervenant),
        new(new Guid("017c4a1a-2500-7000-8000-000000000006"), "chef@titulaire-b.example", "Bao Chef", Role.ChefTitulaire),
        new(new Guid("017c4a1a-2500-7000-8000-000000000007"), "referent@ccas.example", "Rene Referent", Role.Referent),
        new(new Guid("017c4a1a-2500-7000-8000-000000000008"), "admin@herault.example", "Sacha Admin", Role.Administrateur),
        new(new Guid("017c4a1a-2500-7000-8000-000000000009"), "auditeur@herault.example", "Maxime Auditeur", Role.Auditeur),
        new(new Guid("017c4a1a-2500-7000-8000-00000000000a"), "beneficiaire@exemple.example", "La personne", Role.Beneficiaire),
    ];

    public static IReadOnlyList<Programme> Programmes { get; } =
    [
        new("demo-integrateur", "demo-integrateur-secret", Role.Integrateur, [Portees.Lecture, Portees.Ecriture]),
        new("demo-exports", "demo-exports-secret", Role.Exports, [Portees.Exports]),
    ];

    /// <summary>Creates what is missing; a second call changes nothing.</summary>
    /// <param name="services">A scope with Identity and OpenIddict.</param>
    /// <param name="departementCode">The demonstration's Departement.</param>
    /// <param name="titulaireA">Whose chef and intervenant sign in as A.</param>
    /// <param name="titulaireB">Whose chef signs in as B.</param>
    /// <param name="serviceReferent">The CCAS of the referent.</param>
    /// <param name="beneficiaire">Who signs in to their own file.</param>
    /// <param name="audit">The days of the auditor.</param>
    public static async Task CreateAsync(
        IServiceProvider services, string departementCode, Guid titulaireA, Guid titulaireB, Guid serviceReferent, Guid? beneficiaire = null,
        Periode? audit = null)
    {
        var users = services.GetRequiredService<UserManager<Utilisateur>>();
        foreach (var compte in Comptes)
        {
            if (await users.FindByNameAsync(compte.Identifiant) is not null)
                continue;
            var user = new Utilisateur
            {
                Id = compte.Id,
                UserName = compte.Identifiant,
                Email = compte.Identifiant,
                EmailConfirmed = true,
                DepartementCode = departementCode,
                Nom = compte.Nom,
                Role = compte.Role,
                TitulaireId = compte.Role is Role.ChefTitulaire or Role.Intervenant
                    ? compte.Identifiant.Contains("titulaire-a", StringComparison.Ordinal) ? titulaireA : titulaireB
                    : null,
                ServiceReferentId = compte.Role == Role.Referent ? serviceReferent : null,
                BeneficiaireId = compte.Role == Role.Beneficiaire ? beneficiaire : null,
                Debut = compte.Role == Role.Auditeur ? audit?.Debut : null,
                Fin = compte.Role == Role.Auditeur ? audit?.Fin : null,
                SansSecondFacteur = true,
            };
            var created = await users.CreateAsync(user, MotDePasse);
            if (!created.Succeeded)
                throw new InvalidOperationException(string.Join(", ", created.Errors.Select(e => e.Code)));
        }

        var db = services.GetRequiredService<AccesDbContext>();
        var applications = services.GetRequiredService<IOpenIddictApplicationManager>();
        foreach (var programme in Programmes)
        {
            if (await applications.FindByClientIdAsync(programme.ClientId) is not null)
                continue;
            var client = new ClientProgramme(
                programme.ClientId, programme.ClientId, departementCode, programme.Role, Guid.CreateVersion7(DateTimeOffset.UnixEpoch), programme.Scopes);
            await applications.CreateAsync(client.Describe());
            db.Programmes.Add(client.Open(programme.Secret, Guid.CreateVersion7(DateTimeOffset.UnixEpoch), NodaConstants.UnixEpoch));
        }

        await db.SaveChangesAsync();
    }
}
