using Masp.Api.Tests.Socle;
using Masp.Testing.Postgres;
using Npgsql;

namespace Masp.Api.Tests.Donnees;

/// <summary>Acts that PostgreSQL refuses whoever asks, a superuser included; each is let through once its guard is taken away.</summary>
public sealed class GardesTests(DemonstrationDeTest demonstration) : IClassFixture<DemonstrationDeTest>
{
    private const string Emise = "(select id from masp.factures where etat = 'Emise' order by id limit 1)";
    private const string AValider = "(select id from masp.factures where etat = 'AValider' order by id limit 1)";

    private SqlDeTest Sql => new(demonstration.Base);

    /// <summary>Table, trigger, statement, SQL state.</summary>
    public static TheoryData<string, string, string, string> Refused => new()
    {
        { "inscriptions", "jamais_change", "update masp.inscriptions set explication = 'autre'", PostgresErrorCodes.IntegrityConstraintViolation },
        { "inscriptions", "jamais_change", "delete from masp.inscriptions", PostgresErrorCodes.IntegrityConstraintViolation },
        { "avis", "jamais_change", "update masp.avis set motif = 'autre'", PostgresErrorCodes.IntegrityConstraintViolation
        },
        { "avis", "jamais_change", "delete from masp.avis", PostgresErrorCodes.IntegrityConstraintViolation },
        { "baremes", "jamais_change", "update masp.baremes set sgu = sgu + 1", PostgresErrorCodes.IntegrityConstraintViolation },
        { "baremes", "jamais_change", "delete from masp.baremes", PostgresErrorCodes.IntegrityConstraintViolation },
        { "demandes", "garder_decision", "update masp.demandes set decision_date = decision_date - 1 where decision_sens is not null", PostgresErrorCodes.IntegrityConstraintViolation },
        { "demandes", "garder_decision", "update masp.demandes set decision_motif = 'autre' where decision_sens is not null", PostgresErrorCodes.IntegrityConstraintViolation },
        { "demandes", "garder_notification", "update masp.demandes set decision_notifiee_au_service_par = 'Courrier' where decision_notifiee_au_service_par = 'Courriel'", PostgresErrorCodes.IntegrityConstraintViolation },
        { "demandes", "garder_notification", "update masp.demandes set decision_notifiee_a_la_personne_le = null, decision_notifiee_a_la_personne_par = null where decision_date is not null", PostgresErrorCodes.IntegrityConstraintViolation },
        { "echeances", "garder_echeance", "update masp.echeances set tenue_le = tenue_le - 1 where etat = 'Tenue'", PostgresErrorCodes.IntegrityConstraintViolation },
        { "echeances", "garder_echeance", "update masp.echeances set commentaire = 'autre' where cause is not null", PostgresErrorCodes.IntegrityConstraintViolation },
        { "echeances", "verifier_decalage", "update masp.echeances set limite = limite + 7 where etat = 'Ouverte' and nature = 'BilanFinal' and extract(isodow from limite + 7) < 6", PostgresErrorCodes.CheckViolation },
        {
            "decalages", "jamais_change",
            "insert into masp.decalages (departement_code, echeance_id, rang, de, a, motif, par, le) select departement_code, id, 90, limite, limite, 'essai', id, limite from masp.echeances limit 1;"
            + " update masp.decalages set motif = 'autre'", PostgresErrorCodes.IntegrityConstraintViolation
        },
        { "factures", "garder_facture", $"update masp.factures set motif = 'autre' where id = {Emise}", PostgresErrorCodes.IntegrityConstraintViolation },
        { "factures", "garder_facture", $"update masp.factures set etat = 'Validee', numero = null where id = {Emise}", PostgresErrorCodes.IntegrityConstraintViolation },
        { "lignes_facture", "garder_lignes", $"update masp.lignes_facture set ordre = ordre + 1000 where facture_id = {Emise}", PostgresErrorCodes.IntegrityConstraintViolation },
        { "lignes_detaillees", "garder_lignes", $"update masp.lignes_detaillees set motif = 'autre' where facture_id = {Emise}", PostgresErrorCodes.IntegrityConstraintViolation },
        { "lignes_detaillees", "garder_lignes", $"delete from masp.lignes_detaillees where facture_id = {Emise}", PostgresErrorCodes.IntegrityConstraintViolation },
        { "factures", "verifier_total", $"update masp.factures set total = total + 1 where id = {AValider}", PostgresErrorCodes.CheckViolation },
        { "lignes_facture", "verifier_total", $"update masp.lignes_facture set montant = montant + 1 where facture_id = {AValider}", PostgresErrorCodes.CheckViolation },
        { "lignes_facture", "verifier_total", $"delete from masp.lignes_facture where facture_id = {AValider}", PostgresErrorCodes.CheckViolation },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_never_changes_is_refused_and_only_by_its_guard(string table, string trigger, string statement, string state)
    {
        await Sql.UnchangedAsync(async () =>
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => Sql.UndoneAsync(statement, "set constraints all immediate"));
            Assert.Equal(state, refused.SqlState);
            await Sql.UndoneAsync($"alter table masp.{table} disable trigger {trigger}", statement, "set constraints all immediate");
        });
    }

    [Fact]
    public async Task Nobody_writes_in_any_table_without_saying_who_acts()
    {
        foreach (var table in await Sql.TablesAsync())
        {
            var statement = $"update masp.{table} set departement_code = departement_code where false";
            var refused = await Assert.ThrowsAsync<PostgresException>(() => Sql.UndoneAsync("select set_config('masp.utilisateur', '', true)", statement));
            Assert.Equal((table, PostgresErrorCodes.InsufficientPrivilege), (table, refused.SqlState));
            await Sql.UndoneAsync(statement);
            await Sql.UndoneAsync("select set_config('masp.utilisateur', '', true)", $"alter table masp.{table} disable trigger exiger_acteur", statement);
        }
    }

    /// <summary>Table, constraint, the changes that make a twin row overlap.</summary>
    [Theory]
    [InlineData("contrats", "ex_contrat_chevauchement", "'rang', 99")]
    [InlineData("conventions", "ex_convention_chevauchement", "'rang', 99")]
    [InlineData("conventions", "ex_convention_rang", "'titulaire_id', (select id from masp.titulaires x where x.id <> t.titulaire_id limit 1)")]
    [InlineData("habilitations", "ex_habilitation_chevauchement", "")]
    [InlineData("suspensions", "ex_suspension_chevauchement", "")]
    public async Task Periods_that_may_not_overlap_do_not(string table, string constraint, string changes)
    {
        var twin =
            $"""
            insert into masp.{table}
              select (jsonb_populate_record(null::masp.{table}, to_jsonb(t) || jsonb_build_object('id', gen_random_uuid()) || jsonb_build_object({changes}))).*
              from masp.{table} t order by t.id limit 1
            """;
        await Sql.UnchangedAsync(async () =>
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => Sql.UndoneAsync(
                constraint == "ex_convention_rang" ? "alter table masp.conventions drop constraint ex_convention_chevauchement" : "select 1", twin));
            Assert.Equal((PostgresErrorCodes.ExclusionViolation, constraint), (refused.SqlState, refused.ConstraintName));
            await Sql.UndoneAsync(
                $"alter table masp.{table} drop constraint {constraint}",
                table == "conventions" ? $"alter table masp.conventions drop constraint if exists {(constraint == "ex_convention_rang" ? "ex_convention_chevauchement" : "ex_convention_rang")}" : "select 1",
                twin);
        });
    }

    /// <summary>A rule of one row, or of one row among all.</summary>
    [Theory]
    [InlineData("ux_bon_de_commande_demande", "update masp.bons_de_commande set demande_id = (select demande_id from masp.bons_de_commande where etat <> 'Annule' order by id limit 1) where etat <> 'Annule'")]
    [InlineData("ux_mesure_beneficiaire_en_cours", "update masp.mesures set beneficiaire_id = (select beneficiaire_id from masp.mesures where etat = 'EnCours' order by id limit 1) where etat = 'EnCours'")]
    [InlineData("ux_commission_date", "update masp.commissions set date = (select min(date) from masp.commissions)")]
    [InlineData("ux_echeance_dossier", "update masp.echeances set occurrence = '' where nature = 'BilanEtape' and etat = 'Ouverte'")]
    [InlineData("ux_echeance_organisme", "insert into masp.echeances select (jsonb_populate_record(null::masp.echeances, to_jsonb(e) || jsonb_build_object('id', gen_random_uuid()))).* from masp.echeances e where bon_de_commande_id is null order by id limit 1")]
    [InlineData("ck_echeance_sujet", "update masp.echeances set titulaire_id = (select id from masp.titulaires limit 1) where nature = 'BilanFinal' and etat = 'Ouverte'")]
    [InlineData("ck_echeance_close", "update masp.echeances set close_le = limite where etat = 'Ouverte'")]
    [InlineData("ck_echeance_tenue", "update masp.echeances set etat = 'Tenue', close_le = limite + 60, tenue_le = limite + 60 where nature = 'BilanFinal' and etat = 'Ouverte'")]
    [InlineData("ck_echeance_motif", "update masp.echeances set cause = 'Autre' where etat = 'Ouverte' and cause is null")]
    [InlineData("ck_echeance_motif_rencontre", "update masp.echeances set etat = 'TenueEnRetard', close_le = limite + 60, tenue_le = limite + 60 where nature = 'PremiereRencontre' and etat = 'Ouverte' and cause is null")]
    [InlineData("ck_echeance_jour", "update masp.echeances set limite = limite + (6 - extract(isodow from limite)::int) where nature = 'BilanFinal' and etat = 'Ouverte'")]
    [InlineData("ck_bon_signe", "update masp.bons_de_commande set signe_le = null where etat = 'Signe'")]
    [InlineData("ck_facture_numero", "update masp.factures set numero = 'X-00001' where id = " + AValider)]
    [InlineData("ck_contrat_dates", "update masp.contrats set fin_prevue = debut - 1")]
    [InlineData("ck_demande_notification_personne", "update masp.demandes set decision_notifiee_a_la_personne_le = decision_date, decision_notifiee_a_la_personne_par = null where decision_date is not null and decision_notifiee_a_la_personne_le is null")]
    [InlineData("ck_demande_notification_service", "alter table masp.demandes disable trigger garder_notification; update masp.demandes set decision_notifiee_au_service_le = decision_date - 1 where decision_notifiee_au_service_le is not null")]
    [InlineData("ck_demande_accord", "update masp.demandes set accord_le = deposee_le + 1")]
    public async Task What_one_row_may_not_say_is_refused(string constraint, string statement)
    {
        await Sql.UnchangedAsync(async () =>
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => Sql.UndoneAsync(statement));
            Assert.Equal(constraint, refused.ConstraintName);
        });
    }

    [Theory]
    [InlineData("update masp.inscriptions set explication = 'autre'")]
    [InlineData("update masp.avis set motif = 'autre'")]
    [InlineData("update masp.baremes set sgu = sgu + 1")]
    [InlineData("delete from masp.mesures")]
    [InlineData("delete from masp.demandes")]
    [InlineData("alter table masp.mesures disable row level security")]
    [InlineData("set role masp_proprietaire")]
    [InlineData("truncate masp.series")]
    public async Task Who_runs_the_application_may_not_even_try(string statement) =>
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Sql.RefusedAsync(SqlDeTest.Agent, statement)).SqlState);
}
