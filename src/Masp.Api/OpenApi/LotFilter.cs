using Masp.Application.Mesures.Rencontres;
using Masp.Domain.Commun;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Masp.Api.OpenApi;

/// <summary>A batch is described by the line a caller writes, not by how a line that cannot be read is kept.</summary>
internal sealed class LotFilter : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (context.Type != typeof(ImportRencontres) || schema is not OpenApiSchema { Properties: { } properties } || properties["lignes"] is not OpenApiSchema lignes)
            return;
        lignes.Items = context.SchemaGenerator.GenerateSchema(typeof(LigneDeLot), context.SchemaRepository);
        lignes.MinItems = 1;
        lignes.MaxItems = ImportRencontres.LignesMax;
        foreach (var kept in new[] { nameof(LigneLue), nameof(Error), nameof(ErrorKind) })
            context.SchemaRepository.Schemas.Remove(kept);
    }
}
