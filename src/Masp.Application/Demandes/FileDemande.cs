using FluentValidation;
using Masp.Application.Commun;
using Masp.Domain.Acces;
using Masp.Domain.Commun;
using Masp.Domain.Demandes;
using Masp.Domain.Territoires;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Masp.Application.Demandes;

/// <summary>A ServiceReferent asks for a measure (R5 to R7).</summary>
/// <param name="Beneficiaire">A person not known yet; or <paramref name="BeneficiaireId"/>.</param>
/// <param name="ServiceReferentId">Told by the SAFPM; a Referent files for the own service.</param>
/// <param name="Homonyme">The SAFPM knows somebody of the same name and birth date, and says that this is another person.</param>
/// <param name="DateDepot">Today when not told.</param>
public sealed record FileDemande(
    string CommuneInsee,
    LocalDate DateAccord,
    Eligibilite Eligibilite,
    IReadOnlyList<string> Prestations,
    BeneficiaireSaisi? Beneficiaire = null,
    Guid? BeneficiaireId = null,
    Guid? ServiceReferentId = null,
    LocalDate? DateDepot = null,
    string? Adresse = null,
    string? Motif = null,
    bool? GestionSouhaitee = null,
    int? DureeSouhaitee = null,
    bool? Homonyme = null) : ICommand<DemandeDto>;

public sealed record BeneficiaireSaisi(string Nom, string Prenom, LocalDate DateNaissance);

internal sealed class FileDemandeValidator : AbstractValidator<FileDemande>
{
    public FileDemandeValidator()
    {
        RuleFor(d => d.Beneficiaire).Must((d, saisi) => saisi is null != d.BeneficiaireId is null)
            .WithErrorCode("demande.beneficiaire").WithMessage("Donnez soit une nouvelle personne, soit une personne déjà connue.");
        RuleFor(d => d.Beneficiaire!.Nom).Obligatoire(100).When(d => d.Beneficiaire is not null);
        RuleFor(d => d.Beneficiaire!.Prenom).Obligatoire(100).When(d => d.Beneficiaire is not null);
        RuleFor(d => d.CommuneInsee).Obligatoire(5);
        RuleFor(d => d.Adresse).Facultatif(300);
        RuleFor(d => d.Motif).Facultatif(2000);
        RuleFor(d => d.Prestations).Must(codes => codes.Count <= 40)
            .WithErrorCode("prestation.trop-nombreuses").WithMessage("La liste des prestations compte au plus 40 codes.");
        RuleForEach(d => d.Prestations).Must(code => code is not null && Domain.Demandes.Prestations.Find(code) is not null)
            .WithErrorCode("prestation.inconnue").WithMessage("Cette prestation n'est pas de la liste de l'article D271-2 (R6).");
        RuleFor(d => d.DureeSouhaitee).InclusiveBetween(1, 48)
            .WithErrorCode("demande.duree-souhaitee").WithMessage("La durée souhaitée va de 1 à 48 mois.");
    }
}

internal sealed class FileDemandeHandler(IMaspDbContext db, ActeurCourant acteurCourant, Horloge horloge, Identifiants identifiants)
    : IRequestHandler<FileDemande, Result<DemandeDto>>
{
    private readonly Acteur _acteur = acteurCourant.Acteur;

    public async Task<Result<DemandeDto>> Handle(FileDemande request, CancellationToken cancellationToken)
    {
        var today = horloge.Aujourdhui;
        var depot = request.DateDepot ?? today;
        var serviceId = _acteur.Role == Role.Referent ? _acteur.ServiceReferentId : request.ServiceReferentId;
        if (serviceId is null)
            return Error.Invalid("demande.service-manquant", "Dites quel service référent fait la demande (R7).", "serviceReferentId");
        if (_acteur.Role == Role.Referent && request.ServiceReferentId is { } told && told != serviceId)
            return Error.Invalid("demande.service-inconnu", "Ce service référent n'est pas connu.", "serviceReferentId");
        var service = await db.ServicesReferents.FirstOrDefaultAsync(s => s.Id == serviceId, cancellationToken);
        if (service is null)
            return Error.Invalid("demande.service-inconnu", "Ce service référent n'est pas connu.", "serviceReferentId");
        var lot = await LotOfAsync(request.CommuneInsee, depot, cancellationToken);
        if (!lot.IsSuccess)
            return lot.Error;
        var person = await PersonAsync(request, today, cancellationToken);
        if (!person.IsSuccess)
            return person.Error;
        var (beneficiaireId, aRapprocher) = person.Value;

        var numero = await db.NextNumeroAsync($"demande:{depot.Year}", cancellationToken);
        var demande = Demande.File(
            new Depot(
                identifiants.Next(), _acteur.DepartementCode, Numeros.Demande(depot.Year, numero), beneficiaireId, service.Id, request.CommuneInsee, lot.Value.LotCode,
                request.Adresse, depot, request.DateAccord, request.Eligibilite, request.Prestations, request.Motif, request.GestionSouhaitee, request.DureeSouhaitee,
                aRapprocher),
            service.IsHabilitatedOn(depot),
            today);
        if (!demande.IsSuccess)
            return demande.Error;
        db.Demandes.Add(demande.Value);
        await db.SaveChangesAsync(cancellationToken);
        return await db.ReadDemandeAsync(acteurCourant, demande.Value.Id, cancellationToken);
    }

    private async Task<Result<Affectation>> LotOfAsync(string communeInsee, LocalDate date, CancellationToken cancellationToken)
    {
        var commune = await db.Communes.FirstOrDefaultAsync(c => c.CodeInsee == communeInsee, cancellationToken);
        if (commune is null)
            return Error.Invalid("commune.inconnue", "Cette commune n'est pas connue du département.", "communeInsee");
        return commune.AffectationOn(date) is { } affectation
            ? affectation
            : Error.Conflict("commune.sans-lot", "Cette commune n'est rattachée à aucun lot à cette date (R64).", "communeInsee");
    }

    /// <summary>Whose Demande it is, and whether the SAFPM must first say who that is.</summary>
    private async Task<Result<(Guid Id, bool ARapprocher)>> PersonAsync(FileDemande request, LocalDate today, CancellationToken cancellationToken)
    {
        if (request.BeneficiaireId is { } id)
            return await KnownAsync(id, cancellationToken);
        var saisi = request.Beneficiaire!;
        var created = Beneficiaire.Create(identifiants.Next(), _acteur.DepartementCode, saisi.Nom, saisi.Prenom, saisi.DateNaissance, today);
        if (!created.IsSuccess)
            return created.Error;
        var person = created.Value;
        var known = await db.FindHomonymesAsync(person.Nom, person.Prenom, person.DateNaissance, cancellationToken);
        if (known.Count > 0 && _acteur.IsSafpm && request.Homonyme != true)
        {
            return Error.Conflict(
                "beneficiaire.deja-connu",
                "Une personne de mêmes nom, prénom et date de naissance est déjà connue : choisissez-la, ou dites que celle-ci est un homonyme (R3).",
                "beneficiaire.nom");
        }

        db.Beneficiaires.Add(person);
        return (person.Id, known.Count > 0 && !_acteur.IsSafpm);
    }

    /// <summary>As long as it is not settled who somebody is, that holds for each of their Demandes.</summary>
    private async Task<Result<(Guid Id, bool ARapprocher)>> KnownAsync(Guid id, CancellationToken cancellationToken)
    {
        var unknown = Error.Invalid("beneficiaire.inconnu", "Cette personne n'est pas connue.", "beneficiaireId");
        if (await db.Beneficiaires.AsNoTracking().FirstOrDefaultAsync(b => b.Id == id, cancellationToken) is not { } known)
            return unknown;
        var same = await db.FindHomonymesAsync(known.Nom, known.Prenom, known.DateNaissance, cancellationToken);
        if (!same.Contains(id))
            return unknown;
        return (id, await db.Demandes.AnyAsync(d => d.BeneficiaireId == id && d.Rapprochement == Rapprochement.ATrancher, cancellationToken));
    }
}
