using Masp.Domain.Acces;

namespace Masp.Application.Commun;

/// <summary>Who acts in this unit of work; told once, by the entry point, before anything is read.</summary>
public sealed class ActeurCourant
{
    private Acteur? _acteur;

    /// <exception cref="InvalidOperationException">Nobody was told: nothing may be read or written.</exception>
    public Acteur Acteur => _acteur ?? throw new InvalidOperationException("No actor: nothing may be read or written.");

    public bool IsKnown => _acteur is not null;

    public void Tell(Acteur acteur) => _acteur = acteur;
}

/// <summary>The <c>Idempotency-Key</c> of the request, when there is one.</summary>
public sealed class CleDeRejeu
{
    public string? Valeur { get; set; }
}
