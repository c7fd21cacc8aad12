using System.Diagnostics;
using Masp.Benchmarks.Banc;
using Masp.Infrastructure.Journal;
using Npgsql;

namespace Masp.Benchmarks.Travaux;

/// <summary>Half a million acts with their values, half a million looks: sealed, then verified from the first block to the last.</summary>
internal sealed class UnMillionDeLignes(Bases bases)
{
    private const int Lignes = 1_000_000;
    private const double SecondesAuPlus = 60;

    private const string Remplir =
        """
        set session_replication_role = replica;
        with v as (
          select n, uuid_send(gen_random_uuid()) as sel,
            jsonb_build_object('etat', 'Emis', 'recu_le', null, 'revision', n) as avant, jsonb_build_object('etat', 'Recu', 'recu_le', '2026-03-16', 'revision', n + 1) as apres
          from generate_series(1, 500000) n),
        a as (
          insert into journal.actes (departement_code, instant, utilisateur_id, role, acte, requete_id, nature, objet, cle, beneficiaire_id, empreinte_valeurs)
          select '34', now() + n * interval '1 ms', gen_random_uuid(), 'Integrateur', 'accuserReception', gen_random_uuid(), 'modification', 'bons_de_commande', gen_random_uuid()::text,
            gen_random_uuid(), sha256(sel || convert_to(jsonb_build_array(avant, apres)::text, 'UTF8')) from v order by n
          returning id, empreinte_valeurs)
        insert into journal.valeurs
        select '34', a.id, v.sel, v.avant, v.apres from a join v on a.empreinte_valeurs = sha256(v.sel || convert_to(jsonb_build_array(v.avant, v.apres)::text, 'UTF8'));
        insert into journal.acces (departement_code, instant, utilisateur_id, role, operation, requete_id, nature, objet, objet_id, beneficiaire_id, mesure_id)
        select '34', now() + n * interval '1 ms', gen_random_uuid(), 'Agent', 'lireMesure', gen_random_uuid(), 'dossier', 'mesure', gen_random_uuid(), gen_random_uuid(), gen_random_uuid()
        from generate_series(1, 500000) n;
        analyze journal.actes; analyze journal.valeurs; analyze journal.acces;
        """;

    public async Task<IEnumerable<Ligne>> RunAsync(BaseMesuree petite)
    {
        var donnees = await bases.CopyAsync(petite, "masp_verification", Remplir);
        await using var source = NpgsqlDataSource.Create(donnees.Application);
        var sealing = Stopwatch.StartNew();
        await Scellement.RunAsync(source, CancellationToken.None);
        sealing.Stop();
        var clock = Stopwatch.StartNew();
        var seen = await VerificationDuJournal.RunAsync(donnees.Administration, null, null, CancellationToken.None);
        var seconds = clock.Elapsed.TotalSeconds;
        if (!seen.Intact || seen.Actes + seen.Acces < Lignes)
            throw new InvalidOperationException($"Not the million that was asked for: {seen}");
        return
        [
            new Ligne("seal 1,000,000 rows of the journals", $"{Tableau.Number(Lignes / sealing.Elapsed.TotalSeconds)} rows/s", "–", "–", "–", null),
            new Ligne(
                "verify 1,000,000 rows of the journals, first block to last", $"{Tableau.Number(seconds)} s, {Tableau.Number(Lignes / seconds)} rows/s", "–", "–", "≤ 60 s", seconds <= SecondesAuPlus),
        ];
    }
}
