using Masp.Api.Acces;
using Masp.Domain.Acces;
using Masp.Domain.Commun;
using Microsoft.OpenApi;
using NodaTime;
using Swashbuckle.AspNetCore.Swagger;

namespace Masp.Api.OpenApi;

/// <summary>The contract as OpenAPI 3.1: what is committed as <c>openapi.yaml</c> is exactly this.</summary>
public static class Contrat
{
    public const string Nom = "v1";

    internal static void AddMaspOpenApi(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        services.AddSwaggerGen(swagger =>
        {
            swagger.SwaggerDoc(Nom, new OpenApiInfo
            {
                Title = "Masp",
                Version = Nom,
                Description = "Délégation des mesures d'accompagnement social personnalisé : de la demande au paiement du trimestre.",
                License = new OpenApiLicense { Name = "Apache-2.0", Identifier = "Apache-2.0" },
            });
            swagger.AddServer(new OpenApiServer { Url = "/", Description = "Cette installation" });
            swagger.MapType<LocalDate>(() => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date", Examples = ["2022-01-10"] });
            swagger.MapType<LocalTime>(() => new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^[0-2][0-9]:[0-5][0-9]$", Examples = ["14:30"] });
            swagger.MapType<Instant>(() => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date-time" });
            swagger.MapType<Money>(() => new OpenApiSchema { Type = JsonSchemaType.Number, Description = "Euros, deux décimales au plus.", Examples = [1215.42m] });
            swagger.SupportNonNullableReferenceTypes();
            swagger.NonNullableReferenceTypesAsRequired();
            swagger.CustomSchemaIds(NomsDeSchemas.Of);
            swagger.SchemaFilter<EnumerationsFilter>();
            swagger.SchemaFilter<ObligatoiresFilter>();
            swagger.SchemaFilter<NullablesFilter>();
            swagger.SchemaFilter<LotFilter>();
            swagger.OperationFilter<OperationFilter>();
            swagger.OperationFilter<ParametresFilter>();
            swagger.OperationFilter<ReponsesFilter>();
            swagger.OperationFilter<ExemplesFilter>();
            swagger.OperationFilter<FormulaireOAuthFilter>();
            swagger.DocumentFilter<DocumentFilter>();
            swagger.AddSecurityDefinition("session", new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Cookie,
                Name = Identites.NomDuCookie,
                Description = "Session d'une personne ; les appels qui modifient portent aussi l'en-tête X-CSRF-TOKEN.",
            });
            swagger.AddSecurityDefinition("programme", new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.OAuth2,
                Description = "Programme : OAuth 2, client credentials.",
                Flows = new OpenApiOAuthFlows
                {
                    ClientCredentials = new OpenApiOAuthFlow
                    {
                        TokenUrl = new Uri("/connect/token", UriKind.Relative),
                        Scopes = new Dictionary<string, string>
                        {
                            [Portees.Lecture] = "Lire",
                            [Portees.Ecriture] = "Écrire",
                            [Portees.Exports] = "Télécharger les exports",
                        },
                    },
                },
            });
        });
    }

    internal static void UseMaspOpenApi(this WebApplication app) => app.UseWhen(IsAsked, branch =>
    {
        branch.UseSwagger(swagger =>
        {
            swagger.RouteTemplate = "api/openapi/{documentName}.json";
            swagger.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        });
        branch.UseSwaggerUI(ui =>
        {
            ui.RoutePrefix = "api/docs";
            ui.DocumentTitle = "Masp : l'API";
            ui.SwaggerEndpoint($"/api/openapi/{Nom}.json", "Masp v1");
        });
    });

    /// <summary>The contract as YAML, line ends and order always the same.</summary>
    public static async Task<string> WriteAsync(IServiceProvider services)
    {
        var document = services.GetRequiredService<ISwaggerProvider>().GetSwagger(Nom);
        return (await document.SerializeAsYamlAsync(OpenApiSpecVersion.OpenApi3_1)).ReplaceLineEndings("\n");
    }

    /// <summary>Both compare every address with patterns of their own: they are shown theirs only.</summary>
    private static bool IsAsked(HttpContext http) => http.Request.Path.StartsWithSegments("/api/openapi") || http.Request.Path.StartsWithSegments("/api/docs");
}
