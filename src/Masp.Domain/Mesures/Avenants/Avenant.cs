using Masp.Domain.Commun;
using NodaTime;

namespace Masp.Domain.Mesures.Avenants;

public enum EtatAvenant
{
    /// <summary>By the Titulaire, with the agreement of the person.</summary>
    Propose,

    /// <summary>By the SAFPM, and back at the Titulaire to be signed.</summary>
    Prepare,

    /// <summary>By the person: in force from its effect on.</summary>
    Signe,
    Refuse,
}

/// <summary>A change of a contract, from the proposal to the signature that makes it so (R21, art. 4).</summary>
public sealed class Avenant : AggregateRoot
{
    private Avenant()
    {
    }

    private Avenant(AvenantPropose propose, int numero, Mesure mesure, LocalDate aujourdhui)
    {
        Id = propose.Id;
        DepartementCode = mesure.DepartementCode;
        MesureId = mesure.Id;
        MesureNumero = mesure.Numero;
        LotCode = mesure.LotCode;
        Numero = numero;
        Objet = propose.Objet;
        Motif = propose.Motif;
        AccordLe = propose.AccordLe;
        UtilisateurId = propose.UtilisateurId;
        ProposeLe = aujourdhui;
    }

    public Guid Id { get; private set; }

    public Guid MesureId { get; private set; }

    public string MesureNumero { get; private set; } = string.Empty;

    public string LotCode { get; private set; } = string.Empty;

    /// <summary>From 1, within the Mesure.</summary>
    public int Numero { get; private set; }

    public ObjetAvenant Objet { get; private set; } = null!;

    public string Motif { get; private set; } = string.Empty;

    /// <summary>Of the person.</summary>
    public LocalDate AccordLe { get; private set; }

    public LocalDate ProposeLe { get; private set; }

    /// <summary>Who proposed it.</summary>
    public Guid UtilisateurId { get; private set; }

    public EtatAvenant Etat { get; private set; }

    public LocalDate? PrepareLe { get; private set; }

    /// <summary>Copies go to the SAFPM and to the service that asked that day (art. 4).</summary>
    public LocalDate? SigneLe { get; private set; }

    /// <summary>First day of what it changes, known once signed.</summary>
    public LocalDate? EffetLe { get; private set; }

    public LocalDate? RefuseLe { get; private set; }

    public string? MotifRefus { get; private set; }

    /// <param name="propose">What the Titulaire asks for.</param>
    /// <param name="numero">The next one of the Mesure.</param>
    /// <param name="mesure">Running, and as it is: whether the rules let it be amended so is asked by <see cref="Mesure.Amend"/> beforehand.</param>
    /// <param name="aujourdhui">Europe/Paris.</param>
    /// <returns>Refused with <c>mesure.terminee</c> or <c>avenant.accord-invalide</c>.</returns>
    public static Result<Avenant> Propose(AvenantPropose propose, int numero, Mesure mesure, LocalDate aujourdhui)
    {
        if (mesure.RefuseWhenEnded() is { } ended)
            return ended;
        return propose.AccordLe < mesure.Debut || propose.AccordLe > aujourdhui
            ? Error.Invalid("avenant.accord-invalide", "La personne donne son accord entre la signature du contrat et aujourd'hui (R21).", "accordLe")
            : new Avenant(propose, numero, mesure, aujourdhui);
    }

    /// <summary>The SAFPM writes it and sends it back to be signed.</summary>
    /// <returns>Refused with <c>avenant.deja-prepare</c>, <c>avenant.deja-signe</c> or <c>avenant.refuse</c>.</returns>
    public Result<Done> Prepare(LocalDate aujourdhui)
    {
        if (Etat == EtatAvenant.Prepare)
            return Error.Conflict("avenant.deja-prepare", "Cet avenant est déjà préparé : il attend la signature de la personne.");
        if (RefuseWhenClosed() is { } closed)
            return closed;
        PrepareLe = aujourdhui;
        Etat = EtatAvenant.Prepare;
        return Done.Value;
    }

    /// <summary>The person signs: the Mesure is amended in the same act.</summary>
    /// <param name="mesure">The one it is about.</param>
    /// <param name="date">From the day it was prepared to today.</param>
    /// <param name="amendement">What the rules of that day ask.</param>
    /// <returns>Refused with <c>avenant.non-prepare</c>, <c>avenant.deja-signe</c>, <c>avenant.refuse</c>, <c>avenant.signature-invalide</c>, or as <see cref="Mesure.Amend"/>.</returns>
    public Result<LocalDate> Sign(Mesure mesure, LocalDate date, Amendement amendement)
    {
        if (RefuseWhenClosed() is { } closed)
            return closed;
        if (PrepareLe is not { } prepare)
            return Error.Conflict("avenant.non-prepare", "Le SAFPM n'a pas encore préparé cet avenant (R21, art. 4).");
        if (date < prepare || date > amendement.Aujourdhui)
            return Error.Invalid("avenant.signature-invalide", "La signature se situe entre la préparation de l'avenant et aujourd'hui.", "date");
        var amended = mesure.Amend(Objet, amendement with { SigneLe = date });
        if (!amended.IsSuccess)
            return amended;
        SigneLe = date;
        EffetLe = amended.Value;
        Etat = EtatAvenant.Signe;
        return amended;
    }

    /// <summary>The SAFPM, or the person, does not want it.</summary>
    /// <returns>Refused with <c>avenant.deja-signe</c> or <c>avenant.refuse</c>.</returns>
    public Result<Done> Refuse(string motif, LocalDate aujourdhui)
    {
        if (RefuseWhenClosed() is { } closed)
            return closed;
        (RefuseLe, MotifRefus) = (aujourdhui, motif);
        Etat = EtatAvenant.Refuse;
        return Done.Value;
    }

    private Error? RefuseWhenClosed() => Etat switch
    {
        EtatAvenant.Signe => Error.Conflict("avenant.deja-signe", "Cet avenant est signé : il est en vigueur."),
        EtatAvenant.Refuse => Error.Conflict("avenant.refuse", "Cet avenant a été refusé."),
        EtatAvenant.Propose or EtatAvenant.Prepare => null,
        _ => throw new InvalidOperationException($"Unknown state {Etat}."),
    };
}

/// <param name="Motif">Why the Titulaire finds it desirable.</param>
/// <param name="AccordLe">Day on which the person agreed.</param>
public sealed record AvenantPropose(Guid Id, ObjetAvenant Objet, string Motif, LocalDate AccordLe, Guid UtilisateurId);
