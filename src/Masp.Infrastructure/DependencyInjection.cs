using System.Security.Cryptography.X509Certificates;
using Masp.Application.Commun;
using Masp.Application.Journal;
using Masp.Infrastructure.Acces;
using Masp.Infrastructure.Courriels;
using Masp.Infrastructure.Documents;
using Masp.Infrastructure.Donnees;
using Masp.Infrastructure.Echeances;
using Masp.Infrastructure.Journal;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Masp.Infrastructure;

public static class DependencyInjection
{
    /// <param name="services">Where to register.</param>
    /// <param name="connectionString">Of <c>masp_app</c>: never of the owner.</param>
    /// <param name="certificat">File (PKCS #12) of the certificate that seals the shared keys; they are then as safe as the database when null.</param>
    /// <param name="motDePasse">Of that file.</param>
    /// <param name="documents">Folder of the documents' program; looked for when null.</param>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The certificate cannot be read.</exception>
    public static IServiceCollection AddMaspInfrastructure(
        this IServiceCollection services, string connectionString, string? certificat = null, string? motDePasse = null, string? documents = null)
    {
        // Who acts is told for one transaction only, so nothing of it is left on a connection: no reset is needed between two uses.
        var fast = new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 200, AutoPrepareMinUsages = 2, NoResetOnClose = true }.ConnectionString;
        services.AddSingleton(_ => Open(fast));
        services.AddKeyedSingleton(MaspDatabase.Acces, (_, _) => Open(MaspDatabase.AsAcces(fast)));
        services.AddPooledDbContextFactory<MaspDbContext>((provider, options) => options
            .UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>(), npgsql => npgsql.UseNodaTime())
            .UseSnakeCaseNamingConvention()
            .AddInterceptors(new QuiAgitInterceptor()));
        services.AddScoped(provider =>
        {
            var acteur = provider.GetRequiredService<ActeurCourant>();
            return provider.GetRequiredService<IDbContextFactory<MaspDbContext>>().CreateDbContext().For(
                acteur.IsKnown ? acteur.Acteur : null, provider.GetRequiredService<Horloge>().Aujourdhui, provider.GetRequiredService<RequeteCourante>(),
                provider.GetRequiredService<AccesEnCours>());
        });
        services.AddScoped<IMaspDbContext>(provider => provider.GetRequiredService<MaspDbContext>());
        services.AddSingleton<IMoteurDocuments>(_ => new MoteurTypst(DossierDesDocuments.Find(documents)));
        return services.AddAcces().AddCles(certificat, motDePasse);
    }

    /// <summary>Opens the deadlines that a calendar day starts, hour after hour, beside whatever this program does.</summary>
    public static IServiceCollection AddPassageDuJour(this IServiceCollection services) => services.AddHostedService(provider => provider.GetRequiredService<PassageDuJour>());

    /// <summary>Seals the journals every minute, beside whatever this program does.</summary>
    public static IServiceCollection AddScellement(this IServiceCollection services) => services.AddHostedService<ScellementPeriodique>();

    private static NpgsqlDataSource Open(string connectionString)
    {
        var builder = new NpgsqlDataSourceBuilder(connectionString);
        builder.UseNodaTime();
        return builder.Build();
    }

    private static IServiceCollection AddAcces(this IServiceCollection services)
    {
        services.AddDbContextPool<AccesDbContext>((provider, options) => options
            .UseNpgsql(provider.GetRequiredKeyedService<NpgsqlDataSource>(MaspDatabase.Acces), npgsql => npgsql.UseNodaTime())
            .UseSnakeCaseNamingConvention());
        services.AddIdentityCore<Utilisateur>(options =>
            {
                // What a password must be is said by the domain.
                options.Password = new PasswordOptions { RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false };
                options.User.RequireUniqueEmail = true;
            })
            .AddEntityFrameworkStores<AccesDbContext>()
            .AddSignInManager();
        services.AddScoped<Essais>();
        services.AddOpenIddict().AddCore(core => core.UseEntityFrameworkCore().UseDbContext<AccesDbContext>());
        return services.AddComptes().AddCourriels();
    }

    private static IServiceCollection AddComptes(this IServiceCollection services)
    {
        services.AddOptions<OptionsDAcces>().BindConfiguration("Acces");
        services.AddSingleton<AdressePublique>();
        services.AddScoped<IPasskeyHandler<Utilisateur>, PasskeyHandler<Utilisateur>>();
        Type[] parts =
        [
            typeof(Scelles), typeof(UniteDAcces), typeof(Liens), typeof(MotsDePasse), typeof(SecondFacteur), typeof(SessionsDesPersonnes), typeof(ClesDAcces),
            typeof(ListComptes), typeof(InviteCompte), typeof(ChangeCompte), typeof(ReviewComptes), typeof(AcceptLien), typeof(MonCompte), typeof(TenueDeProgrammes), typeof(ProgrammesAdmis),
        ];
        foreach (var part in parts)
            services.AddScoped(part);
        return services;
    }

    private static IServiceCollection AddCourriels(this IServiceCollection services)
    {
        services.AddOptions<OptionsDeCourriels>().BindConfiguration("Courriels");
        services.AddSingleton<BoiteDEnvoi>();
        services.AddSingleton<IMailSender>(provider =>
        {
            var options = provider.GetRequiredService<IOptions<OptionsDeCourriels>>();
            return options.Value.SmtpHote is null ? new EnvoiDansUnDossier(options) : new EnvoiParSmtp(options);
        });
        services.AddSingleton<Facteur>();
        services.AddHostedService(provider => provider.GetRequiredService<Facteur>());
        services.AddSingleton<PassageDuJour>();
        return services;
    }

    private static IServiceCollection AddCles(this IServiceCollection services, string? certificat, string? motDePasse)
    {
        var keys = services.AddDataProtection().SetApplicationName("Masp");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(options =>
        {
            options.XmlRepository = new ClesPartagees(provider.GetRequiredService<IServiceScopeFactory>());

            // Said, not forgotten: without a certificate the keys are written as they are.
            if (certificat is null)
                options.XmlEncryptor = new NullXmlEncryptor();
        }));
        if (certificat is not null)
            keys.ProtectKeysWithCertificate(X509CertificateLoader.LoadPkcs12FromFile(certificat, motDePasse));
        return services;
    }
}
