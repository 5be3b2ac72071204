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
    [InlineData("app.cs", "var db = \"Server=db;Database=shop;User Id=sa;Password=hunter.2;\";", "password in a connection string", null)]
    [InlineData("notes.txt", "use Pwd=hunter.2;Server=db", "password in a connection string", null)]
    [InlineData("web.config", "  <add name=\"Shop\" connectionString=\"Data Source=db;Initial Catalog=shop;User ID=sa;Password=hunter.2\" />", "password in a connection string", null)]
    [InlineData("appsettings.json", "\"ConnectionStrings\": { \"Shop\": \"Host=db;Username=app;Password=hunter.2\" }", "password in a connection string", null)]
    [InlineData("wiki.md", "The shop is at postgres://user:pass@host, ask Ana.", "password in an address", null)]
    [InlineData("wiki.md", "old amqp://guest:<password>@mq, new AMQP://shop:hunter22@mq", "password in an address", null)]
    [InlineData("config.json", "{\"port\":8080,\"db\":{\"user\":\"app\",\"password\":\"hunter22\"}}", "password", "password")]
    [InlineData("config.yml", "db: { user: app, password: hunter22, port: 5432 }", "password", "password")]
    [InlineData("web.config", "<add key=\"Password\" value=\"hunter22\"/>", "password", "Password")]
    [InlineData("web.config", "<add value=\"hunter22\" key=\"ApiToken\"/>", "credential", "ApiToken")]
    [InlineData("settings.xml", "  <server id=\"nexus\" password=\"hunter22\">", "password", "password")]
    [InlineData("settings.xml", "    <password>hunter22</password>", "password", "password")]
    [InlineData("beans.xml", "<property name=\"db.password\">hunter22</property>", "password", "db.password")]
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
    [InlineData("app.cs", "var db = \"Server=db;Database=shop;Integrated Security=true;\";")]
    [InlineData("app.cs", "Connect(\"Server=db;Password=${secret:DB_PASSWORD};Database=shop\")")]
    [InlineData("app.cs", "if (password == other) host = 1;")]
    [InlineData("web.config", "<add key=\"Password\" value=\"${DB_PASSWORD}\"/>")]
    [InlineData("web.config", "<add key=\"Title\" value=\"The shop\"/>")]
    [InlineData("config.json", "{\"password\":\"\",\"user\":\"application\"}")]
    [InlineData("settings.xml", "<password>${env.NEXUS_PASSWORD}</password>")]
    public void A_reference_a_placeholder_or_code_is_none(string path, string line) => CredentialScanner.ScanText(path, line).ShouldBeEmpty();

    [Fact]
    public void All_credentials_of_a_line_are_found_however_long_it_is()
    {
        var line = $"{{\"text\":\"{new string('a', 20_000)}\",\"password\":\"hunter22\",\"api_key\":\"abc123def\",\"url\":\"redis://:hunter22@cache\"}}";
        CredentialScanner.ScanText("config.json", line).Select(found => found.Name ?? found.Kind).ShouldBe(["password in an address", "password", "api_key"]);
    }

    [Fact]
    public void One_file_is_looked_through_and_what_is_no_text_is_said()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder[".env"], "A_SECRET=abcdef\n");
        File.WriteAllBytes(folder["image"], [0, 1]);
        File.WriteAllText(folder["large"], new string('a', 1024 * 1024 + 1));
        CredentialScanner.ScanOne(folder[".env"]).ShouldHaveSingleItem().ShouldBe(new FoundCredential(".env", 1, "credential", "A_SECRET"));
        foreach (var file in new[] { "image", "large" }) Should.Throw<InvalidDataException>(() => CredentialScanner.ScanOne(folder[file]).ToList());
    }

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
