using Masp.Infrastructure.Acces;
using Microsoft.AspNetCore;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Masp.Api.Acces;

/// <summary>
/// Stands where OpenIddict compares its one secret: ours are two while one replaces the other, and a program may be bound to networks and to a last day. Whatever is
/// wrong, the answer is the same.
/// </summary>
internal sealed class SecretHandler(ProgrammesAdmis programmes) : IOpenIddictServerHandler<ProcessAuthenticationContext>
{
    public static readonly OpenIddictServerHandlerDescriptor Descriptor = OpenIddictServerHandlerDescriptor.CreateBuilder<ProcessAuthenticationContext>()
        .UseScopedHandler<SecretHandler>()
        .SetOrder(OpenIddictServerHandlers.ValidateClientSecret.Descriptor.Order)
        .SetType(OpenIddictServerHandlerType.Custom)
        .Build();

    public async ValueTask HandleAsync(ProcessAuthenticationContext context)
    {
        var http = context.Transaction.GetHttpRequest()?.HttpContext;
        if (http is null || context.ClientId is not { } id || context.ClientSecret is not { } secret
            || !await programmes.AdmitsAsync(id, secret, http.Connection.RemoteIpAddress, http.RequestAborted))
        {
            // In a header too, so in letters that headers may hold.
            context.Reject(OpenIddictConstants.Errors.InvalidClient, "The program, its secret or the address it calls from is not admitted.");
        }
    }
}
