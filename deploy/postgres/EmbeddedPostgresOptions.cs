namespace Masp.Postgres;

/// <summary>What a crash may cost.</summary>
public enum Mode
{
    /// <summary>Every commit reaches the disk before it is answered: for data one wants to see again.</summary>
    Durable,

    /// <summary>No fsync, little memory: for tests, whose data folder is thrown away.</summary>
    Tests,
}

/// <summary>How to bring one embedded server up.</summary>
/// <param name="DataDirectory">Holds one server's data, log and password. Created when missing; one process at a time may use it.</param>
/// <param name="Mode">What a crash may cost.</param>
public sealed record EmbeddedPostgresOptions(string DataDirectory, Mode Mode = Mode.Durable)
{
    /// <summary>TCP port on 127.0.0.1; null takes a free one at each start.</summary>
    public int? Port { get; init; }

    /// <summary>Told each thing undertaken, in French, in a few words.</summary>
    public Action<string>? Progress { get; init; }
}
