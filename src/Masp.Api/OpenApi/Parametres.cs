using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Masp.Api.OpenApi;

/// <summary>What each address parameter means. One name means one thing in the whole contract, so it is said once.</summary>
internal sealed class ParametresFilter : IOperationFilter
{
    private static readonly Dictionary<string, string> Descriptions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["au"] = "Dernier jour, inclus.",
        ["archives"] = "« true » pour ne lire que les dossiers archivés (SAFPM et auditeur, R63).",
        ["code"] = "Code du lot.",
        ["zone"] = "Zone de la commune aujourd'hui.",
        ["codePostal"] = "Code postal : cinq chiffres. Plusieurs communes peuvent le partager.",
        ["commune"] = "Code INSEE de la commune.",
        ["depuis"] = "Premier bloc à vérifier (1 par défaut).",
        ["du"] = "Premier jour.",
        ["etat"] = "Ne garder que cet état.",
        ["etatBilan"] = "Ne garder que les bilans dans cet état.",
        ["etatCompte"] = "Ne garder que les comptes dans cet état aujourd'hui.",
        ["forfait"] = "Ne garder que cet état du forfait d'abandon (R16).",
        ["homonymesDe"] = "Ne garder que les personnes de mêmes nom, prénom et date de naissance que celle-ci (UUID).",
        ["id"] = "Identifiant (UUID).",
        ["lignes"] = "S'arrêter après environ autant de lignes, et dire où reprendre.",
        ["lot"] = "Code du lot.",
        ["mesureId"] = "Identifiant de la mesure : elle et le reste du dossier de la personne.",
        ["miennes"] = "Ne garder que ce que doit le rôle de celui qui est connecté.",
        ["nature"] = "Nature.",
        ["operation"] = "Ce qui fut appelé : un operationId de ce contrat.",
        ["absenceId"] = "Identifiant de l'absence (UUID).",
        ["intervenantId"] = "Identifiant de l'intervenant.",
        ["presents"] = "Ne garder que les intervenants présents dans l'équipe aujourd'hui.",
        ["q"] = "Ce que l'on cherche : un nom, un numéro.",
        ["recherche"] = "Texte cherché dans les noms et les numéros, sans tenir compte des accents ni de la casse.",
        ["rencontreId"] = "Identifiant de la rencontre (UUID).",
        ["requeteId"] = "Identifiant d'un appel, tel que l'en-tête X-Request-Id l'a donné.",
        ["retour"] = "Page où revenir une fois entré ; une page d'ici seulement.",
        ["role"] = "Ne garder que ce rôle.",
        ["serviceReferentId"] = "Identifiant du service référent.",
        ["teteEmpreinte"] = "Empreinte d'une tête exportée plus tôt.",
        ["teteNumero"] = "Numéro de bloc d'une tête exportée plus tôt.",
        ["titulaireId"] = "Identifiant du titulaire.",
        ["tri"] = "Champ de tri ; « - » devant pour l'ordre inverse.",
        ["trimestre"] = "Trimestre, écrit « 2022-T1 ».",
        ["type"] = "Type de mesure : sans ou avec gestion, urbaine ou rurale.",
        ["utilisateurId"] = "Identifiant de la personne ou du programme.",
    };

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>().Where(p => p.In is ParameterLocation.Path or ParameterLocation.Query))
        {
            parameter.Description ??= Descriptions.GetValueOrDefault(parameter.Name!);
            // Said once beside the parameter: its schema need not repeat it.
            if (parameter.Schema is OpenApiSchema schema)
                schema.Description = null;
        }
    }
}
