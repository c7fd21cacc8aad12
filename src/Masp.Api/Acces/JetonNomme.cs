using Microsoft.AspNetCore;
using OpenIddict.Validation;
using static OpenIddict.Validation.OpenIddictValidationEvents;
using static OpenIddict.Validation.OpenIddictValidationHandlers.Protection;

namespace Masp.Api.Acces;

/// <summary>Stands between the unsealing of a token and the question whether it is still good: by then it is ours, and names a program.</summary>
internal sealed class JetonNomme : IOpenIddictValidationHandler<ValidateTokenContext>
{
    public static readonly OpenIddictValidationHandlerDescriptor Descriptor = OpenIddictValidationHandlerDescriptor.CreateBuilder<ValidateTokenContext>()
        .UseSingletonHandler<JetonNomme>()
        .SetOrder(ValidatePrincipal.Descriptor.Order + 1)
        .SetType(OpenIddictValidationHandlerType.Custom)
        .Build();

    public ValueTask HandleAsync(ValidateTokenContext context)
    {
        if (context.Transaction.GetHttpRequest()?.HttpContext is { } http)
            Identites.RememberNamed(http, context.Principal);
        return ValueTask.CompletedTask;
    }
}
