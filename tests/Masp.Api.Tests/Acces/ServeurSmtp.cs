using System.Net;
using System.Net.Sockets;

namespace Masp.Api.Tests.Acces;

/// <summary>A mail server that takes one letter and shows it.</summary>
public sealed class ServeurSmtp : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public ServeurSmtp() => _listener.Start();

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The envelope and the letter, line by line.</summary>
    public async Task<IReadOnlyList<string>> TakeAsync(CancellationToken cancellationToken)
    {
        using var caller = await _listener.AcceptTcpClientAsync(cancellationToken);
        await using var stream = caller.GetStream();
        using var reader = new StreamReader(stream);
        await using var writer = new StreamWriter(stream) { NewLine = "\r\n", AutoFlush = true };
        var lines = new List<string>();
        await writer.WriteLineAsync("220 essai");
        while (await reader.ReadLineAsync(cancellationToken) is { } line && line != "QUIT")
        {
            lines.Add(line);
            await writer.WriteLineAsync(line == "DATA" ? "354 go" : "250 ok");
            if (line != "DATA")
                continue;
            while (await reader.ReadLineAsync(cancellationToken) is { } text && text != ".")
                lines.Add(text);
            await writer.WriteLineAsync("250 taken");
        }

        await writer.WriteLineAsync("221 bye");
        return lines;
    }

    public void Dispose() => _listener.Dispose();
}
