using Masp.Domain.Acces;
using Xunit;

namespace Masp.Domain.Tests.Acces;

public sealed class TenueDesComptesTests
{
    private static readonly Guid A = new("0190f3a4-7c11-7000-8000-00000000000a");
    private static readonly Guid B = new("0190f3a4-7c11-7000-8000-00000000000b");
    private static readonly Acteur Admin = new("34", A, Role.Administrateur);
    private static readonly Acteur ChefA = new("34", A, Role.ChefTitulaire, A);

    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    [Theory]
    [MemberData(nameof(Roles))]
    public void An_administrateur_keeps_every_account_of_its_departement_and_of_no_other(Role role)
    {
        Assert.True(TenueDesComptes.MayKeep(Admin, new Acteur("34", B, role)));
        Assert.False(TenueDesComptes.MayKeep(Admin, new Acteur("30", B, role)));
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public void Nobody_keeps_accounts_but_an_administrateur_and_a_manager(Role role) =>
        Assert.Equal(role is Role.Administrateur or Role.ChefTitulaire, TenueDesComptes.MayKeep(new Acteur("34", A, role, A), new Acteur("34", B, Role.Intervenant, A)));

    [Fact]
    public void A_manager_keeps_the_intervenants_of_its_own_titulaire_only()
    {
        Assert.True(TenueDesComptes.MayKeep(ChefA, new Acteur("34", B, Role.Intervenant, A)));
        Assert.False(TenueDesComptes.MayKeep(ChefA, new Acteur("34", B, Role.Intervenant, B)));
        Assert.False(TenueDesComptes.MayKeep(ChefA, new Acteur("34", B, Role.ChefTitulaire, A)));
        Assert.False(TenueDesComptes.MayKeep(ChefA, new Acteur("30", B, Role.Intervenant, A)));
        Assert.False(TenueDesComptes.MayKeep(ChefA with { TitulaireId = null }, new Acteur("34", B, Role.Intervenant)));
    }

    [Theory]
    [InlineData(Role.Agent, false, false, null)]
    [InlineData(Role.Administrateur, false, false, null)]
    [InlineData(Role.Agent, true, false, "compte.rattachement-de-trop")]
    [InlineData(Role.Agent, false, true, "compte.rattachement-de-trop")]
    [InlineData(Role.ChefTitulaire, true, false, null)]
    [InlineData(Role.ChefTitulaire, false, false, "compte.titulaire-attendu")]
    [InlineData(Role.Intervenant, true, true, "compte.rattachement-de-trop")]
    [InlineData(Role.Referent, false, true, null)]
    [InlineData(Role.Referent, false, false, "compte.service-attendu")]
    [InlineData(Role.Referent, true, true, "compte.rattachement-de-trop")]
    [InlineData(Role.Integrateur, false, false, "compte.role-refuse")]
    [InlineData(Role.Exports, false, false, "compte.role-refuse")]
    [InlineData(Role.Beneficiaire, false, false, "compte.role-refuse")]
    [InlineData(Role.Evaluateur, false, false, null)]
    [InlineData(Role.Auditeur, false, false, "compte.dates-attendues")]
    public void A_role_comes_with_the_body_it_belongs_to_and_with_no_other(Role role, bool titulaire, bool service, string? code) =>
        Assert.Equal(code, TenueDesComptes.CheckInvitation(Admin, new Acteur("34", B, role, titulaire ? A : null, service ? B : null)).Error?.Code);

    [Theory]
    [InlineData(Role.Intervenant, null)]
    [InlineData(Role.ChefTitulaire, "compte.hors-de-portee")]
    public void A_manager_invites_intervenants_only(Role role, string? code) =>
        Assert.Equal(code, TenueDesComptes.CheckInvitation(ChefA, new Acteur("34", B, role, A)).Error?.Code);
}
