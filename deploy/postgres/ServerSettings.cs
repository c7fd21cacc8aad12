using System.Globalization;

namespace Masp.Postgres;

internal static class ServerSettings
{
    public static string[] CommandLine(DataFolder folder, string postgres, int port, Mode mode) =>
    [
        postgres, "-D", folder.Cluster,
        "-c", "listen_addresses=127.0.0.1",
        "-c", "port=" + port.ToString(CultureInfo.InvariantCulture),
        "-c", "unix_socket_directories=",
        "-c", "cluster_name=" + folder.ClusterName,
        "-c", "max_connections=200",
        "-c", "timezone=UTC",
        .. Of(mode).SelectMany(setting => new[] { "-c", setting }),
    ];

    private static string[] Of(Mode mode) => mode switch
    {
        Mode.Durable =>
        [
            "shared_buffers=256MB", "work_mem=16MB", "maintenance_work_mem=128MB", "max_wal_size=2GB", "random_page_cost=1.1",
        ],
        Mode.Tests =>
        [
            "fsync=off", "synchronous_commit=off", "full_page_writes=off", "wal_level=minimal", "max_wal_senders=0",
            "shared_buffers=64MB", "max_wal_size=512MB",
        ],
        _ => throw new ArgumentOutOfRangeException(nameof(mode)),
    };
}
