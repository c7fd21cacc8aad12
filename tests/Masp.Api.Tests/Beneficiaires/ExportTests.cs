using Masp.Api.Tests.Socle;
using Masp.Domain.Acces;

namespace Masp.Api.Tests.Beneficiaires;

/// <summary>R63: everything held about a person, in one act.</summary>
public sealed class ExportTests(ApiDeTest api) : IClassFixture<ApiDeTest>
{
    /// <summary>
    /// The tables that refer to a person: by a column of that meaning, or along the foreign keys to one that does, the account's among them.
    /// Those that the list of the export and of the erasure does not place are told.
    /// </summary>
    private const string Unplaced =
        """
        with recursive liees as (
          (select 'masp.beneficiaires'::regclass::oid as id
           union
           select a.attrelid from pg_attribute a join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p')
           where a.attname in ('beneficiaire_id', 'mesure_id', 'demande_id', 'bon_de_commande_id', 'contrat_id') and not a.attisdropped)
          union
          select k.conrelid from pg_constraint k join liees l on k.confrelid = l.id and k.contype = 'f')
        select coalesce(string_agg(c.oid::regclass::text, ', ' order by c.oid::regclass::text), '')
        from liees t
        join pg_class c on c.oid = t.id join pg_namespace n on n.oid = c.relnamespace and n.nspname not in ('pg_catalog', 'information_schema')
        where not exists (select from masp.parties_du_dossier() p where p.nom_table::regclass = c.oid)
        """;

    [Fact]
    public async Task Every_table_that_refers_to_a_person_is_placed() => Assert.Equal("", await api.Sql.ReadAsync<string>(Unplaced));

    [Fact]
    public async Task A_planted_table_that_nobody_placed_is_told() => Assert.Equal(
        "acces.plantee, masp.plantee_fk, masp.plantee_nom",
        await api.Sql.UndoneAsync(
            "create table masp.plantee_nom (mesure_id uuid)",
            "create table acces.plantee (qui uuid references acces.utilisateurs)",
            "create table masp.plantee_fk (d varchar(3), x uuid, foreign key (d, x) references masp.demandes)",
            Unplaced));

    [Fact]
    public async Task What_is_not_given_to_the_person_says_why() =>
        Assert.Equal(0L, await api.Sql.ReadAsync<long>("select count(*) from masp.parties_du_dossier() where length(hors_export) < 20"));

    [Fact]
    public async Task The_export_holds_every_part_of_the_file_with_who_read_it()
    {
        var dossier = new DossierDEssai(api, "Zexporté");
        await dossier.AbandonnerAsync();
        await dossier.RectifierAsync(new { civilite = "madame", motif = "Essai." });
        var agent = await api.PersonAsync(DossierDEssai.Agent);

        var export = (await agent.GetAsync($"/beneficiaires/{dossier.Personne}/export.json")).Reussie();

        var tables = export.Corps!["parties"]!.AsArray().Select(p => p!["table"]!.ToString()).ToList();
        Assert.Equal(
            ["beneficiaires", "rectifications", "demandes", "points_ordre_du_jour", "avis", "bons_de_commande", "inscriptions", "deplacements", "echeances", "acces", "actes", "valeurs"], tables);
        foreach (var texte in new[] { "adresse", "motif", "avis", "décision", "fondement", "choix", "lieu", "abandon" })
            Assert.Contains($"{texte} de {dossier.Prenom} Zexporté", export.Texte, StringComparison.Ordinal);
        Assert.Contains("lireBeneficiaire", export.Corps!["parties"]!.AsArray().Single(p => p!["table"]!.ToString() == "acces")!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_is_itself_a_look_on_record()
    {
        var dossier = new DossierDEssai(api, "Zregardé");
        var personne = await dossier.DeposerAsync();

        (await (await api.PersonAsync(DossierDEssai.Agent)).GetAsync($"/beneficiaires/{personne}/export.json")).Reussie();

        Assert.Equal("exporterDossierJson export", await api.Sql.ReadAsync<string>(
            $"select concat_ws(' ', operation, nature) from journal.acces where beneficiaire_id = '{personne}' order by id desc limit 1"));
    }

    [Fact]
    public async Task The_person_is_given_their_own_file_and_nobody_elses()
    {
        var personne = await api.PersonAsync("beneficiaire@exemple.example");
        var soi = await api.Sql.ReadAsync<Guid>("select beneficiaire_id from acces.utilisateurs where email = 'beneficiaire@exemple.example'");
        var autre = await api.Sql.ReadAsync<Guid>($"select id from masp.beneficiaires where id <> '{soi}' order by id limit 1");

        Assert.Equal(soi.ToString(), (await personne.GetAsync($"/beneficiaires/{soi}/export.json")).Reussie().Lire("beneficiaireId"));
        (await personne.GetAsync($"/beneficiaires/{autre}/export.json")).AssertRefused(404, "beneficiaire.introuvable");
        Assert.Equal("export", await api.Sql.ReadAsync<string>($"select nature from journal.acces where beneficiaire_id = '{soi}' and role = 'Beneficiaire' order by id desc limit 1"));
    }

    [Fact]
    public async Task Nobody_else_is_given_the_whole_file()
    {
        var personne = await api.Sql.ReadAsync<Guid>("select beneficiaire_id from masp.mesures where etat = 'EnCours' order by id limit 1");

        (await (await api.PersonAsync(DossierDEssai.Agent)).GetAsync($"/beneficiaires/{DossierDEssai.Inconnue}/export.json")).AssertRefused(404, "beneficiaire.introuvable");
        foreach (var compte in new[] { "comptable@herault.example", "chef@titulaire-a.example", "intervenant@titulaire-a.example", "referent@ccas.example", "admin@herault.example" })
            Assert.Equal((compte, 403), (compte, (int)(await (await api.PersonAsync(compte)).GetAsync($"/beneficiaires/{personne}/export.json")).Statut));
        foreach (var role in Enum.GetValues<Role>().Except([Role.Agent, Role.Decideur]))
        {
            var refused = await api.Sql.RefusedAsync(SqlDeTest.Agent with { Role = role }, $"select count(*) from masp.dossier_de('{personne}')");
            Assert.Equal((role, "42501"), (role, refused.SqlState));
        }

        Assert.Equal(0L, await api.Sql.AsAsync(SqlDeTest.Agent with { DepartementCode = "35" }, $"select count(*) from masp.dossier_de('{personne}')"));
    }
}
