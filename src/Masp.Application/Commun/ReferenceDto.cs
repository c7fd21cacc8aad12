namespace Masp.Application.Commun;

/// <summary>Another record, by its id and what people call it.</summary>
public sealed record ReferenceDto(Guid Id, string Nom);
