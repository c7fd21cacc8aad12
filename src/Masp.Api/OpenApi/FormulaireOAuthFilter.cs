using System.Text.Json.Nodes;
using Masp.Api.Acces;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Masp.Api.OpenApi;

/// <summary>The token endpoint speaks as RFC 6749 wants: a form in, its own errors out.</summary>
internal sealed class FormulaireOAuthFilter : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (!context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<FormulaireOAuth>().Any())
            return;
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, IOpenApiMediaType> { ["application/x-www-form-urlencoded"] = new OpenApiMediaType { Schema = Form() } },
        };
        foreach (var (status, description) in ((string, string)[])[("400", "Demande mal formée, portée ou type d'octroi non admis"), ("401", "Programme inconnu ou secret faux")])
            (operation.Responses ??= [])[status] = Refusal(description);
    }

    private static OpenApiSchema Form() => new()
    {
        Type = JsonSchemaType.Object,
        Required = new HashSet<string> { "grant_type", "client_id", "client_secret" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["grant_type"] = new OpenApiSchema { Type = JsonSchemaType.String, Enum = ["client_credentials"], Description = "Type d'octroi." },
            ["client_id"] = Text("Identifiant du programme.", "demo-integrateur"),
            ["client_secret"] = Text("Secret du programme.", "demo-integrateur-secret"),
            ["scope"] = Text("Portées demandées, séparées par une espace.", "masp.lecture masp.ecriture"),
        },
    };

    private static OpenApiResponse Refusal(string description) => new()
    {
        Description = description,
        Content = new Dictionary<string, IOpenApiMediaType>
        {
            ["application/json"] = new OpenApiMediaType
            {
                Schema = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Required = new HashSet<string> { "error" },
                    Properties = new Dictionary<string, IOpenApiSchema>
                    {
                        ["error"] = Text("Code de la RFC 6749.", "invalid_client"),
                        ["error_description"] = Text("Explication, pour qui programme.", null),
                        ["error_uri"] = Text("Où en lire plus.", null),
                    },
                },
            },
        },
    };

    private static OpenApiSchema Text(string description, string? example) => new()
    {
        Type = JsonSchemaType.String,
        Description = description,
        Examples = example is null ? null : [JsonValue.Create(example)],
    };
}
