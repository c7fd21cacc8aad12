using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Masp.Api.Commun;
using Masp.Api.OpenApi;
using Masp.Api.Tests.Socle;
using Masp.Domain.Acces;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Masp.Api.Tests.Durcissement;

/// <summary>No body says who acts, as what, or where: a member that a call does not have is refused by name, by every call that takes a body.</summary>
public sealed partial class ChampsEnTropTests(ApiDeTest api) : IClassFixture<ApiDeTest>
{
    private static readonly (string Name, string Value)[] EnTrop = [("departementCode", "30"), ("role", "administrateur"), ("utilisateurId", "017c4a1a-2500-7000-8000-000000000001"), ("sansSecondFacteur", "true")];

    private static readonly (Role Role, string Identifiant)[] Appelants = [(Role.Administrateur, "admin@herault.example"), (Role.Agent, "agent@herault.example"), (Role.Decideur, "decideur@herault.example")];

    [Fact]
    public async Task A_body_that_says_a_role_or_a_departement_is_refused_by_every_call_changes_nothing_and_is_on_record()
    {
        var calls = 0;
        await api.Sql.UnchangedAsync(async () =>
        {
            foreach (var (operation, method, path, acte) in Calls())
            {
                var body = JsonNode.Parse(Exemples.ParOperation[operation])!.AsObject();
                foreach (var (name, value) in EnTrop.Where(f => !body.ContainsKey(f.Name)))
                {
                    var more = body.DeepClone().AsObject();
                    more[name] = value;
                    var answer = await (await CallerAsync(acte)).SendAsync(method, path, Appelant.Content(more), ("If-Match", "\"1\""));

                    answer.AssertRefused(400, "champ.invalide", name);
                    Assert.Equal([$"{operation} refus"], await api.Sql.LooksAsync(answer, "operation, nature"));
                    calls++;
                }
            }
        });

        Assert.True(calls > 100, $"Only {calls} bodies were tried.");
    }

    private IEnumerable<(string Operation, HttpMethod Method, string Path, Acte Acte)> Calls() =>
        from route in api.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let acte = route.Metadata.GetMetadata<ActeDeRoute>()
        let name = route.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName
        where acte is not null && name is not null && Exemples.ParOperation.ContainsKey(name)
        let method = new HttpMethod(route.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods.Single())
        select (name, method, Parameter().Replace(route.RoutePattern.RawText!.TrimEnd('/'), Guid.Empty.ToString()), acte.Acte);

    private async Task<Appelant> CallerAsync(Acte acte) => Droits.May(Role.Integrateur, acte)
        ? await api.IntegrateurAsync()
        : await api.PersonAsync(Appelants.First(a => Droits.May(a.Role, acte)).Identifiant);

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
