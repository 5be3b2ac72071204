using System.Text.Json;
using Alicerce.Harness;

namespace Alicerce.Testing.Tests.Discovery;

/// <summary>A scan again does only what changed, and loses nothing that it could not look at.</summary>
public sealed class RescanTests(ScanFixture fixture) : IClassFixture<ScanFixture>
{
    private const string Document = """
        {"openapi":"3.1.0","info":{"title":"t","version":"1"},"paths":{"/pets":{"get":{"responses":{"200":{"description":"ok"}}},"post":{"responses":{"201":{"description":"ok"}}}}}}
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private TestServer Server => fixture.Server;

    [Fact, Trait("Trap", "T004-35")]
    public async Task Only_files_with_other_bytes_are_parsed_again()
    {
        var project = await TestProjects.NewAsync(Server, Ct);
        var first = await ScanAsync(project, TestProjects.Home);
        var second = await ScanAsync(project, TestProjects.Home);
        var third = await ScanAsync(project, TestProjects.Home.Replace("Hello", "Bye"));

        (Reused(first), Reused(second), Reused(third)).ShouldBe((0, 3, 2));
        Shown(second).ShouldBe(Shown(first));
        second.GetProperty("stats").GetRawText().ShouldBe(first.GetProperty("stats").GetRawText());
        second.GetProperty("unchanged").GetInt32().ShouldBe(3);
    }

    [Fact]
    public async Task Another_build_of_the_scanners_parses_all_again()
    {
        var project = await TestProjects.NewAsync(Server, Ct);
        await ScanAsync(project, TestProjects.Home);
        await using var other = fixture.Database.Source.CreateCommand("UPDATE testing.scanned_files SET scanner = 'another' WHERE project_id = $1");
        other.Parameters.AddWithValue(project);
        (await other.ExecuteNonQueryAsync(Ct)).ShouldBe(3);

        Reused(await ScanAsync(project, TestProjects.Home)).ShouldBe(0);
        Reused(await ScanAsync(project, TestProjects.Home)).ShouldBe(3);
    }

    [Fact, Trait("Trap", "T004-35")]
    public async Task A_file_that_has_become_too_large_keeps_what_is_known_of_it()
    {
        var project = await TestProjects.NewAsync(Server, Ct);
        var first = await ScanAsync(project, TestProjects.Login);
        var scan = await ScanAsync(project, Noise(5));

        scan.GetProperty("removed").GetArrayLength().ShouldBe(0);
        Shown(scan).ShouldBe(Shown(first));
        var codes = scan.GetProperty("findings").EnumerateArray().Where(f => f.GetProperty("file_path").GetString() == "components/index.q").Select(f => f.GetProperty("code").GetString()).ToList();
        codes.ShouldContain("source.file_too_large");
        codes.Count.ShouldBeGreaterThan(1); // What the file itself was found to have stays too.

        var mended = await ScanAsync(project, TestProjects.Home);
        mended.GetProperty("findings").EnumerateArray().ShouldNotContain(f => f.GetProperty("code").GetString() == "source.file_too_large");
    }

    [Fact]
    public async Task A_document_that_has_become_too_large_is_kept_for_its_cases()
    {
        var project = await TestProjects.NewAsync(Server, Ct);
        await TestProjects.ScanAsync(Server, project, Ct, ("openapi.json", Document));
        var scan = await TestProjects.ScanAsync(Server, project, Ct, ("openapi.json", Noise(17)));

        scan.GetProperty("components").EnumerateArray().ShouldHaveSingleItem().GetProperty("component_name").GetString().ShouldBe("/pets");
        await using var documents = fixture.Database.Source.CreateCommand("SELECT count(*) FROM testing.documents WHERE project_id = $1");
        documents.Parameters.AddWithValue(project);
        (await documents.ExecuteScalarAsync(Ct)).ShouldBe(1L);
    }

    private Task<JsonElement> ScanAsync(int project, string index) =>
        TestProjects.ScanAsync(Server, project, Ct, ("components/login.q", TestProjects.Login), ("components/index.q", index), ("openapi.json", Document));

    /// <summary>That many megabytes that do not pack well: an archive must not unpack to a hundred times its size.</summary>
    private static string Noise(int megabytes) => Convert.ToBase64String(System.Security.Cryptography.RandomNumberGenerator.GetBytes(megabytes * 1024 * 1024));

    private static int Reused(JsonElement scan) => scan.GetProperty("reused").GetInt32();

    private static List<string> Shown(JsonElement scan) => [.. scan.GetProperty("components").EnumerateArray().Select(c => c.GetRawText())];
}
