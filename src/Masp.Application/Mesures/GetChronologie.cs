using Masp.Application.Beneficiaires;
using Masp.Application.Commun;
using Masp.Application.Titulaires;
using Masp.Domain.Attributions;
using Masp.Domain.Beneficiaires;
using Masp.Domain.Commun;
using Masp.Domain.Demandes;
using Masp.Domain.Mesures;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Masp.Application.Mesures;

/// <summary>Everything that happened to a Mesure, in order, each with its clause.</summary>
public sealed record GetChronologie(Guid MesureId) : IQuery<Liste<EvenementDto>>;

/// <param name="Nature">Stable word for programs: <c>depot</c>, <c>avis</c>, <c>decision</c>, <c>notification</c>, <c>attribution</c>, <c>reception</c>, <c>rencontre</c>,
/// <c>signature</c>, <c>renouvellement</c>, <c>suspension</c>, <c>gestion</c>, <c>demenagement</c>, <c>suivi</c>, <c>relais</c>, <c>rectification</c>, <c>terme</c>, <c>fin</c>.</param>
/// <param name="AVenir">Not reached yet today.</param>
public sealed record EvenementDto(LocalDate Date, string Nature, string Libelle, string Clause, bool AVenir);

internal sealed class GetChronologieHandler(IMaspDbContext db, ActeurCourant acteur, LectureFiche fiche, Horloge horloge) : IRequestHandler<GetChronologie, Result<Liste<EvenementDto>>>
{
    public async Task<Result<Liste<EvenementDto>>> Handle(GetChronologie request, CancellationToken cancellationToken)
    {
        var mesure = await db.Mesures.AsNoTracking().FirstOrDefaultAsync(m => m.Id == request.MesureId, cancellationToken);
        if (mesure is null)
            return GetMesureHandler.Introuvable;
        var bon = await db.BonsDeCommande.AsNoTracking().FirstOrDefaultAsync(b => b.Id == mesure.BonDeCommandeId, cancellationToken);
        var demande = bon is null ? null : await db.Demandes.AsNoTracking().FirstOrDefaultAsync(d => d.Id == bon.DemandeId, cancellationToken);
        var today = horloge.Aujourdhui;
        var jusqua = LectureCedee.Until(acteur.Acteur, mesure, today);
        var rectifications = await fiche.RectificationsAsync(mesure.BeneficiaireId, cancellationToken);
        var events = Before(demande, bon).Concat(During(mesure)).Concat(await HandsAsync(mesure, cancellationToken)).Concat(rectifications.Select(Corrected))
            .Where(e => !(e.Date > jusqua)).Select(e => e with { AVenir = e.Date > today });
        return new Liste<EvenementDto>([.. events.OrderBy(e => e.Date)], null);
    }

    /// <summary>Who served it and who followed it, one after the other (R24, R26).</summary>
    private async Task<IEnumerable<EvenementDto>> HandsAsync(Mesure mesure, CancellationToken cancellationToken)
    {
        var workers = mesure.Suivis.Select(s => s.IntervenantId).ToList();
        var noms = await db.Intervenants.AsNoTracking().Where(i => workers.Contains(i.Id)).ToDictionaryAsync(i => i.Id, LectureIntervenant.NomOf, cancellationToken);
        var titulaires = await db.Titulaires.AsNoTracking().ToDictionaryAsync(t => t.Id, t => t.Nom, cancellationToken);
        var tenues = mesure.Tenues.OrderBy(t => t.Debut).ToList();
        return tenues.Zip(tenues.Skip(1)).Where(pair => pair.First.TitulaireId != pair.Second.TitulaireId)
            .Select(pair => Event(pair.Second.Debut, "relais", $"Passage de relais de {titulaires[pair.First.TitulaireId]} à {titulaires[pair.Second.TitulaireId]}", "R24, art. 5"))
            .Concat(mesure.Suivis.Where(s => noms.ContainsKey(s.IntervenantId)).Select(s => Event(s.Debut, "suivi", $"Confiée à {noms[s.IntervenantId]}", "R26, art. 5")));
    }

    private static IEnumerable<EvenementDto> Before(Demande? demande, BonDeCommande? bon)
    {
        if (demande is not null)
        {
            yield return Event(demande.DeposeeLe, "depot", $"Demande {demande.Numero} déposée, accord de la personne du {Francais.Date(demande.AccordLe)}", "R7, art. 3");
            foreach (var avis in demande.Avis)
                yield return Event(avis.Date, "avis", $"Avis de la commission : {Phrases.Avis(avis.Sens)}", "R8, art. 3");
            if (demande.Decision is { } d)
            {
                yield return Event(d.Date, "decision", Phrases.Decision(d), "R9, R10, art. 3");
                foreach (var notification in d.Notifications)
                    yield return Event(notification.Date, "notification", Phrases.Notification(notification), "R9, art. 3");
            }
        }

        if (bon is null)
            yield break;
        yield return Event(bon.EmisLe, "attribution", $"Bon de commande {bon.Numero}. {bon.Explication}", "R11, art. 3");
        if (bon.RecuLe is { } recu)
            yield return Event(recu, "reception", bon.ReceptionReputee ? "Bon de commande réputé reçu" : "Bon de commande reçu", "R12");
        if (bon.PremiereRencontreLe is { } rencontre)
            yield return Event(rencontre, "rencontre", "Première rencontre", "R13, art. 4");
    }

    private static IEnumerable<EvenementDto> During(Mesure mesure)
    {
        foreach (var contrat in mesure.Contrats)
        {
            var gestion = contrat.AvecGestion ? "avec gestion" : "sans gestion";
            yield return contrat.Rang == 1
                ? Event(contrat.Debut, "signature", $"Contrat signé pour {contrat.DureeMois} mois, {gestion}", "R14, art. 4")
                : Event(contrat.Debut, "renouvellement", $"Renouvellement pour {contrat.DureeMois} mois, {gestion}", "R4, art. 2");
        }

        foreach (var suspension in mesure.Suspensions)
            yield return Event(suspension.Debut, "suspension", $"Suspendue jusqu'au {Francais.Date(suspension.Fin)} inclus", "R21, art. 4");
        foreach (var changement in mesure.Changements)
            yield return Event(changement.Date, "gestion", changement.AvecGestion ? "Passage avec gestion" : "Passage sans gestion", "R21, art. 4");
        foreach (var residence in mesure.Residences.Where(r => r.Debut > mesure.Debut))
            yield return Event(residence.Debut, "demenagement", "Déménagement dans le département", "R23");
        yield return mesure.FinReelle is { } fin
            ? Event(fin, "fin", $"Fin de la mesure : {Phrases.Fin(mesure.MotifFin!.Value)}", "R22, R50")
            : Event(mesure.FinPrevue, "terme", "Terme du contrat", "R2, art. 2");
    }

    private static EvenementDto Corrected(RectificationDto r) =>
        Event(r.Date, "rectification", $"Identité rectifiée : {new Rectification(r.Avant, r.Apres).Champs}", "R63");

    private static EvenementDto Event(LocalDate date, string nature, string libelle, string clause) => new(date, nature, libelle, clause, false);
}
