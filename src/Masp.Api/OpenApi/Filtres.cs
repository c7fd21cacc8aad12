using System.Text.Json;
using System.Text.Json.Nodes;
using Masp.Api.Commun;
using Masp.Domain.Acces;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Masp.Api.OpenApi;

/// <summary>Enumerations as the API writes them.</summary>
internal sealed class EnumerationsFilter : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        var type = Nullable.GetUnderlyingType(context.Type) ?? context.Type;
        if (!type.IsEnum || schema is not OpenApiSchema enumeration)
            return;
        enumeration.Type = JsonSchemaType.String;
        enumeration.Format = null;
        enumeration.Enum = [.. Enum.GetValues(type).Cast<object>().Select(v => JsonNode.Parse(JsonSerializer.Serialize(v, type, ReponseJson.Options))!)];
    }
}

/// <summary>What an answer always carries is required, null or not; what a request must carry is what has no default.</summary>
internal sealed class ObligatoiresFilter : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Properties.Count: > 0 } target || context.Type.GetConstructors() is not [.., var constructor])
            return;
        foreach (var parameter in constructor.GetParameters().Where(p => !p.HasDefaultValue))
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
            if (target.Properties.ContainsKey(name))
                (target.Required ??= new HashSet<string>()).Add(name);
        }

        // What is computed is answered and never asked for: one schema serves both ways.
        foreach (var (name, _) in target.Properties.Where(p => p.Value.ReadOnly))
            target.Required?.Remove(name);
    }
}

/// <summary>A record or an enumeration that may be null says so: a bare reference would promise it.</summary>
internal sealed class NullablesFilter : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Properties.Count: > 0 } target)
            return;
        foreach (var property in context.Type.GetProperties())
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            if (target.Properties.TryGetValue(name, out var shape) && shape is OpenApiSchemaReference && IsNullable(property))
                target.Properties[name] = new OpenApiSchema { OneOf = [shape, new OpenApiSchema { Type = JsonSchemaType.Null }] };
        }
    }

    private static bool IsNullable(System.Reflection.PropertyInfo property) =>
        new System.Reflection.NullabilityInfoContext().Create(property).ReadState == System.Reflection.NullabilityState.Nullable;
}

/// <summary>Roles, errors and headers of each operation, from what its route declares.</summary>
internal sealed class OperationFilter : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        var unsafeCall = context.ApiDescription.HttpMethod != "GET";
        var statuses = new SortedSet<int> { 400 };
        if (metadata.OfType<ActeDeRoute>().FirstOrDefault() is { } declared)
        {
            var roles = Droits.RolesFor(declared.Acte).Select(r => JsonNamingPolicy.CamelCase.ConvertName(r.ToString()));
            operation.Description = $"Rôles : {string.Join(", ", roles)}.";
            operation.Security = [Requirement("session", context), Requirement("programme", context, declared.Acte == Acte.Calculer ? [] : [unsafeCall ? Portees.Ecriture : Portees.Lecture])];
            statuses.UnionWith([401, 403]);
            if (metadata.OfType<Journal.AccesDeRoute>().Any())
                statuses.Add(429);
        }
        else if (metadata.OfType<RouteOuverte>().FirstOrDefault() is { } open)
        {
            operation.Description = $"Sans authentification : {open.Raison}";
            operation.Security = [];
        }

        statuses.UnionWith(metadata.OfType<ErreursDeRoute>().SelectMany(e => e.Statuts));
        operation.Parameters ??= [];
        foreach (var parameter in operation.Parameters.OfType<OpenApiParameter>().Where(p => p.In == ParameterLocation.Query))
            parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
        if (unsafeCall && metadata.OfType<RejouableMetadata>().Any())
        {
            operation.Parameters.Add(Header("Idempotency-Key", false, "La même clé avec le même corps donne la même réponse ; avec un autre corps, 409."));
            statuses.Add(409);
        }

        if (metadata.OfType<VersionMetadata>().FirstOrDefault() is { } version)
            operation.Parameters.Add(Header("If-Match", version.Required, "L'ETag de l'enregistrement modifié."));
        foreach (var status in statuses)
            (operation.Responses ??= [])[Problems.Key(status)] = Problems.Reference(status, context.Document);
    }

    private static OpenApiSecurityRequirement Requirement(string scheme, OperationFilterContext context, params List<string> scopes) =>
        new() { [new OpenApiSecuritySchemeReference(scheme, context.Document)] = scopes };

    private static OpenApiParameter Header(string name, bool required, string description) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Required = required,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };
}

/// <summary>Tags explained, paths in order: the file differs only where the contract does.</summary>
internal sealed class DocumentFilter : IDocumentFilter
{
    private static readonly (string Nom, string Description)[] Tags =
    [
        ("Accès", "Ouvrir une session, obtenir un jeton."),
        ("À faire", "Ce qui attend celui qui est connecté."),
        ("Attributions", "Le tour de rôle de chaque lot et son registre."),
        ("Bons de commande", "De la mise à disposition au contrat."),
        ("Calculs", "Sans enregistrement : échéances et tarifs, expliqués."),
        ("Commissions", "Séances, ordres du jour, avis."),
        ("Comptes", "Qui a un compte, invitations, départs, revue annuelle."),
        ("Demandes", "Du dépôt à la décision."),
        ("Équipes", "Les intervenants des titulaires, leurs absences, leur charge."),
        ("Facturation", "Barèmes, factures, états détaillés, avoirs."),
        ("Journal", "Qui a fait quoi, qui a vu quoi, et la preuve que rien n'y fut touché."),
        ("Personnes", "Fiche, export, rectification, archivage et effacement (R63)."),
        ("Mesures", "Les mesures, de la signature à la fin."),
        ("Mon compte", "Son mot de passe, ses seconds facteurs, ses sessions."),
        ("Programmes", "Programmes qui appellent l'API : secrets, échéance, réseaux."),
        ("Avenants", "Ce qui change un contrat : gestion, suspension, prorogation."),
        ("Bilans", "D'étape et finals, jusqu'à la décision et ses notifications."),
        ("Fins et renouvellements", "Ce qui suit un contrat : son terme, une fin avant lui, un contrat de plus, un déménagement."),
        ("Projets d'intervention", "Les objectifs, les actions et leurs versions."),
        ("Passages de relais", "D'un titulaire à un autre, et les rencontres qui vont avec."),
        ("Échéances", "Ce qui est attendu et pour quand, pourquoi ce jour-là, et les motifs des retards."),
        ("Référentiels", "Communes, lots, titulaires, services, prestations, règlements."),
        ("Rencontres", "Prévues, tenues, manquées ; ce qui manque jusqu'à quand ; le lot d'un logiciel de titulaire."),
        ("Santé", "Sondes d'exploitation."),
    ];

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        swaggerDoc.Tags = Tags.Select(t => new OpenApiTag { Name = t.Nom, Description = t.Description }).ToHashSet();
        var paths = new OpenApiPaths();
        foreach (var (path, item) in swaggerDoc.Paths.OrderBy(p => p.Key, StringComparer.Ordinal))
            paths.Add(path, item);
        swaggerDoc.Paths = paths;
        Problems.Describe(swaggerDoc, context);
    }
}
