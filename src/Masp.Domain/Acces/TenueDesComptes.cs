using Masp.Domain.Commun;

namespace Masp.Domain.Acces;

/// <summary>
/// Who keeps whose account. The Administrateur keeps those of the Departement; a manager at a Titulaire keeps those of its Intervenants, whose
/// comings and goings it is the first to know. A role is given once: somebody who changes role gets another account.
/// </summary>
public static class TenueDesComptes
{
    private static readonly Role[] DUnTitulaire = [Role.ChefTitulaire, Role.Intervenant];
    private static readonly Role[] DePersonnes = [Role.Agent, Role.Decideur, Role.Comptable, Role.Administrateur, .. DUnTitulaire, Role.Referent, Role.Evaluateur, Role.Auditeur];

    /// <summary>Roles that whoever keeps accounts gives: not those of programs, nor that of the person, who is invited by who knows their file.</summary>
    public static bool IsGivenByInvitation(Role role) => DePersonnes.Contains(role);

    /// <summary>Whether the account is the actor's to keep. One that is not is not there for it.</summary>
    public static bool MayKeep(Acteur acteur, Acteur compte) => acteur.DepartementCode == compte.DepartementCode && acteur.Role switch
    {
        Role.Administrateur => true,
        Role.ChefTitulaire => compte.Role == Role.Intervenant && compte.TitulaireId is not null && compte.TitulaireId == acteur.TitulaireId,
        _ => false,
    };

    /// <summary>Whether such an account may be made by this actor.</summary>
    /// <param name="acteur">Who invites.</param>
    /// <param name="compte">What it would be: its Departement, its role and the body it belongs to.</param>
    /// <returns>Refused with <c>compte.role-refuse</c>, <c>compte.titulaire-attendu</c>, <c>compte.service-attendu</c>, <c>compte.rattachement-de-trop</c>,
    /// <c>compte.dates-attendues</c> or <c>compte.hors-de-portee</c>.</returns>
    public static Result<Done> CheckInvitation(Acteur acteur, Acteur compte)
    {
        if (!IsGivenByInvitation(compte.Role))
            return Error.Invalid("compte.role-refuse", "Ce rôle ne se donne pas par invitation.", "role");
        if (DUnTitulaire.Contains(compte.Role) && compte.TitulaireId is null)
            return Error.Invalid("compte.titulaire-attendu", "Dites de quel titulaire est cette personne.", "titulaireId");
        if (compte.Role == Role.Referent && compte.ServiceReferentId is null)
            return Error.Invalid("compte.service-attendu", "Dites de quel service référent est cette personne.", "serviceReferentId");
        if (!DUnTitulaire.Contains(compte.Role) && compte.TitulaireId is not null)
            return Error.Invalid("compte.rattachement-de-trop", "Ce rôle ne se rattache pas à un organisme de cette sorte.", "titulaireId");
        if (compte.Role != Role.Referent && compte.ServiceReferentId is not null)
            return Error.Invalid("compte.rattachement-de-trop", "Ce rôle ne se rattache pas à un organisme de cette sorte.", "serviceReferentId");
        if (compte.Role == Role.Auditeur && compte.Validite is not { Fin: not null })
            return Error.Invalid("compte.dates-attendues", "Un auditeur lit entre deux dates : dites le premier et le dernier jour.", "fin");
        return MayKeep(acteur, compte)
            ? Done.Value
            : Error.Forbidden("compte.hors-de-portee", "Vous n'invitez que les intervenants de votre titulaire.");
    }
}
