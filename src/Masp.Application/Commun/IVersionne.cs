using System.Globalization;
using Masp.Domain.Commun;

namespace Masp.Application.Commun;

/// <summary>An answer that carries the version of its record, sent as <c>ETag</c>.</summary>
public interface IVersionne
{
    /// <summary>Opaque: to be sent back as <c>If-Match</c>.</summary>
    string Version { get; }
}

public static class Versions
{
    public static string ETag(this AggregateRoot root) => Text(root.Version);

    public static string Text(uint version) => version.ToString(CultureInfo.InvariantCulture);
}
