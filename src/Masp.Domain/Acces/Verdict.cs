namespace Masp.Domain.Acces;

public enum Issue
{
    Admis,

    /// <summary>The role may never do this act, whatever the record: told as it is (403).</summary>
    Interdit,

    /// <summary>The caller may not even know that the record is there (404).</summary>
    Inconnu,
}

/// <summary>An answer about a right, and the rule that gives it.</summary>
/// <param name="Raison">A French sentence that names the rule; nothing of the person.</param>
public sealed record Verdict(Issue Issue, string Raison)
{
    public bool Admis => Issue == Issue.Admis;

    public static Verdict Admettre(string raison) => new(Issue.Admis, raison);

    public static Verdict Interdire(string raison) => new(Issue.Interdit, raison);

    public static Verdict Ignorer(string raison) => new(Issue.Inconnu, raison);
}
