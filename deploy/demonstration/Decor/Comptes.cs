using Masp.Domain.Acces;
using Masp.Domain.Titulaires;

namespace Masp.Demonstration;

/// <summary>The accounts of the demonstration. Their password belongs to the installation, not to the data.</summary>
internal static class Comptes
{
    public static IReadOnlyList<CompteDeDemonstration> Create(Reperes reperes, IReadOnlyList<Titulaire> titulaires, ServiceReferent ccas) =>
    [
        new(reperes.Next(), "agent@herault.example", "Alix Agent (démonstration)", Role.Agent),
        new(reperes.Next(), "decideur@herault.example", "Dominique Décideur (démonstration)", Role.Decideur),
        new(reperes.Next(), "comptable@herault.example", "Camille Comptable (démonstration)", Role.Comptable),
        new(reperes.Next(), "chef@titulaire-a.example", "Charlie Chef (démonstration)", Role.ChefTitulaire, TitulaireId: titulaires[0].Id),
        new(reperes.Next(), "intervenant@titulaire-a.example", "Inès Intervenante (démonstration)", Role.Intervenant, TitulaireId: titulaires[0].Id),
        new(reperes.Next(), "chef@titulaire-b.example", "Claude Chef (démonstration)", Role.ChefTitulaire, TitulaireId: titulaires[1].Id),
        new(reperes.Next(), "referent@ccas.example", "Robin Référent (démonstration)", Role.Referent, ServiceReferentId: ccas.Id),
        new(reperes.Next(), "admin@herault.example", "Andréa Admin (démonstration)", Role.Administrateur),
    ];
}
