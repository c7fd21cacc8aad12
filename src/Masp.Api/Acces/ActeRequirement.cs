using Masp.Application.Commun;
using Masp.Domain.Acces;
using Microsoft.AspNetCore.Authorization;

namespace Masp.Api.Acces;

/// <summary>The caller's role, and a program's scopes, must allow this act.</summary>
public sealed record ActeRequirement(Acte Acte) : IAuthorizationRequirement;

internal sealed class ActeAuthorizationHandler(Horloge horloge) : AuthorizationHandler<ActeRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, ActeRequirement requirement)
    {
        if (Identites.ActeurOf(context.User) is { } acteur
            && Droits.May(acteur, requirement.Acte, horloge.Aujourdhui).Admis
            && context.Resource is HttpContext http
            && Identites.ScopeAllows(context.User, requirement.Acte, http.Request.Method))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
