namespace Masp.Local;

/// <summary>The installation cannot come up. The message is in French and says what to do.</summary>
internal sealed class LocalFailure(string message) : Exception(message);
