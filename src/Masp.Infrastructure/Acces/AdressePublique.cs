using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace Masp.Infrastructure.Acces;

/// <summary>Where people reach the pages: as configured, else where the server listens. Never what a request says of itself.</summary>
public sealed class AdressePublique(IOptions<OptionsDAcces> options, IServer server)
{
    public string Value => (options.Value.Adresse ?? server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
        ?? throw new InvalidOperationException("Acces:Adresse is not set.")).TrimEnd('/');
}
