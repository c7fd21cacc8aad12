using Masp.Domain.Commun;
using Masp.Domain.Mesures.Bilans;
using NodaTime;

namespace Masp.Domain.Demandes;

/// <summary>A session and its agenda (R8). The Avis themselves are kept with the Demande they speak of.</summary>
public sealed class Commission : AggregateRoot
{
    private readonly List<PointOrdreDuJour> _points = [];
    private readonly List<PointDeBilan> _bilans = [];

    private Commission()
    {
    }

    public Commission(Guid id, string departementCode, LocalDate date)
    {
        Id = id;
        DepartementCode = departementCode;
        Date = date;
    }

    public Guid Id { get; private set; }

    /// <summary>One session a day at the most.</summary>
    public LocalDate Date { get; private set; }

    public IReadOnlyList<PointOrdreDuJour> Points => _points;

    /// <summary>The final Bilans of the agenda, after the Demandes.</summary>
    public IReadOnlyList<PointDeBilan> Bilans => _bilans;

    internal static Error BilanAbsent => Error.Conflict("avis.bilan-hors-ordre-du-jour", "Ce bilan n'est pas à l'ordre du jour de cette séance.", "bilanId");

    /// <summary>Adds an item at the end of the agenda.</summary>
    /// <returns>Refused with <c>commission.point-en-double</c>, or as the Demande refuses.</returns>
    public Result<PointOrdreDuJour> Enrol(Demande demande)
    {
        if (_points.Exists(p => p.DemandeId == demande.Id))
            return Error.Conflict("commission.point-en-double", "Cette demande est déjà à l'ordre du jour de cette séance.", "demandeId");
        var enrolled = demande.Enrol(Date);
        if (!enrolled.IsSuccess)
            return enrolled.Error;
        var point = new PointOrdreDuJour(_points.Count + 1, demande.Id);
        _points.Add(point);
        return point;
    }

    /// <summary>Records the opinion of this session (R8).</summary>
    /// <returns>Refused with <c>avis.hors-ordre-du-jour</c>, <c>avis.seance-future</c>, or as the Demande refuses.</returns>
    public Result<Avis> RecordAvis(Demande demande, SensAvis sens, string motif, LocalDate aujourdhui)
    {
        if (Date > aujourdhui)
            return SeanceFuture;
        if (!_points.Exists(p => p.DemandeId == demande.Id))
            return Error.Conflict("avis.hors-ordre-du-jour", "Cette demande n'est pas à l'ordre du jour de cette séance.", "demandeId");
        return demande.RecordAvis(Id, Date, sens, motif);
    }

    /// <summary>Adds a final Bilan at the end of the agenda (R8, R20).</summary>
    /// <returns>Refused with <c>commission.bilan-en-double</c>, or as the Bilan refuses.</returns>
    public Result<PointDeBilan> Enrol(Bilan bilan)
    {
        if (_bilans.Exists(p => p.BilanId == bilan.Id))
            return Error.Conflict("commission.bilan-en-double", "Ce bilan est déjà à l'ordre du jour de cette séance.", "bilanId");
        var enrolled = bilan.Enrol(Date);
        if (!enrolled.IsSuccess)
            return enrolled.Error;
        var point = new PointDeBilan(_bilans.Count + 1, bilan.Id);
        _bilans.Add(point);
        return point;
    }

    /// <summary>Records the opinion of this session on a final Bilan (R8).</summary>
    /// <returns>Refused with <c>avis.bilan-hors-ordre-du-jour</c> or <c>avis.seance-future</c>.</returns>
    public Result<AvisDeSeance> RecordAvis(Bilan bilan, SensAvis sens, string motif, LocalDate aujourdhui)
    {
        if (Date > aujourdhui)
            return SeanceFuture;
        return _bilans.Exists(p => p.BilanId == bilan.Id) ? bilan.RecordAvis(Id, Date, sens, motif) : BilanAbsent;
    }

    private static Error SeanceFuture => Error.Conflict("avis.seance-future", "La séance n'a pas encore eu lieu.");
}

/// <summary>A final Bilan on an agenda.</summary>
public sealed class PointDeBilan
{
    private PointDeBilan()
    {
    }

    internal PointDeBilan(int ordre, Guid bilanId)
    {
        Ordre = ordre;
        BilanId = bilanId;
    }

    /// <summary>From 1, among the Bilans.</summary>
    public int Ordre { get; private set; }

    public Guid BilanId { get; private set; }
}

/// <summary>An item of an agenda.</summary>
public sealed class PointOrdreDuJour
{
    private PointOrdreDuJour()
    {
    }

    internal PointOrdreDuJour(int ordre, Guid demandeId)
    {
        Ordre = ordre;
        DemandeId = demandeId;
    }

    /// <summary>From 1.</summary>
    public int Ordre { get; private set; }

    public Guid DemandeId { get; private set; }
}
