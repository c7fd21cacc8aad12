namespace Masp.Domain.Facturation;

/// <summary>How a contract is cut into paid months (R36, R37).</summary>
public enum ModeMoisMesure
{
    /// <summary>Month k runs from signature + k months to the day before signature + (k+1) months.</summary>
    DateADate,

    /// <summary>Calendar months, days served / days of the month, half-up to the cent.</summary>
    ProrataCalendaire,

    /// <summary>Calendar months, the month of entry due, the month of exit not.</summary>
    EntreeDueSortieNon,

    /// <summary>Every begun month is due in full.</summary>
    ToutMoisCommence,
}
