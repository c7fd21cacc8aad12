using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Masp.Api.Commun;
using Masp.Domain.Acces;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.DependencyInjection;

namespace Masp.Architecture.Tests.Routes;

public sealed partial class EnumerationsTests(AppDEssai app) : IClassFixture<AppDEssai>
{
    [Theory]
    [InlineData("99")]
    [InlineData("1")]
    [InlineData("n-importe-quoi")]
    [InlineData("ENCOURS")]
    [InlineData("")]
    public async Task A_word_that_is_not_documented_is_a_400_in_French_on_every_list(string word)
    {
        foreach (var (path, name, _) in Enumerations())
        {
            using var http = CallOn(path);
            var (status, problem) = await GetAsync(http, $"{path}?{name}={word}");

            Assert.True(status == HttpStatusCode.BadRequest, $"{path}?{name}={word}: {status}");
            Assert.Equal("champ.valeur-inconnue", problem.GetProperty("code").GetString());
            Assert.StartsWith("Cette valeur n'est pas admise : choisissez parmi ", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Two_documented_words_at_once_are_refused()
    {
        foreach (var (path, name, words) in Enumerations())
        {
            using var http = CallOn(path);
            Assert.Equal(HttpStatusCode.BadRequest, (await GetAsync(http, $"{path}?{name}={words.First()},{words.Last()}")).Status);
            Assert.Equal(HttpStatusCode.BadRequest, (await GetAsync(http, $"{path}?{name}={words.First()}&{name}={words.Last()}")).Status);
        }
    }

    [Fact]
    public async Task Every_documented_word_is_accepted()
    {
        Assert.Contains(Enumerations(), e => e.Name == "etat" && e.Words.Contains("enCours"));
        foreach (var (path, name, words) in Enumerations())
        {
            using var http = CallOn(path);
            // It goes as far as the database, which is not there.
            foreach (var word in words)
            {
                var (status, problem) = await GetAsync(http, $"{path}?{name}={word}");
                Assert.True(status != HttpStatusCode.BadRequest, $"{path}?{name}={word}: {problem}");
            }
        }
    }

    [Theory]
    [InlineData("99")]
    [InlineData("0")]
    [InlineData("\"nulle-part\"")]
    [InlineData("\"apres, avant\"")]
    public async Task In_a_body_too(string sens)
    {
        using var http = app.Call(Role.Agent);
        using var body = new StringContent($$"""{ "evenement": "2022-01-03", "jours": 40, "sens": {{sens}} }""", null, "application/json");
        using var answer = await http.PostAsync(new Uri("/api/v1/calculs/echeance", UriKind.Relative), body, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal("champ.valeur-inconnue", problem.GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_documented_word_in_a_body_is_answered()
    {
        using var http = app.Call(Role.Agent);

        // Told both the mode and the calendrier, it asks the database nothing.
        using var answer = await http.PostAsJsonAsync(
            "/api/v1/calculs/echeance", new { evenement = "2022-01-03", jours = 40, sens = "apres", mode = "franc", calendrier = "metropole" }, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    /// <summary>By a role that the route lets in.</summary>
    private HttpClient CallOn(string path) => app.Call(path.Split('/')[3] is "alertes" or "comptes" ? Role.Administrateur : Role.Agent);

    private static async Task<(HttpStatusCode Status, JsonElement Problem)> GetAsync(HttpClient http, string path)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken));
    }

    private IReadOnlyList<(string Path, string Name, IReadOnlyCollection<string> Words)> Enumerations() =>
    [
        .. from description in app.Services.GetRequiredService<IApiDescriptionGroupCollectionProvider>().ApiDescriptionGroups.Items.SelectMany(g => g.Items)
           from parameter in description.ParameterDescriptions
           where parameter.Source == BindingSource.Query
           let type = Nullable.GetUnderlyingType(parameter.Type) ?? parameter.Type
           where type.IsEnum
           select (Segment().Replace("/" + description.RelativePath, Guid.Empty.ToString()), parameter.Name, Words(type)),
    ];

    private static IReadOnlyCollection<string> Words(Type type) =>
        [.. Enum.GetValues(type).Cast<object>().Select(value => JsonSerializer.SerializeToElement(value, type, ReponseJson.Options).GetString()!)];

    /// <summary>What an address names: no record of that name is there.</summary>
    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Segment();
}
