using AutoMapper;
using Masp.Architecture.Tests.Routes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Masp.Architecture.Tests.Contrat;

public sealed class CorrespondancesTests(AppDEssai app) : IClassFixture<AppDEssai>
{
    [Fact]
    public void Every_mapping_to_a_DTO_fills_every_field() =>
        app.Services.GetRequiredService<IMapper>().ConfigurationProvider.AssertConfigurationIsValid();

    [Fact]
    public void A_planted_mapping_that_forgets_a_field_is_refused()
    {
        var planted = new MapperConfiguration(configuration => configuration.CreateMap<Source, Destination>(), NullLoggerFactory.Instance);

        Assert.Throws<AutoMapperConfigurationException>(planted.AssertConfigurationIsValid);
    }

    private sealed record Source(string Nom);

    private sealed class Destination
    {
        public string Nom { get; set; } = string.Empty;

        public string Oublie { get; set; } = string.Empty;
    }
}
