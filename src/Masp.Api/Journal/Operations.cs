using Masp.Application.Journal;
using Microsoft.AspNetCore.Http.Metadata;

namespace Masp.Api.Journal;

/// <summary>Says an <c>operationId</c> of the contract in the words of the contract.</summary>
internal sealed class Operations(EndpointDataSource endpoints)
{
    // The routes are known once the application runs, and do not change then.
    private readonly Lazy<Dictionary<string, string>> _summaries = new(() => endpoints.Endpoints
        .Select(e => (Name: e.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName, Summary: e.Metadata.GetMetadata<IEndpointSummaryMetadata>()?.Summary))
        .Where(e => e is { Name: not null, Summary: not null })
        .DistinctBy(e => e.Name)
        .ToDictionary(e => e.Name!, e => e.Summary!));

    public ActeJournaliseDto Name(ActeJournaliseDto acte) => acte with { Libelle = Say(acte.Acte) };

    public AccesDto Name(AccesDto acces) => acces with { Libelle = Say(acces.Operation) };

    private string Say(string operation) => operation switch
    {
        "sql" => "Hors de l'application, directement dans la base",
        "installerDemonstration" => "Installer la démonstration",
        _ => _summaries.Value.GetValueOrDefault(operation, operation),
    };
}
