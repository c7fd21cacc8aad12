namespace Masp.Demonstration;

/// <summary>
/// Who did what in the files of the SAFPM. The demonstration accounts of the same name should carry these identifiers, so that a
/// decision is theirs.
/// </summary>
/// <param name="Agent">Of <c>agent@herault.example</c>.</param>
/// <param name="Decideur">Of <c>decideur@herault.example</c>.</param>
/// <param name="Comptable">Of <c>comptable@herault.example</c>.</param>
public sealed record Agents(Guid Agent, Guid Decideur, Guid Comptable);
