using Masp.Application.Commun;
using Masp.Infrastructure;
using Masp.Infrastructure.Acces;
using Masp.Testing.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Masp.Api.Tests.Attributions;

/// <summary>
/// A Departement with two Lots, two Titulaires each under open-ended Conventions, and accepted Demandes that wait for their turn.
/// The Conventions have no end, so that the replicas may live on the machine's own day.
/// </summary>
internal static class SalleDAttente
{
    public const int ParLot = 150;

    public static async Task FillAsync(BaseClonee clone)
    {
        await using (var connection = new NpgsqlConnection(clone.Proprietaire))
        {
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand(Sql, connection);
            await command.ExecuteNonQueryAsync();
        }

        await using var services = new ServiceCollection().AddLogging().AddMaspInfrastructure(clone.Application).AddScoped<ActeurCourant>().BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        await ComptesDeDemonstration.CreateAsync(scope.ServiceProvider, "34", Titulaire(1), Titulaire(2), Guid.Parse("00000000-0000-7000-8000-00000000000c"));
    }

    public static Guid Titulaire(int rang) => Guid.Parse($"00000000-0000-7000-8000-0000000000a{rang}");

    private static readonly string Sql =
        $"""
        select set_config('masp.departement', '34', false), set_config('masp.utilisateur', '00000000-0000-7000-8000-000000000001', false);
        insert into masp.departements (departement_code, nom, demonstration, revision) values ('34', 'Hérault', true, 0);
        insert into masp.lots (departement_code, code, nom, revision) select '34', l::text, 'Lot ' || l, 0 from generate_series(1, 2) l;
        insert into masp.tours_de_role (departement_code, lot_code, dernier_numero, dernier_ordre, revision) select '34', l::text, 0, 0, 0 from generate_series(1, 2) l;
        insert into masp.communes (departement_code, code_insee, nom, codes_postaux, revision) values ('34', '34001', 'Commune 1', array['34000'], 0), ('34', '34002', 'Commune 2', array['34000'], 0);
        insert into masp.affectations (departement_code, code_insee, debut, lot_code, zone, demonstration)
          values ('34', '34001', '2000-01-01', '1', 'Urbaine', true), ('34', '34002', '2000-01-01', '2', 'Rurale', true);
        insert into masp.titulaires (departement_code, id, nom, siret, adresse, iban, serie_facture, revision)
          select '34', ('00000000-0000-7000-8000-0000000000a' || t)::uuid, 'Titulaire ' || t, '0', '', '', 'T' || t, 0 from generate_series(1, 2) t;
        insert into masp.conventions (departement_code, titulaire_id, id, lot_code, numero, debut, fin, rang)
          select '34', ('00000000-0000-7000-8000-0000000000a' || t)::uuid, ('00000000-0000-7000-8000-000000000c' || l || t)::uuid, l::text, 'C' || l || t, '2000-01-01', null, t
          from generate_series(1, 2) t, generate_series(1, 2) l;
        insert into masp.services_referents (departement_code, id, nom, nature, revision) values ('34', '00000000-0000-7000-8000-00000000000c', 'CCAS', 'Ccas', 0);
        insert into masp.beneficiaires (departement_code, id, nom, prenom, date_naissance, revision)
          select '34', ('00000000-0000-7000-8000-1' || lpad(n::text, 11, '0'))::uuid, 'Nom' || n, 'Prenom', '1980-01-01', 0 from generate_series(1, {ParLot * 2}) n;
        insert into masp.commissions (departement_code, id, date, revision) values ('34', '00000000-0000-7000-8000-00000000000e', '2020-01-02', 0);
        insert into masp.demandes (departement_code, id, numero, beneficiaire_id, service_referent_id, commune_insee, lot_code, deposee_le, accord_le, prestations, etat,
            decision_sens, decision_date, decision_utilisateur_id, decision_avec_gestion, decision_duree_mois, decision_lot_code, revision,
            eligibilite_capable_de_s_engager, eligibilite_majeur, eligibilite_percoit_prestation, eligibilite_sans_alteration_medicale, eligibilite_sante_ou_securite_menacee)
          select '34', ('00000000-0000-7000-8000-2' || lpad(n::text, 11, '0'))::uuid, 'D-' || n, ('00000000-0000-7000-8000-1' || lpad(n::text, 11, '0'))::uuid,
            '00000000-0000-7000-8000-00000000000c', '3400' || l, l::text, '2020-01-01', '2020-01-01', array[]::text[], 'Acceptee',
            'Favorable', '2020-01-03', '00000000-0000-7000-8000-000000000001', true, 12, l::text, 0, true, true, true, true, true
          from generate_series(1, {ParLot * 2}) n, lateral (select case when n <= {ParLot} then 1 else 2 end as l) x;
        insert into masp.points_ordre_du_jour (departement_code, commission_id, ordre, demande_id)
          select '34', '00000000-0000-7000-8000-00000000000e', n, ('00000000-0000-7000-8000-2' || lpad(n::text, 11, '0'))::uuid from generate_series({ParLot - 19}, {ParLot}) n;
        """;
}
