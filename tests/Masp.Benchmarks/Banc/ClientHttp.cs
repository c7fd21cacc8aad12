using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Masp.Benchmarks.Banc;

/// <summary>
/// One connection kept open over loopback, one request at a time. Nothing but a socket: client, server and PostgreSQL share the
/// cores, and what the client spends would hide what the server spends.
/// </summary>
internal sealed class ClientHttp : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] _buffer = new byte[64 * 1024];

    public static byte[] Get(string path, string? token) => Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\n{Bearer(token)}\r\n");

    public static byte[] Post(string path, string? token) => Encoding.ASCII.GetBytes(
        $"POST {path} HTTP/1.1\r\nHost: localhost\r\n{Bearer(token)}Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{{}}");

    public Task ConnectAsync(int port) => _socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port));

    /// <returns>The status of the answer.</returns>
    /// <exception cref="IOException">The server closed the connection.</exception>
    public async ValueTask<int> SendAsync(ReadOnlyMemory<byte> request)
    {
        await _socket.SendAsync(request);
        return (await ReadAsync()).Status;
    }

    /// <summary>The same, with the body.</summary>
    public async ValueTask<(int Status, string Body)> AskAsync(ReadOnlyMemory<byte> request)
    {
        await _socket.SendAsync(request);
        var (status, head, length) = await ReadAsync();
        var body = Encoding.UTF8.GetString(_buffer, head, length - head);
        return (status, IsChunked(head) ? Unchunk(body) : body);
    }

    public void Dispose() => _socket.Dispose();

    private static string Bearer(string? token) => token is null ? string.Empty : $"Authorization: Bearer {token}\r\n";

    private async ValueTask<(int Status, int Head, int Length)> ReadAsync()
    {
        var length = 0;
        var head = 0;
        while (head == 0 || !IsWhole(head, length))
        {
            if (length == _buffer.Length)
                Array.Resize(ref _buffer, 2 * length);
            var read = await _socket.ReceiveAsync(_buffer.AsMemory(length));
            if (read == 0)
                throw new IOException("The server closed the connection.");
            length += read;
            if (head == 0 && _buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8) is var end and >= 0)
                head = end + 4;
        }

        return (int.Parse(_buffer.AsSpan(9, 3), CultureInfo.InvariantCulture), head, length);
    }

    private bool IsWhole(int head, int length)
    {
        if (IsChunked(head))
            return _buffer.AsSpan(0, length).EndsWith("\r\n0\r\n\r\n"u8) || _buffer.AsSpan(head, length - head).SequenceEqual("0\r\n\r\n"u8);
        var headers = _buffer.AsSpan(0, head);
        var start = headers.IndexOf("Content-Length: "u8);
        return start < 0 || length - head >= int.Parse(headers[(start + 16)..][..headers[(start + 16)..].IndexOf((byte)'\r')], CultureInfo.InvariantCulture);
    }

    private bool IsChunked(int head) => _buffer.AsSpan(0, head).IndexOf("Transfer-Encoding: chunked"u8) >= 0;

    private static string Unchunk(string text)
    {
        var lines = text.Split("\r\n");
        return string.Concat(lines.Where((_, i) => i % 2 == 1));
    }
}
