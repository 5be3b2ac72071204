using Alicerce.Cli.Server.Packing;

namespace Alicerce.Cli.Tests.Packing;

public sealed class CredentialRemovalTests
{
    [Theory]
    [InlineData("datasources:\n  main:\n    password: hunter2\n", "datasources.main.password")]
    [InlineData("security: { secret_key: hunter2 }\n", "security.secret_key")]
    [InlineData("deploy:\n  api-key: 'hunter2'\n", "deploy.api-key")]
    [InlineData("auth:\n  ana:\n    fields: { senha: hunter2 }\n", "auth.ana.fields.senha")]
    [InlineData("secrets:\n  - hunter2\n", "secrets.-")]
    [InlineData("password: ${DB_PASSWORD:hunter2}\n", "password")]
    [InlineData("url: postgres://shop:hunter2@db/shop\n", "url")]
    [InlineData("text: |\n  -----BEGIN PRIVATE KEY-----\n  hunter2\n", "text")]
    [InlineData("plain: &p hunter2\npassword: *p\n", "plain")]
    public void Credentials_leave_the_text_and_their_place_is_told(string yaml, string path)
    {
        var result = CredentialRemoval.Remove(yaml);

        result.Text.ShouldNotBeNull().ShouldNotContain("hunter2");
        result.Paths.ShouldBe([path]);
        result.Text.Split('\n').Length.ShouldBe(yaml.Split('\n').Length);
    }

    [Fact]
    public void Comments_are_not_sent()
    {
        var result = CredentialRemoval.Remove("# password: hunter2\nserver: # or hunter2\n  port: 8080\n");

        result.Text.ShouldNotBeNull().ShouldNotContain("hunter2");
        result.Text.ShouldContain("  port: 8080\n");
        result.Paths.ShouldBeEmpty();
    }

    [Fact]
    public void References_and_harmless_settings_stay_as_they_are()
    {
        const string yaml = "server:\n  port: ${PORT:8080}\ndatasources:\n  loja:\n    host: db\n    password: ${LOJA_PASSWORD}\nauth:\n  ana: { type: bearer, token: \"${secret:ANA}\" }\n";

        CredentialRemoval.Remove(yaml).ShouldSatisfyAllConditions(r => r.Text.ShouldBe(yaml), r => r.Paths.ShouldBeEmpty());
    }

    [Theory]
    [InlineData("password: [hunter2\n")]
    [InlineData("a: b: password: hunter2\n")]
    public void What_is_not_YAML_is_not_sent_at_all(string yaml) => CredentialRemoval.Remove(yaml).Text.ShouldBeNull();

    [Fact]
    public void What_is_nested_without_end_is_not_sent_at_all() => CredentialRemoval.Remove(new string('[', 10_000)).Text.ShouldBeNull();
}
