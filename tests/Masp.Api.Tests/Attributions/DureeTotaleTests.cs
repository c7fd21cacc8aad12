using Masp.Api.Tests.Socle;

namespace Masp.Api.Tests.Attributions;

/// <summary>48 months over every contract of a person, whoever asks (R3): also a Titulaire that sees none of the earlier ones.</summary>
public sealed class DureeTotaleTests(ApiDeTest api) : IClassFixture<ApiDeTest>
{
    [Theory]
    [InlineData("2023-12-31", 409)]
    [InlineData("2022-12-31", 201)]
    public async Task A_titulaire_signs_within_the_48_months_that_another_began(string terme, int statut)
    {
        var caller = await api.IntegrateurAsync();
        var premiere = await api.Parcours.AccepterAsync();
        var personne = await api.Sql.ReadAsync<Guid>($"select beneficiaire_id from masp.demandes where id = '{premiere}'");
        var suivante = await api.Parcours.AccepterAsync();
        await api.Sql.WriteAsync($"update masp.demandes set beneficiaire_id = '{personne}' where id = '{suivante}'");
        var chef = await api.PersonAsync("chef@titulaire-b.example");
        var b = await api.Sql.ReadAsync<Guid>("select titulaire_id from acces.utilisateurs where user_name = 'chef@titulaire-b.example'");
        var a = await api.Sql.ReadAsync<Guid>($"select titulaire_id from masp.places where lot_code = '1' and assis and titulaire_id <> '{b}'");
        await AllocateAsync(premiere, a);
        var bonDeA = await BonAsync(premiere);
        var mesure = (await caller.PostAsync(
            $"/bons-de-commande/{bonDeA}/signature", new { datePremiereRencontre = ApiDeTest.Aujourdhui, dateSignature = ApiDeTest.Aujourdhui })).Reussie().Id;
        await api.Sql.WriteAsync(
            $"""
            update masp.contrats set debut = '2020-01-01', fin_prevue = '{terme}', fin_reelle = '{terme}' where mesure_id = '{mesure}';
            update masp.mesures set etat = 'Terminee', motif_fin = 'DureeLegaleAtteinte', fin_reelle = '{terme}' where id = '{mesure}'
            """);
        await AllocateAsync(suivante, b);
        var bon = await BonAsync(suivante);

        Assert.Equal(404, (int)(await chef.GetAsync($"/mesures/{mesure}")).Statut);
        var answer = await chef.PostAsync($"/bons-de-commande/{bon}/signature", new { datePremiereRencontre = ApiDeTest.Aujourdhui, dateSignature = ApiDeTest.Aujourdhui });

        Assert.Equal((statut, statut == 409 ? "mesure.duree-totale-depassee" : null), ((int)answer.Statut, answer.Code));
        Assert.Equal(statut == 201 ? 1L : 0L, await api.Sql.ReadAsync<long>($"select count(*) from masp.mesures where bon_de_commande_id = '{bon}'"));

        async Task AllocateAsync(Guid demande, Guid titulaire) =>
            (await caller.PostAsync($"/demandes/{demande}/attribution", new { titulaireId = titulaire, categorie = "autre", motif = "Essai." })).Reussie();
    }

    private Task<Guid> BonAsync(Guid demande) => api.Sql.ReadAsync<Guid>($"select id from masp.bons_de_commande where demande_id = '{demande}'");
}
