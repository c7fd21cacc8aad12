using System.Text;
using Masp.Domain.Acces;
using NodaTime;
using Xunit;

namespace Masp.Domain.Tests.Acces;

public sealed class CodeTotpTests
{
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("12345678901234567890");
    private static readonly Instant Now = Instant.FromUnixTimeSeconds(1_234_567_890);

    /// <summary>Appendix B of RFC 6238, its last six figures.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1_111_111_109, "081804")]
    [InlineData(1_111_111_111, "050471")]
    [InlineData(1_234_567_890, "005924")]
    [InlineData(2_000_000_000, "279037")]
    [InlineData(20_000_000_000, "353130")]
    public void Codes_are_those_of_the_RFC(long seconds, string code) => Assert.Equal(code, CodeTotp.Compute(Key, CodeTotp.StepAt(Instant.FromUnixTimeSeconds(seconds))));

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void A_clock_may_be_one_step_off(int steps, bool admitted)
    {
        var step = CodeTotp.StepAt(Now) + steps;

        Assert.Equal(admitted ? step : null, CodeTotp.Find(Key, CodeTotp.Compute(Key, step), Now, 0));
    }

    [Fact]
    public void A_step_that_served_does_not_serve_again_nor_does_one_before_it()
    {
        var step = CodeTotp.StepAt(Now);

        Assert.Null(CodeTotp.Find(Key, CodeTotp.Compute(Key, step), Now, step));
        Assert.Null(CodeTotp.Find(Key, CodeTotp.Compute(Key, step - 1), Now, step));
        Assert.Equal(step + 1, CodeTotp.Find(Key, CodeTotp.Compute(Key, step + 1), Now, step));
    }

    [Theory]
    [InlineData("005 924", true)]
    [InlineData("005925", false)]
    [InlineData("05924", false)]
    [InlineData("", false)]
    [InlineData("0059240", false)]
    [InlineData("٠٠٥٩٢٤", false)]
    public void What_was_typed_is_compared_whole(string code, bool admitted) => Assert.Equal(admitted, CodeTotp.Find(Key, code, Now, 0) is not null);

    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("foobar", "MZXW6YTBOI")]
    [InlineData("12345678901234567890", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")]
    public void A_key_is_written_as_RFC_4648_says(string bytes, string text) => Assert.Equal(text, CodeTotp.ToBase32(Encoding.ASCII.GetBytes(bytes)));
}
