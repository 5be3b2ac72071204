using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Alicerce.Harness;
using Alicerce.Platform.Data;
using Alicerce.Platform.Data.PrivatePostgres;
using Alicerce.Server.Tests.Starting;
using Npgsql;

namespace Alicerce.Server.Tests.Backups;

/// <summary>
/// The drill (D9): a server with things in it is backed up while it works; on a machine that has neither its data folder nor its key the backup is
/// restored, and everything is there, goes on, and is provable.
/// </summary>
public sealed class RestoreDrillTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private readonly ServerFixture _original = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string BackupFile => _folder["a.backup"];

    public ValueTask InitializeAsync() => _original.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await _original.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_backup_restores_on_a_machine_without_the_original_key_and_everything_goes_on()
    {
        await PassTransactionsAsync();
        var project = (await _original.Server.PostAsync("/api/v1/projects", new { name = "shop" }, Ct)).GetProperty("id").GetInt32();
        await _original.Server.PostAsync($"/api/v1/projects/{project}/environments", new { name = "staging", base_url = "http://shop.test" }, Ct);
        await _original.Server.PostAsync($"/api/v1/projects/{project}/test-suites", new { name = "night" }, Ct);
        foreach (var value in new[] { "an earlier value", "sealed before the backup" }) await _original.Server.PostAsync("/api/v1/resources/secrets", new { key = "DB_PASSWORD", value, project_id = project }, Ct);
        var lastEvent = await LastEventAsync();
        var key = await MakeRecoveryKeyAsync();
        await RunAsync(_original.Database, "old", 0, "backup", BackupFile);
        File.GetUnixFileMode(BackupFile).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var before = await DatabaseContent.ReadAsync(_original.Database.SuperuserConnectionString, Ct);

        (await RunAsync(null, "new", 0, "restore", BackupFile, "--key-file", key)).ShouldContain("Nothing was revoked: 1 access tokens and 0 sessions");

        await using var server = ServerProcess.Start(SettingsOf(null, "new"));
        using var client = new HttpClient(new SocketsHttpHandler()) { BaseAddress = await server.ReadyAsync(Ct) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _original.Server.Token);
        (await DatabaseContent.ReadAsync(PrivateDatabase.FindRunning(DataRoot.At(_folder["new"]))!.OwnerConnectionString, Ct)).ShouldBe(before);
        await SecretOpensAsync(client, project, "sealed before the backup");
        (await client.PostAsJsonAsync("/api/v1/resources/secrets/DB_PASSWORD/restore", new { version = 1, project_id = project }, Ct)).EnsureSuccessStatusCode();
        await SecretOpensAsync(client, project, "an earlier value");
        await ChangesAreDeliveredAsync(client, lastEvent);
        await AuditIsSoundAsync(client);
    }

    [Fact]
    public async Task A_private_database_is_backed_up_while_its_server_runs_and_while_it_stands_still()
    {
        await RunAsync(null, "private", 0, "recovery-key");
        await using var server = ServerProcess.Start(SettingsOf(null, "private"));
        await server.ReadyAsync(Ct);
        await Eventually.BecomesTrueAsync(
            () => Directory.Exists(Path.Combine(_folder["private"], "backups")) && Directory.GetFiles(Path.Combine(_folder["private"], "backups"), "backup_*.alicerce").Length == 1,
            "the server backs itself up", Ct);
        (await RunAsync(null, "private", 0, "backup", _folder["running.backup"])).ShouldContain("Backup: ");
        server.Signal("TERM");
        await server.ExitAsync(Ct);

        await RunAsync(null, "private", 0, "backup", _folder["stopped.backup"]);

        new FileInfo(_folder["stopped.backup"]).Length.ShouldBeGreaterThan(100_000);
        PrivateDatabase.FindRunning(DataRoot.At(_folder["private"])).ShouldBeNull();
    }

    [Fact]
    public async Task Rows_from_before_a_restore_are_provable_after_it_also_after_a_second_one()
    {
        await _original.Server.PostAsync("/api/v1/projects", new { name = "shop" }, Ct);
        var key = await MakeRecoveryKeyAsync();
        await RunAsync(_original.Database, "old", 0, "backup", BackupFile);
        await using var second = await TestCluster.CreateDatabaseAsync([], Ct);
        await RunAsync(second, "new", 0, "restore", BackupFile, "--key-file", key);
        await RunAsync(second, "new", 0, "backup", _folder["b.backup"]);
        await using var third = await TestCluster.CreateDatabaseAsync([], Ct);
        await RunAsync(third, "third", 0, "restore", _folder["b.backup"], "--key-file", key);

        (await VerifyAsync(third, "third")).GetProperty("restores").GetArrayLength().ShouldBe(2);
        await TamperAsync(third, "UPDATE platform.audit_log SET actor = 'user:9' WHERE seal_no = 1");
        var broken = await VerifyAsync(third, "third");
        broken.GetProperty("is_sound").GetBoolean().ShouldBeFalse();
        broken.GetProperty("fault").GetProperty("number").GetInt64().ShouldBe(1);
    }

    [Fact]
    public async Task A_restore_on_the_machine_that_lost_its_database_says_what_the_head_was_and_keeps_the_earlier_key()
    {
        var key = await MakeRecoveryKeyAsync();
        await using var first = await TestCluster.CreateDatabaseAsync([], Ct);
        await RunAsync(_original.Database, "old", 0, "backup", BackupFile);
        await using (var server = await TestServer.StartAsync(first, Ct, new Dictionary<string, string?> { ["ALICERCE_MASTER_KEY"] = null, ["ALICERCE_DATA"] = _folder["one"] }))
        {
            for (var i = 0; i < 20; i++) await server.PostAsync("/api/v1/projects", new { name = $"p-{i}" }, Ct);
            var kept = Path.Combine(_folder["one"], "audit.head");
            await Eventually.BecomesTrueAsync(() => File.Exists(kept) && File.ReadAllText(kept).StartsWith("21 ", StringComparison.Ordinal), "the head is kept", Ct);
        }

        await using var empty = await TestCluster.CreateDatabaseAsync([], Ct);
        await RunAsync(empty, "one", 0, "restore", BackupFile, "--key-file", key);

        var report = await VerifyAsync(empty, "one");
        report.GetProperty("is_sound").GetBoolean().ShouldBeTrue(report.ToString());
        report.GetProperty("restores")[0].GetProperty("details").GetProperty("old_head").GetProperty("number").GetInt64().ShouldBe(21);
        Directory.GetFiles(_folder["one"]).Select(Path.GetFileName).Count(name => name!.StartsWith("master.key.", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task What_is_not_empty_damaged_or_for_another_key_is_refused_and_stays_as_it_is()
    {
        var key = await MakeRecoveryKeyAsync();
        await RunAsync(_original.Database, "old", 0, "backup", BackupFile);
        var before = await DatabaseContent.ReadAsync(_original.Database.SuperuserConnectionString, Ct);
        await RunAsync(_original.Database, "old", 1, "backup", BackupFile);
        await using var empty = await TestCluster.CreateDatabaseAsync([], Ct);

        (await RunAsync(_original.Database, "new", 1, "restore", BackupFile, "--key-file", key)).ShouldContain("The database is not empty: it already has");
        (await DatabaseContent.ReadAsync(_original.Database.SuperuserConnectionString, Ct)).ShouldBe(before);
        await File.WriteAllTextAsync(_folder["wrong.key"], "alcr1-nonsense", Ct);
        (await RunAsync(empty, "new", 1, "restore", BackupFile, "--key-file", _folder["wrong.key"])).ShouldContain("This is not a recovery key");
        var bytes = await File.ReadAllBytesAsync(BackupFile, Ct);
        bytes[^40] ^= 1;
        await File.WriteAllBytesAsync(_folder["damaged"], bytes, Ct);
        (await RunAsync(empty, "new", 1, "restore", _folder["damaged"], "--key-file", key)).ShouldContain("The backup is damaged");
        (await RunAsync(empty, "new", 1, "restore", _folder["none"], "--key-file", key)).ShouldContain("cannot be read");
        (await CountSchemasAsync(empty)).ShouldBe(0);
        File.Exists(Path.Combine(_folder["new"], "master.key")).ShouldBeFalse();
    }

    [Fact]
    public async Task Without_a_recovery_key_there_is_no_backup_and_one_is_never_replaced_by_accident()
    {
        (await RunAsync(_original.Database, "old", 1, "backup", BackupFile)).ShouldContain("make one with 'alicerce-server recovery-key'");
        await MakeRecoveryKeyAsync();
        (await RunAsync(_original.Database, "old", 1, "recovery-key")).ShouldContain("--replace");
        (await RunAsync(_original.Database, "old", 0, "recovery-key", "--replace")).ShouldContain("alcr1-");
    }

    /// <summary>So that ids of transactions are far ahead of those of a new cluster, as after a year of work.</summary>
    private async Task PassTransactionsAsync()
    {
        await using var connection = await _original.Database.Source.OpenConnectionAsync(Ct);
        for (var i = 0; i < 10_000; i++)
        {
            await using var command = new NpgsqlCommand("SELECT pg_current_xact_id()", connection);
            await command.ExecuteNonQueryAsync(Ct);
        }
    }

    private static async Task SecretOpensAsync(HttpClient client, int project, string value)
    {
        using var response = await client.PostAsJsonAsync("/api/v1/resources/secrets/reveal", new { key = "DB_PASSWORD", project_id = project }, Ct);
        (await response.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("data").GetProperty("value").GetString().ShouldBe(value);
    }

    private static async Task AuditIsSoundAsync(HttpClient client)
    {
        var audit = (await client.GetFromJsonAsync<JsonElement>("/api/v1/audit/verification", Ct)).GetProperty("data");
        audit.GetProperty("is_sound").GetBoolean().ShouldBeTrue(audit.ToString());
        audit.GetProperty("rows_sealed").GetInt64().ShouldBeGreaterThanOrEqualTo(6);
        var restore = audit.GetProperty("restores").EnumerateArray().ShouldHaveSingleItem();
        restore.GetProperty("actor").GetString().ShouldBe("command_line");
        var details = restore.GetProperty("details");
        details.GetProperty("new_head").GetProperty("number").GetInt64().ShouldBe(restore.GetProperty("number").GetInt64() - 1);
        details.GetProperty("old_head").ValueKind.ShouldBe(JsonValueKind.Null);
        details.GetProperty("new_key").GetString().ShouldNotBe(details.GetProperty("old_key").GetString());
    }

    private async Task<string> MakeRecoveryKeyAsync()
    {
        var said = await RunAsync(_original.Database, "old", 0, "recovery-key");
        await File.WriteAllTextAsync(_folder["recovery.key"], said.Split('\n').Single(line => line.Contains("alcr1-", StringComparison.Ordinal)).Trim() + "\n", Ct);
        return _folder["recovery.key"];
    }

    /// <param name="database">Null for a private one in the data folder.</param>
    private Dictionary<string, string> SettingsOf(TestDatabase? database, string dataFolder)
    {
        var settings = new Dictionary<string, string> { ["ALICERCE_DATA"] = _folder[dataFolder], ["ALICERCE_URLS"] = "http://127.0.0.1:0" };
        if (dataFolder == "old") settings["ALICERCE_MASTER_KEY"] = TestServer.MasterKey;
        if (database is null) return settings;
        settings["DATABASE_URL"] = TestServer.UrlOf(database.Address.AppConnectionString);
        settings["DATABASE_OWNER_URL"] = TestServer.UrlOf(database.Address.OwnerConnectionString);
        return settings;
    }

    private async Task<string> RunAsync(TestDatabase? database, string dataFolder, int exitCode, params string[] arguments)
    {
        await using var process = ServerProcess.Start(SettingsOf(database, dataFolder), arguments);
        (await process.ExitAsync(Ct)).ShouldBe(exitCode, process.Errors);
        return string.Join('\n', process.Output) + process.Errors;
    }

    private async Task<string> LastEventAsync()
    {
        await using var command = _original.Database.Source.CreateCommand("SELECT transaction_id::text || '-' || id FROM platform.outbox ORDER BY transaction_id DESC, id DESC LIMIT 1");
        return (string)(await command.ExecuteScalarAsync(Ct))!;
    }

    private static async Task ChangesAreDeliveredAsync(HttpClient client, string lastEvent)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/changes");
        request.Headers.Add("Last-Event-ID", lastEvent);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Ct);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(Ct));
        (await client.PostAsJsonAsync("/api/v1/projects", new { name = "after-the-restore" }, Ct)).EnsureSuccessStatusCode();
        var heard = "";
        while (!heard.Contains("project.created", StringComparison.Ordinal)) heard += await reader.ReadLineAsync(Ct).AsTask().WaitAsync(TimeSpan.FromSeconds(20), Ct);
        heard.ShouldContain("event: gap");
    }

    private async Task<JsonElement> VerifyAsync(TestDatabase database, string dataFolder)
    {
        await using var server = await TestServer.StartAsync(database, Ct, new Dictionary<string, string?> { ["ALICERCE_MASTER_KEY"] = null, ["ALICERCE_DATA"] = _folder[dataFolder] });
        using var user = await TestUser.AddAsync(database, server.Url, "admin", Ct);
        return (await user.Client.GetFromJsonAsync<JsonElement>("/api/v1/audit/verification", Ct)).GetProperty("data");
    }

    private static Task<long> CountSchemasAsync(TestDatabase database) => CountAsync(database, "SELECT count(*) FROM pg_namespace WHERE nspname IN ('platform', 'testing')");

    private static async Task<long> CountAsync(TestDatabase database, string sql)
    {
        await using var command = database.Source.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync(Ct))!;
    }

    private static async Task TamperAsync(TestDatabase database, string sql)
    {
        await using var connection = new NpgsqlConnection(database.SuperuserConnectionString);
        await connection.OpenAsync(Ct);
        await using var command = new NpgsqlCommand($"SET session_replication_role = replica; {sql}", connection);
        await command.ExecuteNonQueryAsync(Ct);
    }
}
