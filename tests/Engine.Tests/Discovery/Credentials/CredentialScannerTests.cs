using Alicerce.Engine.Discovery.Credentials;
using Alicerce.Harness;

namespace Alicerce.Engine.Tests.Discovery.Credentials;

public sealed class CredentialScannerTests
{
    [Theory]
    [InlineData(".env", "DB_PASSWORD=hunter22", "password", "DB_PASSWORD")]
    [InlineData(".env.production", "export API_TOKEN='abc123def'", "credential", "API_TOKEN")]
    [InlineData("compose.yml", "  - POSTGRES_PASSWORD=hunter22", "password", "POSTGRES_PASSWORD")]
    [InlineData("config.yaml", "senha: \"hunter 22\" # da produção", "password", "senha")]
    [InlineData("appsettings.json", "  \"ClientSecret\": \"abc123def\",", "credential", "ClientSecret")]
    [InlineData("run.sh", "psql postgres://app:hunter22@db/shop", "password in an address", null)]
    [InlineData("deploy.key", "-----BEGIN RSA " + "PRIVATE KEY-----", "private key", null)]
    [InlineData("notes.md", "key AKIA" + "IOSFODNN7ABCDEFG of the bucket", "AWS access key", null)]
    [InlineData("ci.yml", "token: ghp" + "_0123456789abcdefghijABCDEFGHIJ012345", "GitHub token", null)]
    [InlineData("app.js", "const key = 'sk-0123456789abcdefghijKLMN'", "key of a model provider", null)]
    public void A_credential_in_plain_text_is_found_and_not_repeated(string path, string line, string kind, string? name)
    {
        var found = CredentialScanner.ScanText(path, $"first line\n{line}\n").ShouldHaveSingleItem();

        (found.Line, found.Kind, found.Name).ShouldBe((2, kind, name));
    }

    [Theory]
    [InlineData(".env", "DB_PASSWORD=${DB_PASSWORD}")]
    [InlineData(".env", "DB_PASSWORD=")]
    [InlineData(".env", "DB_PASSWORD=changeme")]
    [InlineData(".env.sample", "API_KEY=<your key>")]
    [InlineData("compose.yml", "      POSTGRES_PASSWORD: ${secret:DB_PASSWORD}")]
    [InlineData("compose.yml", "      POSTGRES_PASSWORD_FILE: /run/secrets/db")]
    [InlineData("config.yaml", "password: \"{{ password }}\"")]
    [InlineData("schema.json", "  \"password\": {")]
    [InlineData("app.cs", "var token = reader.Next();")]
    [InlineData("run.sh", "psql postgres://app:$PASSWORD@db/shop")]
    [InlineData("readme.md", "postgres://user:example@host/db")]
    public void A_reference_a_placeholder_or_code_is_none(string path, string line) => CredentialScanner.ScanText(path, line).ShouldBeEmpty();

    [Fact]
    public void A_folder_is_looked_through_without_links_and_without_what_others_made()
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder["deep/er"]);
        Directory.CreateDirectory(folder["node_modules"]);
        File.WriteAllText(folder["deep/er/.env"], "A_SECRET=abcdef\nB=plain\n");
        File.WriteAllText(folder["node_modules/.env"], "A_SECRET=abcdef\n");
        File.WriteAllBytes(folder["image.env"], [0, 1, 2]);
        Directory.CreateSymbolicLink(folder["loop"], folder.Path);

        CredentialScanner.Scan(folder.Path, TestContext.Current.CancellationToken).Select(found => $"{found.Path}:{found.Line}").ShouldBe(["deep/er/.env:1"]);
    }
}
