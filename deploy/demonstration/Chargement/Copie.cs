using Masp.Domain.Commun;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Masp.Demonstration;

/// <summary>Writes aggregates by binary COPY, roots before children, so that every reference finds its row.</summary>
internal sealed class Copie(NpgsqlConnection connection, IModel model)
{
    /// <returns>Rows written.</returns>
    public async Task<long> WriteAsync(IEnumerable<AggregateRoot> racines, CancellationToken cancellationToken)
    {
        var parType = racines.GroupBy(r => r.GetType()).ToList();
        var tables = parType.Select(groupe => TableACopier.Of(model.FindEntityType(groupe.Key)!).ToList()).ToList();
        var rows = 0L;
        for (var i = 0; i < parType.Count; i++)
            rows += await WriteAsync(tables[i][0], parType[i], cancellationToken);
        for (var i = 0; i < parType.Count; i++)
        {
            foreach (var enfant in tables[i].Skip(1))
                rows += await WriteAsync(enfant, parType[i], cancellationToken);
        }

        return rows;
    }

    private async Task<long> WriteAsync(TableACopier table, IEnumerable<object> racines, CancellationToken cancellationToken)
    {
        var noms = string.Join(", ", table.Colonnes.Select(c => $"\"{c.Nom}\""));
        await using var importer = await connection.BeginBinaryImportAsync($"copy {table.Nom} ({noms}) from stdin (format binary)", cancellationToken);
        var rows = 0L;
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

            rows++;
        }

        await importer.CompleteAsync(cancellationToken);
        return rows;
    }
}
