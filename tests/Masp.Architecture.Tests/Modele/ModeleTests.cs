using Masp.Application.Commun;
using Masp.Architecture.Tests.Maison;
using Masp.Domain.Commun;
using Masp.Infrastructure.Donnees;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Masp.Architecture.Tests.Modele;

public sealed class ModeleTests
{
    private static readonly IReadOnlyModel Ours = DesignModel.Of(new MaspDbContext(MaspDatabase.OptionsFor<MaspDbContext>("Host=localhost", "masp")));
    private static readonly IReadOnlyModel Planted = DesignModel.Of(new BaseFautive(MaspDatabase.OptionsFor<BaseFautive>("Host=localhost", "masp")));

    [Fact]
    public void Only_aggregate_roots_have_a_set() =>
        Assert.Empty(ReglesDuModele.Sets(Ours, typeof(MaspDbContext), typeof(IMaspDbContext)));

    [Fact]
    public void A_planted_set_of_a_child_is_refused() =>
        Assert.Equal(["Arbre has a set and is no root", "Feuille has a set and is no root", "Oublie is mapped by itself and has no set"], ReglesDuModele.Sets(Planted, typeof(BaseFautive)).Order());

    [Fact]
    public void Every_root_of_the_domain_is_mapped() => Assert.Equal(
        Assemblages.Domain.WrittenTypes().Where(t => t.IsSubclassOf(typeof(AggregateRoot))).Select(t => t.Name).Order(),
        Ours.GetEntityTypes().Where(e => !e.IsOwned()).Select(e => e.ClrType.Name).Order());

    [Fact]
    public void A_root_loads_whole() => Assert.Empty(ReglesDuModele.Wholeness(Ours));

    [Fact]
    public void A_planted_child_apart_and_a_planted_late_child_are_refused() => Assert.Equal(
        [
            "Arbre.Branches is not loaded with its root",
            "Arbre.Feuilles leads to another aggregate",
            "Branche belongs to Arbre, which is no root",
        ],
        ReglesDuModele.Wholeness(Planted).Order());

    [Fact]
    public void The_tenant_comes_first_in_keys_and_indexes_and_no_set_is_read_across_tenants() => Assert.Empty(ReglesDuModele.Tenancy(Ours));

    [Fact]
    public void A_planted_key_index_and_set_without_tenant_are_refused()
    {
        var refused = ReglesDuModele.Tenancy(Planted);

        Assert.Contains("the key of Arbre does not begin with the tenant", refused);
        Assert.Contains("the index ix_arbre_nom does not begin with the tenant", refused);
        Assert.Contains("Arbre is read across tenants", refused);
    }

    [Fact]
    public void Each_root_carries_the_row_version_of_PostgreSQL() => Assert.Empty(ReglesDuModele.Versions(Ours));

    [Fact]
    public void A_planted_root_without_row_version_is_refused() => Assert.Contains("Arbre has no row version on xmin", ReglesDuModele.Versions(Planted));
}
