using System.Globalization;
using Masp.Api.Commun;
using Masp.Application.Commun;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Masp.Api.OpenApi;

/// <summary>Answers said in French, with the headers that come along, and the refusals of a body.</summary>
internal sealed class ReponsesFilter : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        foreach (var (status, answer) in operation.Responses ?? [])
        {
            if (answer is not OpenApiResponse response)
                continue;
            response.Description = status switch
            {
                "200" => "Réussi",
                "201" => "Créé",
                "204" => "Fait, sans contenu",
                _ => response.Description,
            };
            if (status == "201")
                AddHeader(response, "Location", "Adresse de l'enregistrement.");
            if (AnswerOf(context, status) is { } type && typeof(IVersionne).IsAssignableFrom(type))
                AddHeader(response, "ETag", "Version de l'enregistrement, à renvoyer dans If-Match.");
        }

        if (operation.RequestBody is not null && operation.RequestBody.Content?.ContainsKey("application/json") == true)
        {
            foreach (var status in (int[])[413, 415])
                (operation.Responses ??= [])[Problems.Key(status)] = Problems.Reference(status, context.Document);
        }
    }

    private static Type? AnswerOf(OperationFilterContext context, string status) => context.ApiDescription.SupportedResponseTypes
        .FirstOrDefault(r => Problems.Key(r.StatusCode) == status)?.Type;

    private static void AddHeader(OpenApiResponse response, string name, string description) =>
        (response.Headers ??= new Dictionary<string, IOpenApiHeader>())[name] =
            new OpenApiHeader { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
}

/// <summary>Refusals are described once, each operation refers to them.</summary>
internal static class Problems
{
    public static string Key(int status) => status.ToString(CultureInfo.InvariantCulture);

    public static OpenApiResponseReference Reference(int status, OpenApiDocument document) => new(Name(status), document);

    public static string Name(int status) => "Probleme" + Key(status);

    /// <summary>Describes the refusals that some operation refers to.</summary>
    public static void Describe(OpenApiDocument document, DocumentFilterContext context)
    {
        var schema = context.SchemaGenerator.GenerateSchema(typeof(Probleme), context.SchemaRepository);
        var used = document.Paths.Values.SelectMany(p => p.Operations ?? []).SelectMany(o => o.Value.Responses ?? [])
            .Where(r => r.Value is OpenApiResponseReference).Select(r => int.Parse(r.Key, CultureInfo.InvariantCulture)).Distinct().Order();
        document.Components ??= new OpenApiComponents();
        document.Components.Responses = used.ToDictionary(Name, status => (IOpenApiResponse)new OpenApiResponse
        {
            Description = Problemes.Title(status),
            Content = new Dictionary<string, IOpenApiMediaType> { ["application/problem+json"] = new OpenApiMediaType { Schema = schema } },
        });
    }
}
