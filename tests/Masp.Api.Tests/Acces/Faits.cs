using Masp.Domain.Acces;
using Masp.Domain.Commun;
using NodaTime;
using Npgsql;

namespace Masp.Api.Tests.Acces;

/// <summary>
/// The rows as a superuser reads them, and from them what the pure rules ask: who is a party of which record, and when. It knows nothing of
/// policies or filters.
/// </summary>
internal sealed class Faits
{
    private readonly Dictionary<Guid, Worker> _workers;
    private readonly ILookup<Guid, Absence> _absences;
    private readonly ILookup<Guid, Days> _suivis;
    private readonly ILookup<Guid, Days> _tenues;
    private readonly ILookup<Guid, File> _mesuresOfBon;
    private readonly ILookup<Guid, File> _bonsOfDemande;
    private readonly ILookup<Guid, File> _bonsOfPersonne;
    private readonly ILookup<Guid, File> _demandesOfPersonne;
    private readonly ILookup<(string, string), Guid> _conventions;
    private readonly Dictionary<string, NoteWritten> _notes;
    private readonly ILookup<(string, Guid), Guid> _deposants;
    private readonly Dictionary<Guid, Passage> _relais;

    private Faits(Rows rows)
    {
        _workers = rows.Workers.ToDictionary(w => w.Id);
        _absences = rows.Absences.ToLookup(a => a.IntervenantId);
        _suivis = rows.Suivis.ToLookup(s => s.MesureId);
        _tenues = rows.Tenues.ToLookup(t => t.MesureId);
        Mesures = rows.Mesures.ToDictionary(m => m.Id);
        Bons = rows.Bons.ToDictionary(b => b.Id);
        Demandes = rows.Demandes.ToDictionary(d => d.Id);
        Factures = rows.Factures.ToDictionary(f => f.Id);
        _mesuresOfBon = rows.Mesures.ToLookup(m => m.Parent);
        _bonsOfDemande = rows.Bons.ToLookup(b => b.Parent);
        _bonsOfPersonne = rows.Bons.ToLookup(b => b.BeneficiaireId);
        _demandesOfPersonne = rows.Demandes.ToLookup(d => d.BeneficiaireId);
        _deposants = rows.Deposants.ToLookup(d => (d.Departement, d.BeneficiaireId), d => d.ServiceReferentId);
        _notes = rows.Notes.ToDictionary(n => n.Id);
        _relais = rows.Relais.ToDictionary(r => r.Id);
        _conventions = rows.Conventions.ToLookup(c => (c.Departement, c.Lot), c => c.TitulaireId);
    }

    public IReadOnlyDictionary<Guid, File> Mesures { get; }

    public IReadOnlyDictionary<Guid, File> Bons { get; }

    public IReadOnlyDictionary<Guid, File> Demandes { get; }

    public IReadOnlyDictionary<Guid, File> Factures { get; }

    public static async Task<Faits> LoadAsync(NpgsqlConnection session) => new(new Rows(
        await ListAsync(session, "select id, utilisateur_id, titulaire_id, entree, sortie from masp.intervenants", r => new Worker(
            r.GetGuid(0), r.IsDBNull(1) ? null : r.GetGuid(1), r.GetGuid(2), Periode.Of(Day(r, 3)!.Value, Day(r, 4)))),
        await ListAsync(session, "select intervenant_id, remplacant_id, debut, fin from masp.absences", r => new Absence(
            r.GetGuid(0), r.GetGuid(1), Periode.Of(Day(r, 2)!.Value, Day(r, 3)))),
        await ListAsync(session, "select mesure_id, intervenant_id, debut, fin from masp.suivis", ReadDays),
        await ListAsync(session, "select mesure_id, titulaire_id, debut, fin from masp.tenues", ReadDays),
        await ListAsync(session, "select id, departement_code, beneficiaire_id, service_referent_id, titulaire_id, bon_de_commande_id, null::uuid, lot_code from masp.mesures", ReadFile),
        await ListAsync(session, "select id, departement_code, beneficiaire_id, service_referent_id, titulaire_id, demande_id, intervenant_id, lot_code from masp.bons_de_commande", ReadFile),
        await ListAsync(session, "select id, departement_code, beneficiaire_id, service_referent_id, null::uuid, id, null::uuid, lot_code from masp.demandes", ReadFile),
        await ListAsync(session, "select id, departement_code, id, null::uuid, titulaire_id, id, null::uuid, lot_code from masp.factures", ReadFile),
        await ListAsync(session, "select departement_code, id, service_deposant from masp.beneficiaires where service_deposant is not null", r => new Deposant(
            r.GetString(0), r.GetGuid(1), r.GetGuid(2))),
        await ListAsync(session, "select id::text, portee = 'Partagee', titulaire_id, service_referent_id from masp.notes", r => new NoteWritten(
            r.GetString(0), r.GetBoolean(1), new Organisme(r.IsDBNull(2) ? null : r.GetGuid(2), r.IsDBNull(3) ? null : r.GetGuid(3)))),
        await ListAsync(session, "select departement_code, lot_code, titulaire_id from masp.conventions", r => new Convention(r.GetString(0), r.GetString(1), r.GetGuid(2))),
        await ListAsync(session, "select id, departement_code, cedant_id, repreneur_id from masp.passages_de_relais", r => new Passage(
            r.GetGuid(0), r.GetString(1), r.GetGuid(2), r.GetGuid(3)))));

    public Cible Mesure(Guid id, NatureCible nature = NatureCible.Dossier, LocalDate? jour = null)
    {
        var mesure = Mesures[id];
        return Of(mesure, nature) with { Titulaires = [.. Serving(id)], Intervenants = [.. Following(id)], Jour = jour };
    }

    public Cible Note(string id, Guid mesure, LocalDate? le) =>
        Mesure(mesure, _notes[id].Partagee ? NatureCible.NotePartagee : NatureCible.NotePropre, le) with { Auteur = _notes[id].Auteur };

    public Cible Bon(Guid id)
    {
        var bon = Bons[id];
        return Join(Own(bon), _mesuresOfBon[id].Select(m => Mesure(m.Id)));
    }

    public Cible Demande(Guid id) => Join(Of(Demandes[id], NatureCible.Dossier), _bonsOfDemande[id].Select(b => Bon(b.Id) with { ServicesReferents = [] }));

    public Cible Personne(Guid id, string departement) => Join(
        new Cible(NatureCible.Dossier, departement) { BeneficiaireId = id, ServicesReferents = [.. _deposants[(departement, id)]] },
        _bonsOfPersonne[id].Where(b => b.Departement == departement).Select(b => Bon(b.Id))
            .Concat(_demandesOfPersonne[id].Where(d => d.Departement == departement).Select(d => Demande(d.Id))));

    public Cible Facture(Guid id) => Of(Factures[id], NatureCible.Facture) with
    {
        Titulaires = [new PartieTitulaire(Factures[id].TitulaireId!.Value, Periode.Of(LocalDate.MinIsoValue))],
    };

    public Cible Relais(Guid id) => new(NatureCible.Relais, _relais[id].Departement)
    {
        Titulaires = [.. new[] { _relais[id].CedantId, _relais[id].RepreneurId }.Select(t => new PartieTitulaire(t, Periode.Of(LocalDate.MinIsoValue)))],
    };

    public Cible Registre(string departement, string lot) => new(NatureCible.Registre, departement)
    {
        Titulaires = [.. _conventions[(departement, lot)].Select(t => new PartieTitulaire(t, Periode.Of(LocalDate.MinIsoValue)))],
    };

    public Guid TitulaireOf(Guid worker) => _workers[worker].TitulaireId;

    public static Cible Simple(NatureCible nature, string departement, Guid? titulaire = null) => new(nature, departement)
    {
        Titulaires = titulaire is { } t ? [new PartieTitulaire(t, Periode.Of(LocalDate.MinIsoValue))] : [],
    };

    private static Cible Of(File file, NatureCible nature) => new(nature, file.Departement)
    {
        ServicesReferents = file.ServiceReferentId is { } service ? [service] : [],
        BeneficiaireId = file.BeneficiaireId,
    };

    private static Cible Join(Cible own, IEnumerable<Cible> others) => others.Aggregate(own, (sum, one) => sum with
    {
        Titulaires = [.. sum.Titulaires, .. one.Titulaires],
        Intervenants = [.. sum.Intervenants, .. one.Intervenants],
        ServicesReferents = [.. sum.ServicesReferents, .. one.ServicesReferents],
    });

    private Cible Own(File bon) => Of(bon, NatureCible.Dossier) with
    {
        Titulaires = [new PartieTitulaire(bon.TitulaireId!.Value, Periode.Of(LocalDate.MinIsoValue))],
        Intervenants = bon.IntervenantId is { } worker ? [.. Standing(worker, Periode.Of(LocalDate.MinIsoValue))] : [],
    };

    private IEnumerable<PartieTitulaire> Serving(Guid mesure) => _tenues[mesure].Select(t => new PartieTitulaire(t.Qui, t.Jours));

    private IEnumerable<PartieIntervenant> Following(Guid mesure) => _suivis[mesure].SelectMany(s => Standing(s.Qui, s.Jours));

    /// <summary>The worker and those who stand in, as far as each is in the team (R26).</summary>
    private IEnumerable<PartieIntervenant> Standing(Guid worker, Periode jours) =>
        _absences[worker].Where(a => a.Jours.Overlaps(jours)).Select(a => (a.RemplacantId, Jours: a.Jours.Intersect(jours)!)).Prepend((worker, jours))
            .Where(w => _workers[w.Item1].UtilisateurId is not null && _workers[w.Item1].Presence.Overlaps(w.Item2))
            .Select(w => new PartieIntervenant(_workers[w.Item1].UtilisateurId!.Value, _workers[w.Item1].TitulaireId, _workers[w.Item1].Presence.Intersect(w.Item2)!));

    private static LocalDate? Day(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : LocalDate.FromDateOnly(reader.GetFieldValue<DateOnly>(column));

    private static Days ReadDays(NpgsqlDataReader r) => new(r.GetGuid(0), r.GetGuid(1), Periode.Of(Day(r, 2)!.Value, Day(r, 3)));

    private static File ReadFile(NpgsqlDataReader r) => new(
        r.GetGuid(0), r.GetString(1), r.GetGuid(2), r.IsDBNull(3) ? null : r.GetGuid(3), r.IsDBNull(4) ? null : r.GetGuid(4), r.GetGuid(5), r.IsDBNull(6) ? null : r.GetGuid(6),
        r.GetString(7));

    private static async Task<List<T>> ListAsync<T>(NpgsqlConnection session, string sql, Func<NpgsqlDataReader, T> row)
    {
        await using var command = new NpgsqlCommand(sql, session);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            rows.Add(row(reader));
        return rows;
    }

    internal sealed record File(
        Guid Id, string Departement, Guid BeneficiaireId, Guid? ServiceReferentId, Guid? TitulaireId, Guid Parent, Guid? IntervenantId, string Lot);

    private sealed record Worker(Guid Id, Guid? UtilisateurId, Guid TitulaireId, Periode Presence);

    private sealed record Absence(Guid IntervenantId, Guid RemplacantId, Periode Jours);

    private sealed record Days(Guid MesureId, Guid Qui, Periode Jours);

    private sealed record Convention(string Departement, string Lot, Guid TitulaireId);

    private sealed record Passage(Guid Id, string Departement, Guid CedantId, Guid RepreneurId);

    private sealed record Deposant(string Departement, Guid BeneficiaireId, Guid ServiceReferentId);

    private sealed record NoteWritten(string Id, bool Partagee, Organisme Auteur);

    private sealed record Rows(
        List<Worker> Workers, List<Absence> Absences, List<Days> Suivis, List<Days> Tenues, List<File> Mesures, List<File> Bons, List<File> Demandes, List<File> Factures,
        List<Deposant> Deposants, List<NoteWritten> Notes, List<Convention> Conventions, List<Passage> Relais);
}
