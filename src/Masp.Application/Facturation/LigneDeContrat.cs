using Masp.Domain.Commun;
using Masp.Domain.Facturation;
using Masp.Domain.Mesures;
using Masp.Domain.Territoires;
using NodaTime;
using Npgsql;

namespace Masp.Application.Facturation;

/// <summary>A row of <see cref="SqlDeFacture.Contrats"/>, in the words of the domain.</summary>
/// <param name="Parametres">Of the Reglement of its first day (R60).</param>
internal sealed record LigneDeContrat(Guid TitulaireId, string LotCode, ContratDuTrimestre Contrat, Parametres Parametres, IReadOnlyList<MoisFacture> Factures)
{
    /// <exception cref="TarifImpossibleException">The commune of residence has no Zone.</exception>
    public static LigneDeContrat Read(NpgsqlDataReader reader, Zonage zonage, Reglements reglements, Dictionary<Guid, LocalDate> gels)
    {
        var id = reader.GetGuid(0);
        var debut = reader.GetFieldValue<LocalDate>(5);
        var parametres = reglements.On(debut);
        var tenues = Array<Guid>(reader, 25).Zip(Array<LocalDate>(reader, 26), Array<LocalDate>(reader, 27)).Select(t => (t.First, Periode.Of(t.Second, t.Third)));
        var faits = new FaitsDuContrat(
            debut, reader.GetFieldValue<LocalDate>(6), Date(reader, 7), reader.GetBoolean(8),
            parametres.GelApresConvention ? Tenue.Freeze(tenues, c => gels.TryGetValue(c, out var gel) ? gel : null) : null);
        var priced = zonage.Price(
            faits,
            [.. Array<LocalDate>(reader, 10).Zip(Array<LocalDate>(reader, 11), (premier, dernier) => Periode.Of(premier, dernier))],
            [.. Array<LocalDate>(reader, 12).Zip(Array<bool>(reader, 13))],
            [.. Array<LocalDate>(reader, 14).Zip(Array<string>(reader, 15))]);
        if (!priced.IsSuccess)
            throw new TarifImpossibleException(priced.Error);
        return new LigneDeContrat(
            reader.GetGuid(2), reader.GetString(3), new ContratDuTrimestre(id, reader.GetString(1), priced.Value, Date(reader, 9), Periode.Of(reader.GetFieldValue<LocalDate>(4), Date(reader, 24))), parametres, ReadFactures(id, reader));
    }

    public static (Guid TitulaireId, string LotCode, ForfaitAFacturer Forfait) ReadForfait(NpgsqlDataReader reader) =>
        (reader.GetGuid(0), reader.GetString(1), new ForfaitAFacturer(reader.GetGuid(2), reader.GetString(3), reader.GetFieldValue<LocalDate>(4)));

    private static IReadOnlyList<MoisFacture> ReadFactures(Guid contratId, NpgsqlDataReader reader)
    {
        if (reader.IsDBNull(16))
            return [];
        var mois = Array<int>(reader, 16);
        var factures = Array<Guid>(reader, 17);
        var types = Array<string>(reader, 18);
        var prix = Array<long>(reader, 19);
        var montants = Array<long>(reader, 20);
        var baremes = Array<Guid>(reader, 21);
        var debuts = Array<LocalDate>(reader, 22);
        var fins = Array<LocalDate>(reader, 23);
        return
        [
            .. mois.Select((numero, i) => new MoisFacture(
                contratId, numero, factures[i], Enum.Parse<TypeMesure>(types[i]), new Money(prix[i]), new Money(montants[i]), baremes[i], debuts[i], fins[i])),
        ];
    }

    private static LocalDate? Date(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<LocalDate>(column);

    private static T[] Array<T>(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? [] : reader.GetFieldValue<T[]>(column);
}
