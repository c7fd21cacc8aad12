using Masp.Api.Tests.Socle;
using Masp.Domain.Acces;
using Masp.Domain.Commun;
using NodaTime;

namespace Masp.Api.Tests.Acces;

/// <summary>Chooses the files of the matrix among those of the demonstration, and puts them in the state it needs: who follows, who stands in, what was handed over.</summary>
internal sealed class MondeDesDroits(SqlDeTest sql, LocalDate jour)
{
    private const string Enough = "m.departement_code = '34' and m.etat = 'EnCours' and m.titulaire_precedent_id is null";

    private static readonly Guid CompteEnCharge = new("00000000-0000-7000-8000-0000000000e1");
    private static readonly Guid CompteRemplacant = new("00000000-0000-7000-8000-0000000000e2");
    private static readonly Guid CompteDHier = new("00000000-0000-7000-8000-0000000000e3");
    private static readonly Guid CompteAuLoin = new("00000000-0000-7000-8000-0000000000e4");

    private readonly List<Guid> _taken = [];
    private Guid _titulaire;
    private Guid _autre;
    private string _lot = string.Empty;
    private string _autreLot = string.Empty;
    private Guid[] _equipe = [];
    private Dossier? _own;
    private Guid _service;

    public async Task<IReadOnlyList<Dossier>> BuildAsync()
    {
        _titulaire = await sql.ReadAsync<Guid>($"select titulaire_id from masp.mesures m where {Enough} group by 1 having count(distinct lot_code) > 1 order by count(*) desc, 1 limit 1");
        var lots = await sql.ReadAsync<string[]>($"select array_agg(distinct lot_code order by lot_code) from masp.mesures m where {Enough} and titulaire_id = '{_titulaire}'");
        (_lot, _autreLot) = (lots[0], lots[1]);
        _autre = await sql.ReadAsync<Guid>($"select titulaire_id from masp.mesures m where {Enough} and lot_code = '{_lot}' and titulaire_id <> '{_titulaire}' group by 1 order by count(*) desc, 1 limit 1");
        await StaffAsync();

        _own = await TakeAsync("le sien", $"m.titulaire_id = '{_titulaire}' and m.lot_code = '{_lot}'");
        _service = await sql.ReadAsync<Guid>($"select service_referent_id from masp.mesures where id = '{_own.Mesure}'");
        await FollowAsync(_own.Mesure, _equipe[0]);
        var foreign = $"m.service_referent_id <> '{_service}' and m.beneficiaire_id <> '{_own.Personne}'";
        var same = await TakeAsync("même lot", $"m.titulaire_id = '{_titulaire}' and m.lot_code = '{_lot}' and {foreign}");
        await FollowAsync(same.Mesure, _equipe[3]);
        var far = await TakeAsync("autre lot", $"m.titulaire_id = '{_titulaire}' and m.lot_code = '{_autreLot}' and {foreign}");
        await FollowAsync(far.Mesure, _equipe[3]);
        var other = await TakeAsync("autre titulaire", $"m.titulaire_id = '{_autre}' and m.lot_code = '{_lot}' and {foreign}");
        var ended = await TakeAsync("terminé", $"m.titulaire_id = '{_titulaire}' and m.service_referent_id = '{_service}'", "Terminee");
        await FollowAsync(ended.Mesure, _equipe[0]);
        var past = await TakeAsync("relais passé", $"m.titulaire_id = '{_titulaire}' and m.lot_code = '{_lot}' and {foreign}");
        await FollowAsync(past.Mesure, _equipe[0]);
        await HandOverAsync(past.Mesure, _autre, jour);
        var future = await TakeAsync("relais à venir", $"m.titulaire_id = '{_titulaire}' and m.lot_code = '{_lot}' and {foreign}");
        await FollowAsync(future.Mesure, _equipe[0]);
        await HandOverAsync(future.Mesure, _autre, jour.PlusDays(10));
        var received = await TakeAsync("relais reçu", $"m.titulaire_id = '{_autre}' and m.lot_code = '{_lot}' and {foreign}");
        await HandOverAsync(received.Mesure, _titulaire, jour);
        return [_own, same, far, other, ended, past, future, received];
    }

    /// <summary>Everybody who calls, in both Departements: the same bodies and ids, told of another one, open nothing.</summary>
    public IEnumerable<Personnage> Personnages() => from departement in new[] { "34", Fixtures.AutreDepartement } from who in In(departement) select who;

    private IEnumerable<Personnage> In(string departement)
    {
        var suffixe = departement == "34" ? string.Empty : "-ailleurs";
        foreach (var role in Enum.GetValues<Role>())
        {
            var acteur = new Acteur(
                departement, role == Role.Intervenant ? CompteEnCharge : SqlDeTest.Agent.UtilisateurId, role,
                role is Role.ChefTitulaire or Role.Intervenant ? _titulaire : null,
                role == Role.Referent ? _service : null,
                role == Role.Beneficiaire ? _own!.Personne : null,
                role == Role.Auditeur ? Periode.Of(jour.PlusDays(-10), jour) : null);
            yield return new Personnage(
                role + suffixe, acteur, role switch { Role.Integrateur => $"{Portees.Lecture} {Portees.Ecriture}", Role.Exports => Portees.Exports, _ => null });
            if (departement != "34")
                continue;
            switch (role)
            {
                case Role.Intervenant:
                    yield return new Personnage("Remplacant", acteur with { UtilisateurId = CompteRemplacant });
                    yield return new Personnage("RemplacantDHier", acteur with { UtilisateurId = CompteDHier });
                    yield return new Personnage("Collegue", acteur with { UtilisateurId = CompteAuLoin });
                    break;
                case Role.ChefTitulaire:
                    yield return new Personnage("AutreChef", acteur with { TitulaireId = _autre });
                    break;
                case Role.Auditeur:
                    yield return new Personnage("AuditeurEchu", acteur with { Validite = Periode.Of(jour.PlusDays(-10), jour.PlusDays(-1)) });
                    yield return new Personnage("AuditeurAVenir", acteur with { Validite = Periode.Of(jour.PlusDays(1), jour.PlusDays(10)) });
                    break;
                case Role.Integrateur:
                    yield return new Personnage("IntegrateurEnLecture", acteur, Portees.Lecture);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>Four workers of the Titulaire: one in charge, one standing in today, one who did until yesterday, one who follows other files.</summary>
    private async Task StaffAsync()
    {
        _equipe = await sql.ReadAsync<Guid[]>(
            $"select array_agg(id order by entree, id) from masp.intervenants where titulaire_id = '{_titulaire}' and not est_chef and sortie is null and entree < date '{jour:yyyy-MM-dd}' - 400");
        Assert.True(_equipe.Length >= 4, "The Titulaire of the matrix needs four workers.");
        foreach (var (compte, rang) in new[] { CompteEnCharge, CompteRemplacant, CompteDHier, CompteAuLoin }.Select((c, i) => (c, i)))
            await sql.WriteAsync($"update masp.intervenants set utilisateur_id = '{compte}' where id = '{_equipe[rang]}'");
        await sql.WriteAsync($"delete from masp.absences where intervenant_id = '{_equipe[0]}' or remplacant_id in ('{_equipe[1]}', '{_equipe[2]}')");
        await AbsentAsync(_equipe[0], _equipe[2], jour.PlusDays(-5), jour.PlusDays(-1));
        await AbsentAsync(_equipe[0], _equipe[1], jour, jour.PlusDays(4));
    }

    private Task AbsentAsync(Guid worker, Guid standIn, LocalDate debut, LocalDate fin) => sql.WriteAsync(
        $"""
        insert into masp.absences (departement_code, intervenant_id, id, debut, fin, remplacant_id)
        values ('34', '{worker}', gen_random_uuid(), '{debut:yyyy-MM-dd}', '{fin:yyyy-MM-dd}', '{standIn}')
        """);

    private async Task<Dossier> TakeAsync(string cas, string condition, string etat = "EnCours")
    {
        var taken = string.Join(", ", _taken.Append(Guid.Empty).Select(id => $"'{id}'"));
        var ids = await sql.ReadAsync<Guid[]>(
            $"""
            select array[m.id, m.bon_de_commande_id, b.demande_id, m.beneficiaire_id, m.titulaire_id] from masp.mesures m
            join masp.bons_de_commande b on b.departement_code = m.departement_code and b.id = m.bon_de_commande_id and b.titulaire_id = m.titulaire_id
            where {Enough.Replace("'EnCours'", $"'{etat}'", StringComparison.Ordinal)} and {condition} and m.id not in ({taken})
              and (select count(*) from masp.mesures o where o.departement_code = m.departement_code and o.beneficiaire_id = m.beneficiaire_id) = 1
              and (select count(*) from masp.tenues t where t.departement_code = m.departement_code and t.mesure_id = m.id) = 1
              and m.debut < date '{jour:yyyy-MM-dd}' - 30
            order by m.debut desc, m.id limit 1
            """);
        _taken.Add(ids[0]);
        var lot = await sql.ReadAsync<string>($"select lot_code from masp.mesures where id = '{ids[0]}'");
        var factures = await sql.ReadAsync<Guid[]>(
            $"select coalesce(array_agg(id), '{{}}') from (select id from masp.factures where titulaire_id = '{ids[4]}' and lot_code = '{lot}' and etat = 'Emise' order by id limit 1) f");
        return new Dossier(cas, ids[0], ids[1], ids[2], ids[3], ids[4], lot, factures.Length > 0 ? factures[0] : null);
    }

    /// <summary>Nobody else follows it from its first day on.</summary>
    private Task FollowAsync(Guid mesure, Guid worker) => sql.WriteAsync(
        $"""
        delete from masp.suivis where mesure_id = '{mesure}';
        insert into masp.suivis (departement_code, mesure_id, debut, intervenant_id) select '34', id, debut, '{worker}' from masp.mesures where id = '{mesure}';
        update masp.mesures set intervenant_id = '{worker}', intervenant_depuis = debut where id = '{mesure}'
        """);

    /// <summary>As the hand-over writes it: the Titulaire stops the day before, and its worker with it (R24).</summary>
    private Task HandOverAsync(Guid mesure, Guid to, LocalDate day) => sql.WriteAsync(
        $"""
        update masp.tenues set fin = date '{day:yyyy-MM-dd}' - 1 where mesure_id = '{mesure}' and debut < '{day:yyyy-MM-dd}';
        insert into masp.tenues (departement_code, mesure_id, debut, contrat_id, titulaire_id, convention_id)
          select departement_code, mesure_id, '{day:yyyy-MM-dd}', contrat_id, '{to}', convention_id from masp.tenues where mesure_id = '{mesure}' and debut < '{day:yyyy-MM-dd}';
        update masp.suivis set fin = date '{day:yyyy-MM-dd}' - 1 where mesure_id = '{mesure}';
        update masp.mesures set titulaire_precedent_id = titulaire_id, titulaire_id = '{to}', titulaire_depuis = '{day:yyyy-MM-dd}', intervenant_id = null, intervenant_depuis = null
        where id = '{mesure}'
        """);
}
