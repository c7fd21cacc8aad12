namespace Masp.Domain.Commun;

/// <summary>
/// The root of an aggregate: what is read and written whole, and what a change is refused or accepted by.
/// Every root belongs to one Departement, first part of its key (tenants are apart).
/// </summary>
public abstract class AggregateRoot
{
    /// <summary>Code of the Departement (<c>34</c>, <c>2A</c>, <c>976</c>): one to three characters.</summary>
    public string DepartementCode { get; protected init; } = string.Empty;

    /// <summary>Row version told by PostgreSQL (<c>xmin</c>); 0 until it is first written.</summary>
    public uint Version { get; private set; }
}
