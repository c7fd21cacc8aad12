using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;
using Serilog.Core;
using Serilog.Events;

namespace Masp.Api.Tests.Socle;

/// <summary>
/// What every application of the run logged, in one file that is read when the last test has ended: the run fails when it holds a name of the
/// demonstration, or one that a test typed.
/// </summary>
public sealed partial class TracesDeLExecution : ILogEventSink, IAsyncLifetime
{
    /// <summary>More than production is told, and none of it to the screen: what is silent here is silent there.</summary>
    public static readonly string[] ToutesLesTraces = ["--Serilog:MinimumLevel:Default=Information", "--Traces:Console=Fatal"];

    private readonly string _path = Path.Combine(Path.GetTempPath(), $"masp-traces-{Environment.ProcessId}.log");
    private readonly HashSet<string> _names = [];
    private readonly Lock _lock = new();
    private StreamWriter? _writer;

    public ValueTask InitializeAsync()
    {
        _writer = new StreamWriter(_path);
        return ValueTask.CompletedTask;
    }

    public void Emit(LogEvent logEvent)
    {
        lock (_lock)
            _writer?.WriteLine($"{logEvent.Level} {logEvent.RenderMessage(CultureInfo.InvariantCulture)} {string.Join(' ', logEvent.Properties.Values)} {logEvent.Exception}");
    }

    /// <summary>Every person of a database, and every account, before it is dropped.</summary>
    public async Task LearnNamesAsync(string administration)
    {
        await using var session = new NpgsqlConnection(administration);
        await session.OpenAsync();
        await using var command = new NpgsqlCommand(
            "select nom from masp.beneficiaires union select prenom from masp.beneficiaires union select nom from acces.utilisateurs union select user_name from acces.utilisateurs", session);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            // What the tests of bad input write for a name is no word.
            if (Name().IsMatch(reader.GetString(0)))
            {
                lock (_lock)
                    _names.Add(reader.GetString(0));
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _writer!.DisposeAsync();
        _writer = null;
        var told = Found(File.ReadLines(_path), _names).Take(20).ToList();
        if (told.Count > 0)
            throw new InvalidOperationException($"The log of the run ({_path}) names people:\n{string.Join('\n', told)}");
        File.Delete(_path);
    }

    /// <summary>The lines that hold one of the names, as a word.</summary>
    internal static IEnumerable<string> Found(IEnumerable<string> lines, IReadOnlyCollection<string> names)
    {
        var search = SearchValues.Create([.. names], StringComparison.Ordinal);
        return lines.Where(line => line.AsSpan().IndexOfAny(search) >= 0 && names.Any(name => IsWord(line, name)));
    }

    private static bool IsWord(string line, string name)
    {
        for (var at = line.IndexOf(name, StringComparison.Ordinal); at >= 0; at = line.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            if ((at == 0 || !char.IsLetter(line[at - 1])) && (at + name.Length == line.Length || !char.IsLetter(line[at + name.Length])))
                return true;
        }

        return false;
    }

    [GeneratedRegex(@"^(\p{Lu}[\p{L}' -]{3,}|[\w.-]+@[\w.-]+)$")]
    private static partial Regex Name();
}
