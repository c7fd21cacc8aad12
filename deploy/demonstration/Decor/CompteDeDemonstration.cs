using Masp.Domain.Acces;

namespace Masp.Demonstration;

/// <summary>Somebody who can sign in to the demonstration; every act of the simulation is theirs.</summary>
/// <param name="TitulaireId">Set for the two roles of a Titulaire.</param>
/// <param name="ServiceReferentId">Set for a Referent.</param>
public sealed record CompteDeDemonstration(Guid Id, string Identifiant, string Nom, Role Role, Guid? TitulaireId = null, Guid? ServiceReferentId = null);
