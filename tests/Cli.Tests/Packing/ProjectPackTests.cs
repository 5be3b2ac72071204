using System.IO.Compression;
using System.Text;
using Alicerce.Cli.Project;
using Alicerce.Cli.Server.Packing;
using Alicerce.Harness;

namespace Alicerce.Cli.Tests.Packing;

public sealed class ProjectPackTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Only_components_OpenAPI_and_configuration_are_sent()
    {
        await WriteAsync("components/home.q", "<q:component name=\"home\"></q:component>");
        await WriteAsync("openapi.yaml", "openapi: 3.1.0\ninfo: { title: T, version: '1' }\npaths:\n  /a:\n    get:\n      responses:\n        '200': { description: ok, content: { application/json: { schema: { $ref: 'models.json' } } } }\n");
        await WriteAsync("models.json", "{\"type\":\"object\"}");
        await WriteAsync("quantum.config.yaml", "datasources:\n  main: { driver: postgresql, password: hunter2 }\n");
        await WriteAsync("alicerce.yaml", "project: loja\n");
        foreach (var secret in new[] { ".env", ".env.production", "id_rsa", "server.pem", ".git/config", ".git/hooks/pre-commit.q", "secrets.yaml", "package.json", "Program.cs", "appsettings.json", "node_modules/x/a.q" })
            await WriteAsync(secret, "password: hunter2");

        var pack = ProjectPack.Of(await OpenAsync(), TestContext.Current.CancellationToken);

        pack.Files.Select(f => f.Path).ShouldBe(["alicerce.yaml", "components/home.q", "models.json", "openapi.yaml", "quantum.config.yaml"], ignoreOrder: true);
        Entries(pack).Keys.ShouldBe(["components/home.q", "models.json", "openapi.yaml", "quantum.config.yaml"], ignoreOrder: true);
        string.Concat(Entries(pack).Values).ShouldNotContain("hunter2");
        pack.Files.Single(f => f.Path == "quantum.config.yaml").Removed.ShouldBe(["datasources.main.password"]);
    }

    [Fact]
    public async Task A_configuration_that_cannot_be_read_stays_here_and_is_named()
    {
        await WriteAsync("quantum.yaml", "password: [hunter2\n");

        var pack = ProjectPack.Of(await OpenAsync(), TestContext.Current.CancellationToken);

        pack.Files.ShouldBeEmpty();
        pack.LeftOut.ShouldHaveSingleItem().ShouldStartWith("quantum.yaml: ");
    }

    [Fact]
    public async Task A_link_that_leads_out_of_the_project_is_not_followed()
    {
        using var other = new TempFolder();
        await File.WriteAllTextAsync(Path.Combine(other.Path, "outside.q"), "hunter2", TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "inside.q"), Path.Combine(other.Path, "outside.q"));

        ProjectPack.Of(await OpenAsync(), TestContext.Current.CancellationToken).Files.ShouldBeEmpty();
    }

    [Fact]
    public async Task Credentials_in_the_project_file_are_removed_too()
    {
        await WriteAsync("alicerce.yaml", "project: loja\nauth:\n  ana:\n    type: bearer\n    token: hunter2\n");

        var pack = ProjectPack.Of(await OpenAsync(), TestContext.Current.CancellationToken);

        pack.Config.ShouldNotBeNull().ShouldNotContain("hunter2");
        pack.Files.ShouldHaveSingleItem().Removed.ShouldBe(["auth.ana.token"]);
    }

    private Task<ProjectFolder> OpenAsync() => ProjectFolder.OpenAsync(_folder.Path, TestContext.Current.CancellationToken);

    private async Task WriteAsync(string name, string text)
    {
        var file = Path.Combine(_folder.Path, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
    }

    private static Dictionary<string, string> Entries(ProjectPack pack)
    {
        using var zip = new ZipArchive(new MemoryStream(pack.Archive));
        return zip.Entries.ToDictionary(e => e.FullName, e =>
        {
            using var reader = new StreamReader(e.Open(), Encoding.UTF8);
            return reader.ReadToEnd();
        });
    }
}
