namespace Masp.Domain.Demandes;

/// <summary>
/// What the SAFPM says of a Demande whose person bears the name and birth date of somebody known: whoever filed it may not be told that such a
/// file exists, so the question waits for the SAFPM (R1, R3).
/// </summary>
public enum Rapprochement
{
    /// <summary>No favourable Decision until it is settled.</summary>
    ATrancher,

    /// <summary>The known person: the Demande belongs to that file, and its months count (R3).</summary>
    MemePersonne,

    /// <summary>Somebody else of the same name and birth date.</summary>
    Homonyme,
}
