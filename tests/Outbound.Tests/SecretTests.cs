using System.Text.Json;

namespace Alicerce.Outbound.Tests;

public sealed class SecretTests
{
    private sealed record Holder(Secret Password);

    [Fact]
    public void A_secret_prints_as_stars()
    {
        var secret = new Secret("hunter2");
        $"{secret}".ShouldBe("***");
        new Holder(secret).ToString().ShouldNotContain("hunter2");
        secret.Reveal().ShouldBe("hunter2");
    }

    [Fact]
    public void A_secret_is_neither_written_to_nor_read_from_json()
    {
        Should.Throw<JsonException>(() => JsonSerializer.Serialize(new Holder(new Secret("hunter2")))).Message.ShouldNotContain("hunter2");
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Holder>("""{"Password":"hunter2"}"""));
    }
}
