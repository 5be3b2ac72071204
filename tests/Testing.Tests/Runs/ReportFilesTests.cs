using System.Runtime.Versioning;
using Alicerce.Harness;
using Alicerce.Platform.Data;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using static Alicerce.Testing.Tests.Runs.RunsFixture;

namespace Alicerce.Testing.Tests.Runs;

/// <summary>A report holds what the target answered, so its files are the server's alone and do not stay.</summary>
[SupportedOSPlatform("linux")]
public sealed class ReportFilesTests(RunsFixture fixture) : IClassFixture<RunsFixture>
{
    private const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Folder => fixture.Server.Services.GetRequiredService<DataRoot>().File("reports");

    [Theory]
    [InlineData("html")]
    [InlineData("junit")]
    public async Task A_report_under_way_is_private_and_goes_away_with_its_caller(string format)
    {
        await using var target = await Target.StartAsync();
        var run = await fixture.RunAsync(await fixture.SuiteAgainstAsync(target, "{}", Get("/a"), Get("/500/b")));
        await using var connection = new NpgsqlConnection(fixture.Database.SuperuserConnectionString);
        await connection.OpenAsync(Ct);
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        await using (var hold = new NpgsqlCommand("LOCK TABLE testing.test_results IN ACCESS EXCLUSIVE MODE", connection, transaction)) await hold.ExecuteNonQueryAsync(Ct);

        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var download = fixture.Client.GetAsync($"/api/v1/test-runs/{run.GetProperty("id").GetInt32()}/report?format={format}", caller.Token);
        await Eventually.BecomesTrueAsync(() => FilesHere().Length > 0, "the report is being written inside the data folder", Ct);
        var modes = FilesHere().Select(File.GetUnixFileMode).Distinct().ToList();
        await caller.CancelAsync();

        modes.ShouldBe([OwnersFile]);
        await Should.ThrowAsync<OperationCanceledException>(() => download);
        await Eventually.BecomesTrueAsync(() => FilesHere().Length == 0, "the files are gone", Ct);
    }

    [Fact]
    public async Task A_report_has_no_file_left_while_it_is_sent()
    {
        await using var target = await Target.StartAsync();
        var run = await fixture.RunAsync(await fixture.SuiteAgainstAsync(target, "{}", Get("/a")));

        using var response = await fixture.Client.GetAsync($"/api/v1/test-runs/{run.GetProperty("id").GetInt32()}/report?format=html", HttpCompletionOption.ResponseHeadersRead, Ct);

        FilesHere().ShouldBeEmpty();
        File.GetUnixFileMode(Folder).ShouldBe(OwnersFile | UnixFileMode.UserExecute);
        (await response.Content.ReadAsStringAsync(Ct)).ShouldContain("GET /a");
    }

    [Fact]
    public async Task Reports_that_a_killed_server_left_are_gone_after_the_next_start()
    {
        using var data = new TempFolder();
        var left = Path.Combine(Directory.CreateDirectory(data["reports"]).FullName, "left");
        await File.WriteAllTextAsync(left, "s3cret answers", Ct);

        await using var next = new ServerOver(data.Path);
        await next.InitializeAsync();

        File.Exists(left).ShouldBeFalse();
    }

    private sealed class ServerOver(string dataFolder) : ServerFixture
    {
        protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?> { ["ALICERCE_DATA"] = dataFolder };
    }

    private string[] FilesHere() => Directory.Exists(Folder) ? Directory.GetFiles(Folder) : [];
}
