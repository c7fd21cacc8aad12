using Masp.Api.Tests.Socle;
using Masp.Domain.Acces;
using NodaTime;
using NodaTime.Text;

namespace Masp.Api.Tests.Titulaires;

/// <summary>
/// R61: a measure is the worker's in charge, and the stand-in's on the days of the absence. Each is asked over HTTP, where the application
/// answers, and of PostgreSQL as <c>masp_app</c>, where the policies do.
/// </summary>
public sealed class VuesDeLIntervenantTests(ApiDeTest api) : IClassFixture<ApiDeTest>
{
    private const string Alix = "intervenant@titulaire-a.example";
    private const string MoiSql = "(select id from masp.intervenants where departement_code = '34' and utilisateur_id = '017c4a1a-2500-7000-8000-000000000005')";
    private static readonly Guid AlixId = new("017c4a1a-2500-7000-8000-000000000005");

    /// <summary>A colleague with running measures, none of whom is away or stood in for after the last day of the demonstration.</summary>
    private const string Collegue =
        $"select i.id from masp.intervenants i join masp.mesures m on m.intervenant_id = i.id and m.etat = 'EnCours' and m.fin_prevue > '2027-01-31' where i.titulaire_id = (select titulaire_id from masp.intervenants where id = {MoiSql}) and i.id <> {MoiSql} and i.sortie is null group by i.id order by count(*) desc, i.id";

    [Fact]
    public async Task The_worker_sees_the_measures_in_charge_and_not_those_of_a_colleague_at_the_same_titulaire()
    {
        var theirs = await api.Sql.ReadAsync<Guid>($"select m.id from masp.mesures m where m.intervenant_id = ({Collegue} limit 1) and m.etat = 'EnCours' order by m.id limit 1");
        var mine = await api.Sql.ReadAsync<Guid>($"select m.id from masp.mesures m where m.intervenant_id = {MoiSql} and m.etat = 'EnCours' order by m.id limit 1");
        var running = await api.Sql.ReadAsync<long>($"select count(*) from masp.mesures m where m.intervenant_id = {MoiSql} and m.etat = 'EnCours'");

        Assert.InRange(running, 20, 36);
        Assert.Equal((1, 0), (await SeenAsync(mine, DemonstrationJour), await SeenAsync(theirs, DemonstrationJour)));
    }

    [Theory]
    [InlineData("2026-11-01", 0)]
    [InlineData("2026-11-02", 1)]
    [InlineData("2026-11-13", 1)]
    [InlineData("2026-11-14", 0)]
    public async Task The_stand_in_sees_them_from_the_first_to_the_last_day_of_the_absence(string jour, int seen)
    {
        await AbsentAsync();
        var theirs = await api.Sql.ReadAsync<Guid>($"select m.id from masp.mesures m where m.intervenant_id = ({Collegue} limit 1) and m.etat = 'EnCours' and m.fin_prevue > '2027-01-31' order by m.id limit 1");

        Assert.Equal(seen, await SeenAsync(theirs, Date(jour)));
    }

    [Theory]
    [InlineData("2026-06-30", 0)]
    [InlineData("2026-07-01", 1)]
    public async Task A_worker_sees_a_measure_from_the_first_day_in_charge(string jour, int seen)
    {
        var mesure = await api.Sql.ReadAsync<Guid>($"select m.id from masp.mesures m where m.intervenant_id = ({Collegue} offset 1 limit 1) and m.etat = 'EnCours' and m.fin_prevue > '2027-01-31' order by m.id limit 1");
        if (await api.Sql.ReadAsync<long>($"select count(*) from masp.suivis where mesure_id = '{mesure}' and debut = '2026-07-01'") == 0)
        {
            await api.Sql.WriteAsync(
                $"""
                update masp.suivis set fin = '2026-06-30' where mesure_id = '{mesure}' and fin is null;
                insert into masp.suivis (departement_code, mesure_id, debut, intervenant_id) values ('34', '{mesure}', '2026-07-01', {MoiSql});
                update masp.mesures set intervenant_id = {MoiSql}, intervenant_depuis = '2026-07-01' where id = '{mesure}';
                """);
        }

        Assert.Equal(seen, await SeenAsync(mesure, Date(jour)));
        await api.Sql.WriteAsync(
            $"delete from masp.suivis where mesure_id = '{mesure}' and debut = '2026-07-01'; update masp.suivis set fin = null where mesure_id = '{mesure}' and fin = '2026-06-30'; "
            + $"update masp.mesures m set intervenant_id = s.intervenant_id, intervenant_depuis = s.debut from masp.suivis s where m.id = '{mesure}' and s.mesure_id = m.id and s.fin is null");
    }

    [Theory]
    [InlineData("2029-12-31", true)]
    [InlineData("2030-01-01", false)]
    public async Task A_worker_who_left_sees_nothing_from_the_day_after(string jour, bool sees)
    {
        await api.Sql.WriteAsync($"update masp.intervenants set sortie = '2029-12-31' where id = {MoiSql}");

        Assert.Equal(sees, (long)(await api.Sql.AsAsync(await ActeurAsync(), "select count(*) from masp.mesures", Date(jour)))! > 0);
        await api.Sql.WriteAsync($"update masp.intervenants set sortie = null where id = {MoiSql}");
    }

    [Theory]
    [InlineData("masp.contrats", "mesure_id")]
    [InlineData("masp.residences", "mesure_id")]
    [InlineData("masp.suivis", "mesure_id")]
    public async Task The_rows_below_a_measure_are_seen_with_it(string table, string key)
    {
        var foreign = await api.Sql.AsAsync(
            await ActeurAsync(), $"select count(*) from {table} t where not exists (select from masp.mesures m where m.id = t.{key} and m.intervenant_id in (select masp.intervenants_tenus()))");

        Assert.Equal(0L, foreign);
        Assert.NotEqual(0L, await api.Sql.AsAsync(await ActeurAsync(), $"select count(*) from {table}"));
    }

    private static LocalDate DemonstrationJour => Date(ApiDeTest.Aujourdhui);

    private static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;

    private async Task<Acteur> ActeurAsync() => new("34", AlixId, Role.Intervenant, await api.Sql.ReadAsync<Guid>($"select titulaire_id from masp.intervenants where id = {MoiSql}"));

    private async Task AbsentAsync()
    {
        if (await api.Sql.ReadAsync<long>("select count(*) from masp.absences where debut = '2026-11-02'") == 0)
        {
            await api.Sql.WriteAsync(
                $"insert into masp.absences (departement_code, id, intervenant_id, debut, fin, remplacant_id) select '34', gen_random_uuid(), ({Collegue} limit 1), '2026-11-02', '2026-11-13', {MoiSql}");
        }
    }

    /// <summary>1 when the application and the policies both show it, 0 when neither does; anything else is a disagreement.</summary>
    private async Task<int> SeenAsync(Guid mesure, LocalDate jour)
    {
        var rows = (long)(await api.Sql.AsAsync(await ActeurAsync(), $"select count(*) from masp.mesures where id = '{mesure}'", jour))!;
        api.Avancer(jour);
        var person = await api.PersonAsync(Alix);
        var read = (int)(await person.GetAsync($"/mesures/{mesure}")).Statut == 200;
        var told = (int)(await person.GetAsync($"/mesures/{mesure}/chronologie")).Statut == 200;
        api.Avancer(DemonstrationJour);
        Assert.Equal((rows == 1, rows == 1), (read, told));
        return (int)rows;
    }
}
