using System.Text.RegularExpressions;
using Masp.Api.Tests.Socle;
using Masp.Postgres;

namespace Masp.Api.Tests.Durcissement;

/// <summary>What every answer forbids the browser.</summary>
public sealed partial class DefensesTests(ApiDeTest api) : IClassFixture<ApiDeTest>
{
    private static readonly string[] Bounds =
        ["default-src 'self'", "script-src 'self'", "object-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"];

    [Theory]
    [InlineData("/sante/vivant", 200)]
    [InlineData("/api/v1/mesures", 401)]
    [InlineData("/api/v1/rien", 404)]
    [InlineData("/api/v1/communes?q=%00", 400)]
    [InlineData("/api/docs/index.html", 200)]
    [InlineData("/", 200)]
    [InlineData("/mesures/1", 200)]
    public async Task Every_answer_carries_the_policy(string path, int status)
    {
        using var answer = await AskAsync(path);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Empty(Missing(answer));
    }

    [Fact]
    public void A_planted_answer_without_them_is_refused()
    {
        using var answer = new HttpResponseMessage();
        answer.Headers.Add("Content-Security-Policy", "default-src 'self'; script-src 'self' 'unsafe-inline'; object-src 'none'; frame-ancestors 'none'; base-uri 'none'");

        Assert.Equal(
            ["script-src 'self'", "form-action 'self'", "unsafe", "X-Content-Type-Options: nosniff", "X-Frame-Options: DENY", "Referrer-Policy: same-origin", "Cross-Origin-Opener-Policy: same-origin"],
            Missing(answer));
    }

    [Fact]
    public async Task Only_styles_that_carry_the_number_of_the_answer_are_drawn_and_the_number_serves_once()
    {
        var (first, second) = (await PageAsync(), await PageAsync());

        Assert.NotEqual(first, second);
        Assert.Matches("^[A-Za-z0-9+/]{22}==$", first);

        async Task<string> PageAsync()
        {
            using var answer = await AskAsync("/");
            var nonce = Nonce().Match(Policy(answer)).Groups[1].Value;
            var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Contains($"nonce=\"{nonce}\"", page, StringComparison.Ordinal);
            Assert.True(answer.Headers.CacheControl!.NoStore);
            return nonce;
        }
    }

    [Fact]
    public void The_page_of_the_client_runs_and_draws_nothing_inline()
    {
        var page = File.ReadAllText(Path.Combine(RepositoryRoot.Find(), "client", "index.html"));

        Assert.DoesNotMatch(Inline(), page);
        Assert.Matches(Inline(), page.Replace("</head>", "<script>1</script></head>", StringComparison.Ordinal));
        Assert.Contains("nonce=\"__nonce__\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https", "127.0.0.0/8", true)]
    [InlineData("http", "127.0.0.0/8", false)]
    [InlineData("https", "10.0.0.0/8", false)]
    [InlineData("https", null, false)]
    public async Task TLS_is_promised_for_a_year_once_it_is_there_and_only_a_proxy_that_was_named_is_believed(string scheme, string? mandataires, bool promised)
    {
        using var answer = await AskAsync("/sante/vivant", mandataires is null ? [] : ["--Mandataires:0=" + mandataires], ("X-Forwarded-Proto", scheme));

        Assert.Equal(promised, answer.Headers.TryGetValues("Strict-Transport-Security", out var told) && told.Single() == "max-age=31536000; includeSubDomains");
    }

    private static string Policy(HttpResponseMessage answer) => answer.Headers.TryGetValues("Content-Security-Policy", out var values) ? values.Single() : string.Empty;

    private static List<string> Missing(HttpResponseMessage answer)
    {
        var policy = Policy(answer);
        var rules = policy.Split("; ");
        var missing = Bounds.Except(rules).ToList();
        var page = answer.RequestMessage?.RequestUri?.AbsolutePath;
        if (policy.Contains("unsafe", StringComparison.Ordinal) && page?.StartsWith("/api/docs", StringComparison.Ordinal) != true)
            missing.Add("unsafe");
        foreach (var (name, value) in new[]
                 {
                     ("X-Content-Type-Options", "nosniff"), ("X-Frame-Options", "DENY"), ("Referrer-Policy", "same-origin"), ("Cross-Origin-Opener-Policy", "same-origin"),
                 })
        {
            if (!answer.Headers.TryGetValues(name, out var told) || told.Single() != value)
                missing.Add($"{name}: {value}");
        }

        return missing;
    }

    /// <summary>One call to an application that serves a client of one page.</summary>
    private async Task<HttpResponseMessage> AskAsync(string path, string[]? args = null, params (string Name, string Value)[] headers)
    {
        var folder = Directory.CreateTempSubdirectory("masp-client-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "index.html"), "<meta nonce=\"__nonce__\">", TestContext.Current.CancellationToken);
            await using var application = MaspApi.Build(args ?? [], new MaspApiOptions { ConnectionString = api.Base.Application, Url = "http://127.0.0.1:0", Scelle = false, ClientFolder = folder.FullName });
            await application.StartAsync(TestContext.Current.CancellationToken);
            using var client = new HttpClient();
            using var request = new HttpRequestMessage(HttpMethod.Get, application.Urls.Single() + path);
            foreach (var (name, value) in headers)
                request.Headers.Add(name, value);
            return await client.SendAsync(request, TestContext.Current.CancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [GeneratedRegex("'nonce-([^']+)'")]
    private static partial Regex Nonce();

    [GeneratedRegex(@"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=|javascript:", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();
}
