using Masp.Application.Commun;

namespace Masp.Application.Journal;

/// <summary>
/// The look of the call under way. One at a record goes in front of the first statement that reads; one at a list waits for the number of
/// its rows.
/// </summary>
public sealed class AccesEnCours(RequeteCourante requete)
{
    private AccesDeclare? _declare;

    /// <summary>Rows shown, told by whoever answers a list.</summary>
    public int? Nombre { get; set; }

    public bool IsPending => _declare is not null;

    public void Begin(AccesDeclare declare) => _declare = declare;

    /// <summary>The statement that records a look at one record, to be sent in the batch of the read, once; null when there is none to record.</summary>
    public SqlDAcces? TakeWithRead() => _declare is { ObjetId: not null } ? Take() : null;

    /// <summary>The statement that records what no read took along; null when nothing is left.</summary>
    public SqlDAcces? Take()
    {
        if (_declare is not { } declare)
            return null;
        _declare = null;
        return SqlDAcces.Of(declare, Nombre, requete);
    }
}
