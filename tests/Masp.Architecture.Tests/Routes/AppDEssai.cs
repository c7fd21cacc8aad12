using System.Security.Claims;
using System.Text.Encodings.Web;
using Masp.Api;
using Masp.Api.Acces;
using Masp.Domain.Acces;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Serilog;

namespace Masp.Architecture.Tests.Routes;

/// <summary>The real application, started without a database: enough for whatever is decided before the first query.</summary>
public sealed class AppDEssai : IAsyncLifetime
{
    private const string Scheme = "Essai";
    private const string RoleHeader = "X-Essai-Role";

    private WebApplication? _app;

    public IServiceProvider Services => App.Services;

    internal IReadOnlyList<RouteEndpoint> Routes =>
        [.. ((IEndpointRouteBuilder)App).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()];

    private WebApplication App => _app ?? throw new InvalidOperationException("The fixture has not been initialised by xunit.");

    public async ValueTask InitializeAsync()
    {
        _app = MaspApi.Build([], new MaspApiOptions
        {
            // Nobody listens there: a query fails at once, and never on somebody's server.
            ConnectionString = "Host=127.0.0.1;Port=1;Timeout=1",
            Url = "http://127.0.0.1:0",
            Configure = Prepare,
        });
        await _app.StartAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
    }

    /// <param name="role">Who calls; nobody when null.</param>
    internal HttpClient Call(Role? role = null)
    {
        var address = App.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        var http = new HttpClient { BaseAddress = new Uri(address) };
        if (role is { } told)
            http.DefaultRequestHeaders.Add(RoleHeader, told.ToString());
        return http;
    }

    private static void Prepare(WebApplicationBuilder builder)
    {
        builder.Services.AddSerilog(Serilog.Core.Logger.None);
        builder.Services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, Entree>(Scheme, null);
        builder.Services.PostConfigureAll<PolicySchemeOptions>(options =>
        {
            var real = options.ForwardDefaultSelector;
            options.ForwardDefaultSelector = http => http.Request.Headers.ContainsKey(RoleHeader) ? Scheme : real?.Invoke(http);
        });
    }

    /// <summary>Lets in whoever says a role: what follows is asked of the rules, not of the accounts.</summary>
    private sealed class Entree(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            var acteur = new Acteur("34", Guid.Empty, Enum.Parse<Role>(Request.Headers[RoleHeader].ToString()));
            var user = new ClaimsPrincipal(new ClaimsIdentity(Identites.ClaimsOf(acteur), Scheme.Name));
            return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(user, Scheme.Name)));
        }
    }
}
