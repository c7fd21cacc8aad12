using Masp.Application.Commun;
using Masp.Application.Demandes;
using Masp.Domain.Facturation;
using Masp.Domain.Mesures;
using Masp.Domain.Territoires;
using NodaTime;

namespace Masp.Application.Mesures;

/// <summary>A Mesure, whole.</summary>
/// <param name="Type">Of today: with or without gestion × Zone of the commune of residence (R38).</param>
/// <param name="Titulaire">That serves it today (R24).</param>
/// <param name="Intervenant">In charge today, away or not; null while nobody is (R26).</param>
/// <param name="LectureJusqua">Set for a Titulaire that handed it over: all is said as on that day, its last (R24).</param>
public sealed record MesureDto(
    Guid Id,
    string Numero,
    EtatMesure Etat,
    BeneficiaireDto Beneficiaire,
    string Lot,
    RefDto Titulaire,
    RefDto? Intervenant,
    RefDto ServiceReferent,
    ResidenceDto Commune,
    TypeMesure Type,
    bool AvecGestion,
    LocalDate Debut,
    LocalDate FinPrevue,
    LocalDate? FinReelle,
    MotifFin? MotifFin,
    LocalDate PremiereRencontreLe,
    LocalDate? RecuLe,
    bool ReceptionReputee,
    RefDto BonDeCommande,
    RefDto? Demande,
    IReadOnlyList<ContratDto> Contrats,
    IReadOnlyList<PeriodeDto> Suspensions,
    string Version,
    LocalDate? LectureJusqua = null) : IVersionne;

/// <summary>A record and what people call it: its name or its number.</summary>
public sealed record RefDto(Guid Id, string Nom);

/// <param name="Demonstration">Its Lot and Zone are ours, not the source's (R64).</param>
public sealed record ResidenceDto(string CodeInsee, string Nom, Zone Zone, bool Demonstration);

public sealed record ContratDto(Guid Id, int Rang, LocalDate Debut, int DureeMois, LocalDate FinPrevue, LocalDate? FinReelle, bool AvecGestion, RefDto Titulaire);

/// <summary>Both ends included.</summary>
public sealed record PeriodeDto(LocalDate Debut, LocalDate Fin);

/// <summary>What a signature opens (R14).</summary>
public sealed record MesureOuverteDto(
    Guid Id, string Numero, string Lot, Guid TitulaireId, bool AvecGestion, LocalDate Debut, int DureeMois, LocalDate FinPrevue, LocalDate PremiereRencontreLe, string Version)
    : IVersionne
{
    internal static MesureOuverteDto Of(Mesure mesure) => new(
        mesure.Id, mesure.Numero, mesure.LotCode, mesure.TitulaireId, mesure.AvecGestion, mesure.Debut, mesure.DernierContrat.DureeMois, mesure.FinPrevue,
        mesure.PremiereRencontreLe, mesure.ETag());
}
