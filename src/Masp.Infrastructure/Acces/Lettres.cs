using Masp.Infrastructure.Courriels;

namespace Masp.Infrastructure.Acces;

/// <summary>What is written to people about their account.</summary>
internal static class Lettres
{
    public static Courriel ForLink(Utilisateur user, ButDuLien but, string lien, int heures) => but switch
    {
        ButDuLien.Invitation => new Courriel(
            user.Email!,
            "Votre accès à Masp",
            $"""
            Bonjour,

            Un compte vous est ouvert dans Masp, le suivi des mesures d'accompagnement social personnalisé.
            Votre identifiant est cette adresse de courriel.

            Choisissez votre mot de passe ici, dans les {heures} heures ; ce lien ne sert qu'une fois :
            {lien}

            Si vous n'attendiez pas ce message, ne suivez pas le lien et prévenez votre administrateur.
            """),
        ButDuLien.MotDePasseOublie => new Courriel(
            user.Email!,
            "Masp : choisir un nouveau mot de passe",
            $"""
            Bonjour,

            Un nouveau mot de passe a été demandé pour votre compte Masp.
            Choisissez-le ici, dans les {heures} heures ; ce lien ne sert qu'une fois :
            {lien}

            Si vous ne l'avez pas demandé, ne faites rien : votre mot de passe reste le même.
            """),
    };

    /// <summary>Tells somebody that the way into their account changed, so that they notice when it was not them.</summary>
    public static Courriel ForChange(Utilisateur user, string quoi) => new(
        user.Email!,
        "Masp : votre accès a changé",
        $"""
        Bonjour,

        {quoi}

        Si ce n'est pas vous, prévenez votre administrateur sans attendre.
        """);
}
