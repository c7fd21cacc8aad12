using Masp.Domain.Commun;
using Masp.Domain.Territoires;
using NodaTime;

namespace Masp.Domain.Facturation;

/// <summary>All that paying one contract depends on (R36 to R38, R44). Pure data: nothing is read from anywhere.</summary>
/// <param name="Debut">Day of signature, first paid day.</param>
/// <param name="FinPrevue">Last contractual day, included.</param>
/// <param name="FinReelle">Last day really served, included; null while it runs to term. Never after <paramref name="FinPrevue"/>.</param>
/// <param name="AvecGestion">At signature.</param>
/// <param name="Zone">At signature.</param>
/// <param name="Suspensions">Both ends included, closed; they may overlap each other.</param>
/// <param name="Changements">Change of gestion or Zone from a date; it takes effect on the first day of the next mois-mesure that begins on or after it (R21, R23).</param>
/// <param name="DateGel">R44: months that begin after it are paid at the price in force on it.</param>
public sealed record ContratAFacturer(
    LocalDate Debut,
    LocalDate FinPrevue,
    LocalDate? FinReelle,
    bool AvecGestion,
    Zone Zone,
    IReadOnlyList<Periode> Suspensions,
    IReadOnlyList<Changement> Changements,
    LocalDate? DateGel = null);

/// <summary>Null leaves that side as it was.</summary>
public sealed record Changement(LocalDate Date, bool? AvecGestion, Zone? Zone);

/// <summary>One mois-mesure, due or not, and why (R36 to R39).</summary>
/// <param name="Numero">1 for the month that begins with the signature (calendar modes: the first calendar month).</param>
/// <param name="Debut">First day, included; in calendar modes the first served day.</param>
/// <param name="Fin">Last day, included, cut at the real end.</param>
/// <param name="JoursServis">Days of the month before the end and outside any suspension.</param>
/// <param name="Montant">0 when not due; the price, or its prorata.</param>
/// <param name="Motif">French sentence with its clause: why it is due or not.</param>
/// <param name="Trimestre">The quarter that holds its last served day (R39); of its last day when none was served.</param>
public sealed record MoisMesure(
    int Numero,
    LocalDate Debut,
    LocalDate Fin,
    TypeMesure Type,
    int JoursServis,
    bool Du,
    Money PrixUnitaire,
    Money Montant,
    Guid BaremeId,
    string Motif,
    Trimestre Trimestre);
