using NodaTime;

namespace Masp.Domain.Acces;

/// <content>
/// Who sees which record (R61, R62): the rules a jurist reads, one sentence each. The queries of the application and the policies of
/// PostgreSQL are translations of this; a test draws small worlds and compares the three row by row.
/// </content>
public static partial class Droits
{
    private static readonly Verdict HorsRole = Verdict.Ignorer("R61 : ce rôle ne lit rien de cette nature.");

    /// <summary>Whether the record is the caller's to see.</summary>
    /// <param name="acteur">Who looks.</param>
    /// <param name="cible">At what.</param>
    /// <param name="aujourdhui">Europe/Paris: rights that begin and end on a date are looked at on that day.</param>
    public static Verdict Sees(Acteur acteur, Cible cible, LocalDate aujourdhui)
    {
        if (acteur.DepartementCode != cible.DepartementCode)
            return Verdict.Ignorer("R60 : cet enregistrement est d'un autre département.");
        if (cible.Nature == NatureCible.Referentiel)
            return Verdict.Admettre("R60 : le référentiel est lu par tout compte du département.");
        if (cible.Nature == NatureCible.Compte)
            return OfCompte(acteur, cible);
        if (cible.Nature == NatureCible.Rejeu)
            return Unless(!cible.Utilisateurs.Contains(acteur.UtilisateurId), "R61 : une réponse gardée est à qui l'a demandée.", "R61 : cette réponse est gardée pour un autre compte.");
        if (acteur.Role == Role.Auditeur && !acteur.IsValidOn(aujourdhui))
            return Verdict.Ignorer("R61 : l'auditeur ne lit rien hors de ses deux dates.");
        if (cible.Nature == NatureCible.NotePropre)
            return OfNotePropre(acteur, cible, aujourdhui);
        return acteur.Role switch
        {
            Role.Agent or Role.Decideur => Verdict.Admettre("R61 : le SAFPM voit les dossiers de son département."),
            Role.Comptable or Role.Integrateur => Unless(
                cible.Nature == NatureCible.Sante, "R61 : le SAFPM voit les dossiers de son département.", "R62 : l'information de santé a son droit propre, que ce rôle n'a pas."),
            Role.Auditeur => Unless(cible.Nature == NatureCible.Sante, "R61 : l'auditeur lit tout, entre ses deux dates.", "R62 : l'auditeur ne lit pas l'information de santé."),
            Role.ChefTitulaire => OfChef(acteur, cible, aujourdhui),
            Role.Intervenant => OfIntervenant(acteur, cible, aujourdhui),
            Role.Referent => OfReferent(acteur, cible),
            Role.Beneficiaire => OfPersonne(acteur, cible),
            Role.Evaluateur => cible.Nature == NatureCible.Consultation && cible.Utilisateurs.Contains(acteur.UtilisateurId)
                ? Verdict.Admettre("R59 : l'évaluateur lit la consultation qui lui est confiée.")
                : HorsRole,
            Role.Administrateur => cible.Nature == NatureCible.Intervenant ? Verdict.Admettre("R26 : l'administrateur rattache les comptes aux équipes.") : HorsRole,
            Role.Exports => HorsRole,
            _ => throw new ArgumentOutOfRangeException(nameof(acteur), acteur.Role, "Unplaced Role."),
        };
    }

    private static Verdict OfCompte(Acteur acteur, Cible cible)
    {
        if (acteur.Role == Role.Administrateur)
            return Verdict.Admettre("R61 : l'administrateur tient les comptes de son département.");
        if (acteur.Role == Role.ChefTitulaire && cible.Titulaires.Any(t => t.TitulaireId == acteur.TitulaireId))
            return Verdict.Admettre("R26 : le chef tient les comptes de son titulaire.");
        return cible.Utilisateurs.Contains(acteur.UtilisateurId) ? Verdict.Admettre("Chacun tient son propre compte.") : HorsRole;
    }

    private static Verdict OfNotePropre(Acteur acteur, Cible cible, LocalDate aujourdhui)
    {
        if (acteur.OnlyReads || cible.Auteur != Organisme.Of(acteur))
            return Verdict.Ignorer("R61 : une note propre n'est lue que par l'organisme de son auteur.");
        var dossier = Sees(acteur, cible with { Nature = NatureCible.Dossier }, aujourdhui);
        return dossier.Admis ? Verdict.Admettre("R61 : une note propre est lue par l'organisme de son auteur.") : dossier;
    }

    private static Verdict OfChef(Acteur acteur, Cible cible, LocalDate aujourdhui)
    {
        var parts = cible.Titulaires.Where(t => t.TitulaireId == acteur.TitulaireId).ToList();
        switch (cible.Nature)
        {
            case NatureCible.Facture or NatureCible.Registre or NatureCible.Intervenant or NatureCible.Equipe or NatureCible.Relais:
                return Unless(parts.Count == 0, "R11, R24, R40 : un titulaire lit ses factures, son équipe, ses passages de relais et le registre de ses lots.", "R61 : un autre titulaire est seul concerné.");
            case NatureCible.Dossier or NatureCible.NotePartagee or NatureCible.Sante:
                break;
            default:
                return HorsRole;
        }

        if (parts.Exists(p => p.Jours.Contains(aujourdhui)))
            return Verdict.Admettre("R61 : le titulaire voit les mesures qu'il exerce.");
        var ended = parts.Where(p => p.Jours.Fin < aujourdhui).Select(p => p.Jours.Fin!.Value).ToList();
        if (ended.Count == 0)
            return Verdict.Ignorer("R61 : un autre titulaire exerce cette mesure.");
        if (cible.Nature == NatureCible.Sante)
            return Verdict.Ignorer("R62 : l'information de santé n'est plus lue après le passage de relais.");
        return Unless(
            cible.Jour > ended.Max(), "R24 : l'ancien titulaire lit ce qui porte une date d'avant le passage de relais.",
            "R24 : l'ancien titulaire ne lit rien de ce qui suit le passage de relais.");
    }

    private static Verdict OfIntervenant(Acteur acteur, Cible cible, LocalDate aujourdhui) => cible.Nature switch
    {
        NatureCible.Registre or NatureCible.Intervenant or NatureCible.Equipe => Unless(
            !cible.Titulaires.Any(t => t.TitulaireId == acteur.TitulaireId), "R11 : un titulaire lit son équipe et le registre de ses lots.", "R61 : un autre titulaire est seul concerné."),
        NatureCible.Dossier or NatureCible.NotePartagee or NatureCible.Sante => Unless(
            !cible.Intervenants.Any(i => i.UtilisateurId == acteur.UtilisateurId && i.TitulaireId == acteur.TitulaireId && i.Jours.Contains(aujourdhui)),
            "R26, R61 : l'intervenant en charge, ou celui qui le remplace ces jours-là, voit la mesure.",
            "R26, R61 : cet intervenant n'est pas en charge de la mesure et ne remplace personne qui le soit."),
        _ => HorsRole,
    };

    private static Verdict OfReferent(Acteur acteur, Cible cible) => cible.Nature switch
    {
        NatureCible.Dossier or NatureCible.NotePartagee => Unless(
            acteur.ServiceReferentId is not { } service || !cible.ServicesReferents.Contains(service),
            "R7, R61 : le service référent voit les dossiers qu'il a déposés.", "R61 : un autre service a déposé ce dossier."),
        NatureCible.Sante => Verdict.Ignorer("R62 : l'information de santé a son droit propre, que ce rôle n'a pas."),
        NatureCible.Intervenant => Verdict.Admettre("R26 : un service référent sait qui suit ses mesures."),
        _ => HorsRole,
    };

    private static Verdict OfPersonne(Acteur acteur, Cible cible) => cible.Nature switch
    {
        NatureCible.Dossier or NatureCible.NotePartagee or NatureCible.Sante => Unless(
            cible.BeneficiaireId is null || cible.BeneficiaireId != acteur.BeneficiaireId, "R61 : la personne lit son propre dossier.", "R61 : ce dossier est d'une autre personne."),
        _ => HorsRole,
    };

    private static Verdict Unless(bool refused, string admis, string refus) => refused ? Verdict.Ignorer(refus) : Verdict.Admettre(admis);
}
