using System.Linq.Expressions;
using Masp.Domain.Attributions;
using Masp.Domain.Commun;
using Masp.Domain.Demandes;
using Masp.Domain.Echeances;
using Masp.Domain.Facturation;
using Masp.Domain.Mesures;
using Masp.Domain.Mesures.Rencontres;
using Masp.Domain.Mesures.Avenants;
using Masp.Domain.Mesures.Bilans;
using Masp.Domain.Mesures.Fins;
using Masp.Domain.Mesures.Projets;
using Masp.Domain.Territoires;
using Masp.Domain.Titulaires;
using Microsoft.EntityFrameworkCore;

namespace Masp.Infrastructure.Donnees;

/// <summary>
/// Who sees which rows, as the application asks for them (R61). PostgreSQL decides the same again by its policies: neither
/// trusts the other.
/// </summary>
internal static class Visibilite
{
    public static void Apply(ModelBuilder model, MaspDbContext db)
    {
        Tenant<Departement>(model, db);
        Tenant<Reglement>(model, db);
        Tenant<Lot>(model, db);
        Tenant<Commune>(model, db);
        Tenant<Titulaire>(model, db);
        Tenant<ServiceReferent>(model, db);
        Tenant<Bareme>(model, db);
        model.Entity<Commission>().HasQueryFilter(c => c.DepartementCode == db.Departement && db.SeesEveryFile);
        model.Entity<Intervenant>().HasQueryFilter(i => i.DepartementCode == db.Departement
            && (db.SeesEveryFile || i.TitulaireId == db.TitulaireId || db.ServiceReferentId != null || db.IsAdministrateur));
        model.Entity<Demande>().HasQueryFilter(d => d.DepartementCode == db.Departement
            && (db.SeesEveryFile || d.ServiceReferentId == db.ServiceReferentId || d.BeneficiaireId == db.BeneficiaireId || db.BonsDeCommande.Any(b => b.DemandeId == d.Id)));
        model.Entity<Beneficiaire>().HasQueryFilter(p => p.DepartementCode == db.Departement
            && (db.SeesEveryFile || p.Id == db.BeneficiaireId || db.BonsDeCommande.Any(b => b.BeneficiaireId == p.Id) || db.Demandes.Any(d => d.BeneficiaireId == p.Id)));
        model.Entity<TourDeRole>().HasQueryFilter(t => t.DepartementCode == db.Departement
            && (db.SeesEveryFile || db.Titulaires.Any(x => x.Id == db.TitulaireId && x.Conventions.Any(c => c.LotCode == t.LotCode))));
        model.Entity<Inscription>().HasQueryFilter(i => i.DepartementCode == db.Departement
            && (db.SeesEveryFile || db.Titulaires.Any(x => x.Id == db.TitulaireId && x.Conventions.Any(c => c.LotCode == i.LotCode))));
        Dossiers(model, db);
        model.Entity<ScanDeContrat>().HasQueryFilter(s => s.DepartementCode == db.Departement && db.BonsDeCommande.Any(b => b.Id == s.BonDeCommandeId));
        model.Entity<PreparationDeContrat>().HasQueryFilter(p => p.DepartementCode == db.Departement && db.BonsDeCommande.Any(b => b.Id == p.BonDeCommandeId));
        SuitesDeMesure(model, db);
        model.Entity<PassageDeRelais>().HasQueryFilter(r => r.DepartementCode == db.Departement
            && (db.SeesEveryFile || (db.IsChef && (r.CedantId == db.TitulaireId || r.RepreneurId == db.TitulaireId))));
        Notes(model, db);
        model.Entity<Rencontre>().HasQueryFilter(r => r.DepartementCode == db.Departement
            && db.Mesures.Any(m => m.Id == r.MesureId && (!db.IsChef
                || m.Tenues.Any(t => t.TitulaireId == db.TitulaireId && t.Debut <= db.Aujourdhui && (t.Fin == null || t.Fin >= db.Aujourdhui || t.Fin >= r.Date)))));
        model.Entity<Facture>().HasQueryFilter(f => f.DepartementCode == db.Departement && (db.SeesEveryFile || f.TitulaireId == db.TitulaireDesFactures));
        model.Entity<Echeance>().HasQueryFilter(e => e.DepartementCode == db.Departement
            && (db.SeesEveryFile || (db.IsChef && e.TitulaireId == db.TitulaireId)
                || (e.MesureId == null && db.BonsDeCommande.Any(b => b.Id == e.BonDeCommandeId))
                || db.Mesures.Any(m => m.Id == e.MesureId
                    && (!db.IsChef || m.Tenues.Any(t => t.TitulaireId == db.TitulaireId && t.Debut <= db.Aujourdhui && (t.Fin == null || t.Fin >= db.Aujourdhui || e.CloseLe <= t.Fin))))));
    }

    /// <summary>
    /// An order and a measure are seen by the managers of the Titulaire, the worker in charge and the one who stands in today; a
    /// Titulaire that handed a measure over goes on seeing it (R24), the next one sees it from its first day.
    /// </summary>
    private static void Dossiers(ModelBuilder model, MaspDbContext db)
    {
        Expression<Func<Intervenant, bool>> moi = i => i.UtilisateurId == db.UtilisateurId && i.TitulaireId == db.TitulaireId && i.Entree <= db.Aujourdhui && !(i.Sortie < db.Aujourdhui);
        model.Entity<Mesure>().HasQueryFilter(m => m.DepartementCode == db.Departement
            && (db.SeesEveryFile || m.ServiceReferentId == db.ServiceReferentId || m.BeneficiaireId == db.BeneficiaireId
                || (db.IsChef && m.Tenues.Any(t => t.TitulaireId == db.TitulaireId && t.Debut <= db.Aujourdhui))
                || (db.IsIntervenant && m.Suivis.Any(s => s.Debut <= db.Aujourdhui && !(s.Fin < db.Aujourdhui)
                    && db.Intervenants.Where(moi).Any(i => i.Id == s.IntervenantId || db.Intervenants.Any(
                        x => x.Id == s.IntervenantId && x.Absences.Any(a => a.RemplacantId == i.Id && a.Debut <= db.Aujourdhui && a.Fin >= db.Aujourdhui)))))));
        model.Entity<BonDeCommande>().HasQueryFilter(b => b.DepartementCode == db.Departement
            && (db.SeesEveryFile || b.ServiceReferentId == db.ServiceReferentId || b.BeneficiaireId == db.BeneficiaireId
                || (db.IsChef && b.TitulaireId == db.TitulaireId)
                || (db.IsIntervenant && db.Intervenants.Where(moi).Any(i => i.Id == b.IntervenantId || db.Intervenants.Any(
                    x => x.Id == b.IntervenantId && x.Absences.Any(a => a.RemplacantId == i.Id && a.Debut <= db.Aujourdhui && a.Fin >= db.Aujourdhui))))
                || db.Mesures.Any(m => m.BonDeCommandeId == b.Id)));
    }

    /// <summary>What hangs from a measure is seen with it, and after a hand-over only what bears an earlier day (R24); a note by whom it is for, health by right (R62).</summary>
    private static void Notes(ModelBuilder model, MaspDbContext db)
    {
        model.Entity<Note>().HasQueryFilter(n => n.DepartementCode == db.Departement
            && db.Mesures.Any(m => m.Id == n.MesureId && (!db.IsChef || m.Tenues.Any(t => t.TitulaireId == db.TitulaireId && t.Debut <= db.Aujourdhui && (t.Fin == null || t.Fin >= db.Aujourdhui || t.Fin >= n.Le))))
            && (n.Portee == PorteeNote.Partagee || (!db.OnlyReads && n.TitulaireId == db.TitulaireId && n.ServiceReferentId == db.ServiceReferentId)));
        model.Entity<InformationSante>().HasQueryFilter(s => s.DepartementCode == db.Departement && db.ReadsHealth
            && db.Mesures.Any(m => m.Id == s.MesureId && (!db.IsChef
                || m.Tenues.Any(t => t.TitulaireId == db.TitulaireId && t.Debut <= db.Aujourdhui && (t.Fin == null || t.Fin >= db.Aujourdhui)))));
    }

    /// <summary>What is written in the life of a measure is seen with it, and after a hand-over only what bears an earlier day (R24).</summary>
    private static void SuitesDeMesure(ModelBuilder model, MaspDbContext db)
    {
        model.Entity<ProjetIntervention>().HasQueryFilter(p => p.DepartementCode == db.Departement
            && (db.SeesEveryFile || db.Mesures.Any(m => m.Id == p.MesureId && (!db.IsChef || m.Tenues.Any(t => t.TitulaireId == db.TitulaireId && t.Debut <= db.Aujourdhui)))));
        model.Entity<Bilan>().HasQueryFilter(b => b.DepartementCode == db.Departement
            && (db.SeesEveryFile || db.Mesures.Any(m => m.Id == b.MesureId && (!db.IsChef || m.Tenues.Any(
                t => t.TitulaireId == db.TitulaireId && t.Debut <= db.Aujourdhui && (t.Fin == null || t.Fin >= db.Aujourdhui || t.Fin >= b.TransmisLe))))));
        model.Entity<Avenant>().HasQueryFilter(a => a.DepartementCode == db.Departement
            && (db.SeesEveryFile || db.Mesures.Any(m => m.Id == a.MesureId && (!db.IsChef || m.Tenues.Any(
                t => t.TitulaireId == db.TitulaireId && t.Debut <= db.Aujourdhui && (t.Fin == null || t.Fin >= db.Aujourdhui || t.Fin >= a.ProposeLe))))));
        model.Entity<DemandeDeFin>().HasQueryFilter(d => d.DepartementCode == db.Departement
            && (db.SeesEveryFile || db.Mesures.Any(m => m.Id == d.MesureId && (!db.IsChef || m.Tenues.Any(
                t => t.TitulaireId == db.TitulaireId && t.Debut <= db.Aujourdhui && (t.Fin == null || t.Fin >= db.Aujourdhui || t.Fin >= d.ProposeeLe))))));
    }

    private static void Tenant<T>(ModelBuilder model, MaspDbContext db)
        where T : AggregateRoot =>
        model.Entity<T>().HasQueryFilter(root => root.DepartementCode == db.Departement);
}
