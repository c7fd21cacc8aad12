using Masp.Domain.Attributions;
using Masp.Domain.Commun;
using Masp.Domain.Demandes;
using Masp.Domain.Facturation;
using Masp.Domain.Mesures;
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
        model.Entity<Commission>().HasQueryFilter(c => c.DepartementCode == db.Departement && db.IsSafpm);
        model.Entity<Demande>().HasQueryFilter(d => d.DepartementCode == db.Departement
            && (db.IsSafpm || d.ServiceReferentId == db.ServiceReferentId
                || db.BonsDeCommande.Any(b => b.DemandeId == d.Id && b.TitulaireId == db.TitulaireId)));
        model.Entity<Beneficiaire>().HasQueryFilter(p => p.DepartementCode == db.Departement
            && (db.IsSafpm || db.BonsDeCommande.Any(b => b.BeneficiaireId == p.Id) || db.Demandes.Any(d => d.BeneficiaireId == p.Id)));
        model.Entity<TourDeRole>().HasQueryFilter(t => t.DepartementCode == db.Departement
            && (db.IsSafpm || db.Titulaires.Any(x => x.Id == db.TitulaireId && x.Conventions.Any(c => c.LotCode == t.LotCode))));
        model.Entity<Inscription>().HasQueryFilter(i => i.DepartementCode == db.Departement
            && (db.IsSafpm || db.Titulaires.Any(x => x.Id == db.TitulaireId && x.Conventions.Any(c => c.LotCode == i.LotCode))));
        model.Entity<BonDeCommande>().HasQueryFilter(b => b.DepartementCode == db.Departement
            && (db.IsSafpm || b.TitulaireId == db.TitulaireId || b.ServiceReferentId == db.ServiceReferentId));
        model.Entity<Mesure>().HasQueryFilter(m => m.DepartementCode == db.Departement
            && (db.IsSafpm || m.TitulaireId == db.TitulaireId || m.ServiceReferentId == db.ServiceReferentId));
        model.Entity<Facture>().HasQueryFilter(f => f.DepartementCode == db.Departement && (db.IsSafpm || f.TitulaireId == db.TitulaireDesFactures));
    }

    private static void Tenant<T>(ModelBuilder model, MaspDbContext db)
        where T : AggregateRoot =>
        model.Entity<T>().HasQueryFilter(root => root.DepartementCode == db.Departement);
}
