using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Alicerce.Harness;
using Alicerce.Platform.Identity;

namespace Alicerce.Platform.Tests.Identity;

/// <summary>S001-AUTH-02: which JWTs are believed, against a provider with a key of its own.</summary>
public sealed class TokenValidatorTests : IssuerTest
{
    [Fact]
    public async Task A_good_token_is_believed()
    {
        var verdict = await CheckAsync(Provider.Sign(Provider.Claims("ana")));
        (verdict.Token?.Subject, verdict.Refusal).ShouldBe(("ana", null));
    }

    [Theory]
    [Trait("Req", "S001-AUTH-02")]
    [Trait("Req", "S001-SEC-08")]
    [InlineData("iss", "\"https://other.example.com\"")]
    [InlineData("iss", null)]
    [InlineData("aud", "\"other-api\"")]
    [InlineData("aud", "[\"other-api\"]")]
    [InlineData("aud", null)]
    [InlineData("exp", "1000000000")]
    [InlineData("exp", "\"9999999999\"")]
    [InlineData("exp", "1e300")]
    [InlineData("exp", null)]
    [InlineData("nbf", "99999999999")]
    [InlineData("nbf", "\"soon\"")]
    [InlineData("sub", "\"\"")]
    [InlineData("sub", "7")]
    [InlineData("sub", "\"a\\u0000b\"")]
    [InlineData("sub", null)]
    public async Task A_token_with_a_wrong_claim_is_refused(string claim, string? json)
    {
        var claims = Provider.Claims();
        if (json is null) claims.Remove(claim);
        else claims[claim] = JsonElement.Parse(json);
        await RefusesAsync(Provider.Sign(claims));
    }

    [Theory]
    [InlineData("alg", "\"none\"")]
    [InlineData("alg", "\"HS256\"")]
    [InlineData("alg", "\"ES256\"")]
    [InlineData("alg", "\"rs256\"")]
    [InlineData("alg", null)]
    [InlineData("crit", "[\"exp\"]")]
    [InlineData("crit", "[]")]
    [InlineData("typ", "\"logout+jwt\"")]
    [InlineData("kid", "\"unknown\"")]
    [InlineData("kid", "7")]
    [InlineData("kid", "\"\"")]
    public async Task A_token_with_a_wrong_header_is_refused(string name, string? json)
    {
        var header = Provider.Header();
        if (json is null) header.Remove(name);
        else header[name] = JsonElement.Parse(json);
        await RefusesAsync(Provider.Key.Sign(header, Provider.Claims()));
    }

    [Fact]
    public async Task A_token_signed_with_the_public_key_as_if_it_were_a_shared_secret_is_refused()
    {
        var header = Provider.Header();
        header["alg"] = "HS256";
        var signed = $"{IssuerKey.Encode(JsonSerializer.Serialize(header))}.{IssuerKey.Encode(JsonSerializer.Serialize(Provider.Claims()))}";
        var secret = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(Provider.Key.PublicJwk()));
        await RefusesAsync($"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(signed)))}");
    }

    [Fact]
    public async Task A_token_that_another_key_signed_is_refused() =>
        await RefusesAsync(IssuerKey.Rsa(Provider.Key.Kid).Sign(Provider.Header(), Provider.Claims()));

    [Fact]
    public async Task Two_values_under_one_name_are_refused_wherever_they_stand()
    {
        var (header, claims) = (JsonSerializer.Serialize(Provider.Header()), JsonSerializer.Serialize(Provider.Claims()));
        await RefusesAsync(Provider.Key.Sign(header.Insert(1, "\"alg\":\"none\","), claims));
        await RefusesAsync(Provider.Key.Sign(header, claims.Insert(1, "\"sub\":\"admin\",")));
        await RefusesAsync(Provider.Key.Sign(header, claims.Insert(1, "\"s\\u0075b\":\"admin\",")));
        await RefusesAsync(Provider.Key.Sign(header, claims.Insert(1, "\"x\":{\"y\":1,\"y\":2},")));
    }

    [Fact]
    public async Task A_token_that_is_not_strictly_written_is_refused()
    {
        var good = Provider.Sign(Provider.Claims());
        var parts = good.Split('.');
        foreach (var bad in new[]
                 {
                     $"{good}=", $"{good}==", $"{good} ", $"{good}.", $"{good}\n", $"{parts[0]}.{parts[1]}.", $"{parts[0]}.{parts[1]}", $".{parts[1]}.{parts[2]}", "..", "a.b.c",
                     $"{parts[0]}.{parts[1]}.{parts[2][..^1]}", $"{parts[0]}.{parts[1]}A.{parts[2]}", new string('a', 20_000) + "." + good,
                     Provider.Key.Sign("[]", "[]"), Provider.Key.Sign("null", "7"), Provider.Key.Sign(JsonSerializer.Serialize(Provider.Header()), "{\"sub\":\"\\ud800\"}"),
                 })
            await RefusesAsync(bad);
    }

    [Fact]
    public async Task The_last_bits_of_a_signature_that_stand_for_nothing_have_to_be_zero()
    {
        // 256 bytes leave four bits over in the last letter: the next letter decodes to the same signature.
        var good = Provider.Sign(Provider.Claims());
        await RefusesAsync(good[..^1] + (char)(good[^1] + 1));
    }

    [Fact]
    public async Task Every_changed_letter_of_a_token_makes_it_refused()
    {
        var good = Provider.Sign(Provider.Claims());
        for (var i = 0; i < good.Length; i += 7)
            await RefusesAsync(good[..i] + (good[i] == 'A' ? 'B' : 'A') + good[(i + 1)..]);
    }

    [Fact]
    public async Task ES256_counts_only_where_the_settings_allow_it()
    {
        Provider.Rotate(IssuerKey.Ec("curve"));
        var token = Provider.Sign(Provider.Claims());
        (await CheckAsync(token, VerificationKey.Rs256)).Token.ShouldBeNull();
        (await CheckAsync(token, VerificationKey.Rs256, VerificationKey.Es256)).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task A_key_serves_no_other_algorithm_than_its_own()
    {
        var header = Provider.Header();
        header["alg"] = VerificationKey.Es256;
        (await CheckAsync(Provider.Key.Sign(header, Provider.Claims()), VerificationKey.Rs256, VerificationKey.Es256)).Token.ShouldBeNull();
    }

    [Fact]
    public async Task Clocks_may_differ_by_half_a_minute_and_no_more()
    {
        var claims = Provider.Claims();
        claims["nbf"] = Clock.GetUtcNow().AddSeconds(20).ToUnixTimeSeconds();
        (await CheckAsync(Provider.Sign(claims))).Refusal.ShouldBeNull();
        claims["nbf"] = Clock.GetUtcNow().AddSeconds(45).ToUnixTimeSeconds();
        await RefusesAsync(Provider.Sign(claims));
        Clock.Forward(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(20));
        var old = Provider.Claims();
        (await CheckAsync(Provider.Sign(old))).Refusal.ShouldBeNull();
        Clock.Forward(TimeSpan.FromSeconds(25));
        await RefusesAsync(Provider.Sign(old));
    }

    private ValueTask<TokenVerdict> CheckAsync(string token, params string[] algorithms) => Validator(algorithms).CheckAsync(token, FakeIssuer.Audience, Ct);

    private async Task RefusesAsync(string token)
    {
        var verdict = await CheckAsync(token);
        verdict.Token.ShouldBeNull(token);
        verdict.Refusal.ShouldNotBeNullOrEmpty();
    }
}
