using System.Globalization;
using Masp.Domain.Commun;
using Masp.Domain.Facturation;
using Masp.Domain.Territoires;
using NodaTime;

namespace Masp.Domain.Mesures;

/// <summary>One contract of the chain (R2 to R4, R14). Length and billing run from the signature.</summary>
public sealed class Contrat
{
    private Contrat()
    {
    }

    internal Contrat(int rang, NouveauContrat nouveau)
    {
        Id = nouveau.Id;
        Rang = rang;
        Debut = nouveau.Debut;
        SigneLe = nouveau.SigneLe;
        DureeMois = nouveau.DureeMois;
        FinPrevue = LastDay(nouveau.Debut, nouveau.DureeMois);
        AvecGestion = nouveau.AvecGestion;
        TitulaireId = nouveau.TitulaireId;
        ConventionId = nouveau.ConventionId;
        MarkRevision(nouveau.Debut, nouveau.EnregistreLe);
    }

    public Guid Id { get; private set; }

    /// <summary>1, then one more per renewal.</summary>
    public int Rang { get; private set; }

    /// <summary>Day of signature, included; of a renewal, the day after the term of the contract before.</summary>
    public LocalDate Debut { get; private set; }

    /// <summary>Of a renewal; null for the first contract, which begins when it is signed.</summary>
    public LocalDate? SigneLe { get; private set; }

    public int DureeMois { get; private set; }

    /// <summary>Last contractual day, included; later than <see cref="DureeMois"/> says once prolonged (R21).</summary>
    public LocalDate FinPrevue { get; private set; }

    /// <summary>Last served day, included; null while it runs.</summary>
    public LocalDate? FinReelle { get; private set; }

    /// <summary>At its beginning.</summary>
    public bool AvecGestion { get; private set; }

    public Guid TitulaireId { get; private set; }

    public Guid ConventionId { get; private set; }

    /// <summary>First day of the first month changed by an act recorded in a later quarter: those months are looked at again (R41).</summary>
    public LocalDate? RevisionDepuis { get; private set; }

    public Periode Periode => Periode.Of(Debut, FinReelle ?? FinPrevue);

    /// <summary>The day before signature + that many months (R36), so 31 January + 1 month ends on 27 or 28 February.</summary>
    public static LocalDate LastDay(LocalDate debut, int dureeMois) => debut.PlusMonths(dureeMois).PlusDays(-1);

    /// <returns>Null for a length that the Reglement allows (R2).</returns>
    public static Error? RefuseLength(int dureeMois, Parametres parametres) => dureeMois >= parametres.DureeMinMois && dureeMois <= parametres.DureeMaxMois
        ? null
        : Error.Conflict(
            "contrat.duree-hors-bornes",
            string.Create(CultureInfo.InvariantCulture, $"La durée d'un contrat va de {parametres.DureeMinMois} à {parametres.DureeMaxMois} mois (R2, art. 2)."),
            "dureeMois");

    /// <summary>First day of the first mois-mesure that begins on or after that date (R24, R36); the day after the term when none does.</summary>
    public LocalDate BoundaryFrom(LocalDate date, ModeMoisMesure mode)
    {
        if (date <= Debut)
            return Debut;
        var calendaire = mode is ModeMoisMesure.ProrataCalendaire or ModeMoisMesure.EntreeDueSortieNon;
        var origine = calendaire ? new LocalDate(Debut.Year, Debut.Month, 1) : Debut;
        var mois = Period.Between(origine, date, PeriodUnits.Months).Months;
        var limite = origine.PlusMonths(mois);
        return LocalDate.Min(limite < date ? origine.PlusMonths(mois + 1) : limite, FinPrevue.PlusDays(1));
    }

    /// <summary>To term nothing changes: the months were computed to it already.</summary>
    internal void Close(LocalDate dernierJour, LocalDate enregistreLe)
    {
        FinReelle = dernierJour;
        if (dernierJour < FinPrevue)
            MarkRevision(MonthOf(dernierJour), enregistreLe);
    }

    /// <summary>A broken last month may become a whole one: it is looked at again.</summary>
    internal void Prolong(LocalDate finPrevue, LocalDate enregistreLe)
    {
        MarkRevision(MonthOf(FinPrevue), enregistreLe);
        FinPrevue = finPrevue;
    }

    /// <summary>It will begin at another Titulaire than the one it was recorded for (R24).</summary>
    internal void GiveTo(Guid titulaireId, Guid conventionId) => (TitulaireId, ConventionId) = (titulaireId, conventionId);

    internal void MarkRevision(LocalDate effet, LocalDate enregistreLe)
    {
        if (Trimestre.Of(effet) < Trimestre.Of(enregistreLe) && !(RevisionDepuis <= effet))
            RevisionDepuis = effet;
    }

    /// <summary>
    /// First day of the mois-mesure that holds the date. Days taken out of a month may move the whole of it into the quarter before:
    /// a suspension from 1 January moves a month begun in December, whose statement may be made already (R39).
    /// </summary>
    internal LocalDate MonthOf(LocalDate date) => Debut.PlusMonths(Period.Between(Debut, date, PeriodUnits.Months).Months);
}

/// <summary>What a signature or a renewal brings.</summary>
/// <param name="EnregistreLe">The day it is recorded, which may fall in a later quarter than <paramref name="Debut"/>.</param>
/// <param name="SigneLe">Of a renewal, which begins the day after the term whenever it was signed; null for a first contract.</param>
public sealed record NouveauContrat(Guid Id, LocalDate Debut, int DureeMois, bool AvecGestion, Guid TitulaireId, Guid ConventionId, LocalDate EnregistreLe, LocalDate? SigneLe = null);
