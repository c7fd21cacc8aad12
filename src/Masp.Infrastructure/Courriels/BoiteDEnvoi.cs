using System.Text.Json;
using Masp.Application.Commun;
using Masp.Infrastructure.Acces;
using Microsoft.AspNetCore.DataProtection;
using Npgsql;

namespace Masp.Infrastructure.Courriels;

/// <summary>
/// Letters to send. One is a row of the transaction it was decided in: an act that is undone sends nothing, one that is kept sends once. Its text is
/// sealed while it waits, because a link may be in it, and gone once it left.
/// </summary>
public sealed class BoiteDEnvoi(IDataProtectionProvider protection, Horloge horloge, Identifiants identifiants)
{
    private IDataProtector Protector => protection.CreateProtector("Masp.Courriels");

    /// <summary>Kept with whatever else that context saves.</summary>
    public void Post(AccesDbContext db, Courriel letter) => db.Courriels.Add(Sealed(letter));

    /// <summary>The same from the trade's unit of work, on the connection of its transaction.</summary>
    public async Task PostAsync(NpgsqlConnection connection, Courriel letter, CancellationToken cancellationToken)
    {
        var row = Sealed(letter);
        await using var command = new NpgsqlCommand("select masp.poster_courriel($1, $2, $3)", connection);
        command.Parameters.Add(LectureDirecte.Value(row.Id));
        command.Parameters.Add(LectureDirecte.Value(row.CreeLe));
        command.Parameters.Add(LectureDirecte.Value(row.Scelle!));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    internal Courriel Open(CourrielEnAttente row) => JsonSerializer.Deserialize<Courriel>(Protector.Unprotect(row.Scelle!), Json.Options)!;

    private CourrielEnAttente Sealed(Courriel letter) => new()
    {
        Id = identifiants.Next(),
        CreeLe = horloge.Maintenant,
        Scelle = Protector.Protect(JsonSerializer.Serialize(letter, Json.Options)),
        ProchainEssai = horloge.Maintenant,
    };
}
