using System.Globalization;
using System.Security.Claims;
using Masp.Api.Acces;
using Masp.Api.Tests.Socle;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Internal;

namespace Masp.Api.Tests.Acces;

/// <summary>A token found good is believed for a minute, for itself only, never past its end, and not without measure.</summary>
public sealed class JetonsConnusTests(ApiDeTest api) : IClassFixture<ApiDeTest>
{
    private static readonly DateTimeOffset Start = new(2026, 3, 16, 9, 0, 0, TimeSpan.Zero);

    private readonly HorlogeDeTest _clock = new() { UtcNow = Start };

    [Theory]
    [InlineData(59, 1800, true)]
    [InlineData(60, 1800, false)]
    [InlineData(9, 10, true)]
    [InlineData(10, 10, false)]
    public void A_known_token_is_believed_for_a_minute_and_never_past_its_end(int seconds, int lifetime, bool believed)
    {
        using var known = new JetonsConnus(_clock);
        known.Remember(With("Bearer a"), Somebody, Start.AddSeconds(lifetime));

        _clock.UtcNow = Start.AddSeconds(seconds);

        Assert.Equal(believed, known.Find(With("Bearer a")) is not null);
    }

    [Theory]
    [InlineData("Bearer b")]
    [InlineData("Bearer A")]
    [InlineData("Bearer a ")]
    [InlineData("Basic a")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_known_of_a_token_is_said_of_no_other(string? header)
    {
        using var known = new JetonsConnus(_clock);
        known.Remember(With("Bearer a"), Somebody, Start.AddHours(1));

        Assert.Null(known.Find(With(header)));
        Assert.Same(Somebody, known.Find(With("Bearer a")));
    }

    [Fact]
    public void What_was_decided_of_a_program_makes_every_token_be_read_again()
    {
        using var known = new JetonsConnus(_clock);
        known.Remember(With("Bearer a"), Somebody, Start.AddHours(1));
        known.Remember(With("Bearer b"), Somebody, Start.AddHours(1));

        known.Forget();

        Assert.Null(known.Find(With("Bearer a")));
        Assert.Null(known.Find(With("Bearer b")));
    }

    [Fact]
    public void A_token_without_end_and_a_request_without_token_are_not_kept()
    {
        using var known = new JetonsConnus(_clock);
        known.Remember(With("Bearer a"), Somebody, null);
        known.Remember(With(null), Somebody, Start.AddHours(1));

        Assert.Equal(0, known.Count);
    }

    [Fact]
    public void Ten_thousand_tokens_are_kept_at_most()
    {
        using var known = new JetonsConnus(_clock);
        for (var i = 0; i < JetonsConnus.Nombre + 100; i++)
            known.Remember(With("Bearer " + i.ToString(CultureInfo.InvariantCulture)), Somebody, Start.AddHours(1));

        Assert.InRange(known.Count, 1, JetonsConnus.Nombre);
    }

    [Fact]
    public async Task A_token_spoilt_by_one_letter_is_refused_after_the_good_one_was_used()
    {
        var good = await Appelant.TokenAsync(api.Address, ApiDeTest.ProgrammeIntegrateur);
        using var program = Appelant.WithToken(api.Address, good);
        for (var i = 0; i < 2; i++)
            (await program.GetAsync("/lots")).Reussie();
        var middle = good.Length / 2;

        using var forger = Appelant.WithToken(api.Address, good[..middle] + (good[middle] == 'A' ? 'B' : 'A') + good[(middle + 1)..]);

        (await forger.GetAsync("/lots")).AssertRefused(401, "acces.authentification");
        (await program.GetAsync("/lots")).Reussie();
    }

    private static ClaimsPrincipal Somebody { get; } = new(new ClaimsIdentity("essai"));

    private static HttpRequest With(string? header)
    {
        var request = new DefaultHttpContext().Request;
        if (header is not null)
            request.Headers.Authorization = header;
        return request;
    }

    private sealed class HorlogeDeTest : ISystemClock
    {
        public DateTimeOffset UtcNow { get; set; }
    }
}
