using System.Text.Json;
using Alicerce.Platform.Identity;
using Microsoft.Extensions.Configuration;

namespace Alicerce.Platform.Tests.Identity;

/// <summary>S001-AUTH-04: the role of a token, in the shape of each provider.</summary>
public sealed class RoleClaimsTests
{
    [Theory]
    [Trait("Req", "S001-AUTH-04")]
    [Trait("Trap", "T001-19")]
    [InlineData("""{"realm_access":{"roles":["offline_access","developer"]}}""", AccessRole.Developer)]
    [InlineData("""{"https://shop.example.com/roles":["admin","viewer"]}""", AccessRole.Admin)]
    [InlineData("""{"app_metadata":{"role":"developer"}}""", AccessRole.Developer)]
    [InlineData("""{"app_metadata":{"roles":["admin"]},"role":"authenticated"}""", AccessRole.Admin)]
    [InlineData("""{"roles":["developer"]}""", AccessRole.Developer)]
    [InlineData("""{"user_metadata":{"role":"admin"}}""", AccessRole.Viewer)]
    [InlineData("""{"roles":{"admin":true},"realm_access":"admin","app_metadata":["admin"]}""", AccessRole.Viewer)]
    [InlineData("""{"roles":["Admin","admin ",null,7]}""", AccessRole.Viewer)]
    [InlineData("{}", AccessRole.Viewer)]
    public void Each_provider_says_in_its_own_way_what_somebody_may_do(string claims, AccessRole expected) =>
        RoleClaims.Standard.RoleOf(JsonElement.Parse(claims)).ShouldBe(expected);

    [Fact]
    public void Settings_name_other_claims_and_other_words()
    {
        var mistakes = new List<string>();
        var roles = RoleClaims.Read("resource_access.shop.roles, https://x.example.com/teams", "platform-team=admin, qa=developer", mistakes);
        mistakes.ShouldBeEmpty();
        roles.RoleOf(JsonElement.Parse("""{"resource_access":{"shop":{"roles":["qa"]}}}""")).ShouldBe(AccessRole.Developer);
        roles.RoleOf(JsonElement.Parse("""{"https://x.example.com/teams":"platform-team"}""")).ShouldBe(AccessRole.Admin);
        roles.RoleOf(JsonElement.Parse("""{"realm_access":{"roles":["admin"]},"https://x.example.com/teams":["admin"]}""")).ShouldBe(AccessRole.Viewer);
    }

    [Theory]
    [Trait("Req", "S001-AUTH-07")]
    [InlineData("OIDC_AUDIENCE=a", "OIDC_AUDIENCE is set without OIDC_ISSUER")]
    [InlineData("OIDC_ISSUER=https://auth.example.com", "OIDC_AUDIENCE is missing")]
    [InlineData("OIDC_ISSUER=http://auth.example.com;OIDC_AUDIENCE=a", "OIDC_ISSUER starts with http://")]
    [InlineData("OIDC_ISSUER=auth.example.com;OIDC_AUDIENCE=a", "OIDC_ISSUER is no plain web address")]
    [InlineData("OIDC_ISSUER=https://u:p@auth.example.com;OIDC_AUDIENCE=a", "OIDC_ISSUER is no plain web address")]
    [InlineData("OIDC_ISSUER=https://auth.example.com;OIDC_AUDIENCE=a;ALICERCE_OIDC_ALGORITHMS=HS256", "ALICERCE_OIDC_ALGORITHMS is 'HS256'")]
    [InlineData("OIDC_ISSUER=https://auth.example.com;OIDC_AUDIENCE=a;ALICERCE_OIDC_ALGORITHMS=none", "ALICERCE_OIDC_ALGORITHMS is 'none'")]
    [InlineData("OIDC_ISSUER=https://auth.example.com;OIDC_AUDIENCE=a;ALICERCE_OIDC_ROLE_WORDS=boss=king", "ALICERCE_OIDC_ROLE_WORDS has 'boss=king'")]
    public void A_mistake_in_the_settings_is_one_clear_sentence(string settings, string sentence)
    {
        var mistake = OidcOptions.CheckConfiguration(ConfigurationOf(settings)).ShouldHaveSingleItem();
        mistake.ShouldStartWith(sentence);
        mistake.ShouldNotContain("u:p");
    }

    [Theory]
    [InlineData("OIDC_ISSUER=https://auth.example.com/realms/myapp;OIDC_AUDIENCE=my-api;OIDC_CLIENT_ID=my-spa")]
    [InlineData("OIDC_ISSUER=http://localhost:8080/realms/myapp;OIDC_AUDIENCE=my-api;ALICERCE_OIDC_ALGORITHMS=RS256, ES256")]
    [InlineData("")]
    public void Good_settings_are_accepted(string settings) => OidcOptions.CheckConfiguration(ConfigurationOf(settings)).ShouldBeEmpty();

    private static IConfiguration ConfigurationOf(string settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(entry => entry.Split('=', 2)).ToDictionary(pair => pair[0], pair => (string?)pair[1]))
        .Build();
}
