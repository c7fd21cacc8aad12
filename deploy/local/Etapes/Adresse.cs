using System.Net;
using System.Net.Sockets;

namespace Masp.Local.Etapes;

internal static class Adresse
{
    /// <summary>Refuses a port another program holds before anything slow is undertaken.</summary>
    public static void EnsureFree(int port)
    {
        foreach (var address in new[] { IPAddress.Loopback, IPAddress.IPv6Loopback })
        {
            using var probe = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                // A connection of an earlier instance may still be closing: that is not a port in use.
                probe.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, !OperatingSystem.IsWindows());
                probe.Bind(new IPEndPoint(address, port));
                probe.Listen();
            }
            catch (SocketException failure) when (failure.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
            {
                throw new LocalFailure(
                    failure.SocketErrorCode == SocketError.AccessDenied
                        ? $"Le port {port} est réservé : donnez-en un au-dessus de 1023 (--port 5080)."
                        : $"Le port {port} est pris par un autre programme : arrêtez-le, ou donnez un autre port (--port {(port < 65535 ? port + 1 : 5080)}).");
            }
            catch (SocketException)
            {
                // No IPv6 on this machine: nobody holds the port there.
            }
        }
    }
}
