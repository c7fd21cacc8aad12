using System.Runtime.InteropServices;

namespace Masp.Local;

/// <summary>Ctrl-C, SIGTERM, a closed terminal, or the death of the <c>dotnet run</c> above: each asks for the same orderly stop.</summary>
internal sealed class StopSignal : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly List<PosixSignalRegistration> _registrations = [];
    private readonly ParentWatch? _parent;

    public StopSignal()
    {
        PosixSignal[] signals = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT];
        _registrations.AddRange(signals.Select(signal => PosixSignalRegistration.Create(signal, Handle)));
        _parent = ParentWatch.OfDotnetRun(_stop.Cancel);
    }

    public CancellationToken Token => _stop.Token;

    public void Dispose()
    {
        _parent?.Dispose();
        _registrations.ForEach(registration => registration.Dispose());
        _stop.Dispose();
    }

    private void Handle(PosixSignalContext context)
    {
        // The second time the person means it: the process ends at once, and PostgreSQL with it.
        context.Cancel = !_stop.IsCancellationRequested;
        if (context.Cancel)
            _stop.Cancel();
    }
}
