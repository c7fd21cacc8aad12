using System.Reflection;
using FluentValidation;
using Masp.Application.Acces;
using Masp.Application.Attributions;
using Masp.Application.Beneficiaires;
using Masp.Application.Commun;
using Masp.Application.Echeances;
using Masp.Application.Facturation;
using Masp.Application.Journal;
using Masp.Application.Mesures;
using Masp.Application.Mesures.Rencontres;
using Masp.Application.Mesures.Avenants;
using Masp.Application.Titulaires;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Masp.Application;

/// <summary>The one file that knows how MediatR 5 is wired: an upgrade touches nothing else.</summary>
public static class DependencyInjection
{
    public static IServiceCollection AddMaspApplication(this IServiceCollection services, string? autoMapperLicenseKey)
    {
        var assembly = Assembly.GetExecutingAssembly();
        services.AddScoped<IMediator>(provider => new Mediator(provider.GetService!));
        foreach (var (contract, handler) in Handlers(assembly))
            services.AddScoped(contract, handler);
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(Validation<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(UniteDeTravail<,>));
        services.AddValidatorsFromAssembly(assembly, ServiceLifetime.Singleton, includeInternalTypes: true);
        services.AddAutoMapper(configuration => configuration.LicenseKey = autoMapperLicenseKey ?? string.Empty, assembly);
        services.AddScoped<ActeurCourant>();
        services.AddScoped<CleDeRejeu>();
        services.AddScoped(provider => Portee.Of(provider.GetRequiredService<ActeurCourant>().Acteur, provider.GetRequiredService<Horloge>().Aujourdhui));
        services.AddScoped<RequeteCourante>();
        services.AddScoped<AccesEnCours>();
        services.AddScoped<LectureDirecte>();
        services.AddScoped<Alerte>();
        services.AddScoped<ServiceDeLot>();
        services.AddScoped<ChangeBon>();
        services.AddScoped<ChangePreparation>();
        services.AddScoped<ChangeIntervenant>();
        services.AddScoped<ServiceDeRelais>();
        services.AddScoped<ServiceDeRencontre>();
        services.AddScoped<SqlDeLot>();
        services.AddScoped<LectureFiche>();
        services.AddScoped<LectureEcheances>();
        services.AddScoped<LectureCertificats>();
        services.AddScoped<MesureTenue>();
        services.AddScoped<CalculDesConsequences>();
        services.AddScoped<TenueDesEcheances>();
        services.AddScoped<ChangeEcheance>();
        services.AddScoped<OuvertureDuJour>();
        services.AddScoped<CalculFacture>();
        services.AddSingleton<Horloge>();
        services.AddSingleton<Identifiants>();
        return services;
    }

    private static IEnumerable<(Type Contract, Type Handler)> Handlers(Assembly assembly) =>
        from type in assembly.GetTypes()
        where type is { IsClass: true, IsAbstract: false }
        from contract in type.GetInterfaces()
        where contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)
        select (contract, type);
}
