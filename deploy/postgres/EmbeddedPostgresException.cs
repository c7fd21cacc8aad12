namespace Masp.Postgres;

/// <summary>PostgreSQL cannot be brought up. The message is in French, for the person at the keyboard, and says what to do.</summary>
public sealed class EmbeddedPostgresException(string message, Exception? inner = null) : Exception(message, inner);
