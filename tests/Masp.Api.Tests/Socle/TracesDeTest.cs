using System.Collections.Concurrent;
using System.Globalization;
using Serilog.Core;
using Serilog.Events;

namespace Masp.Api.Tests.Socle;

/// <summary>Keeps what a production log would be given, or more.</summary>
public sealed class TracesDeTest(LogEventLevel minimum = LogEventLevel.Warning) : ILogEventSink
{
    private readonly ConcurrentQueue<string> _lines = new();

    /// <summary>Level, sentence and exception of each event.</summary>
    public IReadOnlyList<string> Lignes => [.. _lines];

    public void Emit(LogEvent logEvent)
    {
        if (logEvent.Level >= minimum)
            _lines.Enqueue($"{logEvent.Level} {logEvent.RenderMessage(CultureInfo.InvariantCulture)} {logEvent.Exception}");
    }
}
