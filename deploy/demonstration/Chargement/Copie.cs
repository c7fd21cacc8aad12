using Masp.Domain.Commun;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Masp.Demonstration;

/// <summary>Writes aggregates by binary COPY, roots before children, so that every reference finds its row.</summary>
internal sealed class Copie(NpgsqlConnection connection, IModel model)
{
    public async Task WriteAsync(IEnumerable<AggregateRoot> racines, CancellationToken cancellationToken)
    {
        var parType = racines.GroupBy(r => r.GetType()).ToList();
        var tables = parType.Select(groupe => TableACopier.Of(model.FindEntityType(groupe.Key)!).ToList()).ToList();
        for (var i = 0; i < parType.Count; i++)
            await WriteAsync(tables[i][0], parType[i], cancellationToken);
        for (var i = 0; i < parType.Count; i++)
        {
            foreach (var enfant in tables[i].Skip(1))
                await WriteAsync(enfant, parType[i], cancellationToken);
        }
    }

    private async Task WriteAsync(TableACopier table, IEnumerable<object> racines, CancellationToken cancellationToken)
    {
        var noms = string.Join(", ", table.Colonnes.Select(c => $"\"{c.Nom}\""));
        await using var importer = await connection.BeginBinaryImportAsync($"copy {table.Nom} ({noms}) from stdin (format binary)", cancellationToken);
        foreach (var ligne in racines.SelectMany(table.RowsOf))
        {
            cancellationToken.ThrowIfCancellationRequested();
            importer.StartRow();
            foreach (var colonne in table.Colonnes)
            {
                if (colonne.ValueOf(ligne) is { } value)
                    importer.Write(value, colonne.Type);
                else
                    importer.WriteNull();
            }
        }

        await importer.CompleteAsync(cancellationToken);
    }
}
