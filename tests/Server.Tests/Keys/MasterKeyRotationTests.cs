using System.Net.Http.Json;
using System.Text.Json;
using Alicerce.Harness;
using Alicerce.Server.Tests.Starting;

namespace Alicerce.Server.Tests.Keys;

/// <summary>The master key is exchanged, and everything that was sealed under the old one opens under the new one (D9).</summary>
public sealed class MasterKeyRotationTests : IAsyncLifetime
{
    private const string OtherKey = "YW5vdGhlciBtYXN0ZXIga2V5IG9mIHRlc3RzIDMyIGI=";
    private readonly TempFolder _folder = new();
    private TestDatabase _database = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _database = await TestCluster.CreateDatabaseAsync([], Ct);

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    [Trait("Trap", "T004-14")]
    public async Task What_was_sealed_under_the_old_key_opens_under_the_new_one_and_the_audit_log_stays_sound()
    {
        await using (var server = await StartAsync(null))
            foreach (var value in new[] { "first", "second" }) await server.PostAsync("/api/v1/resources/secrets", new { key = "K", value }, Ct);
        var old = await File.ReadAllTextAsync(_folder["master.key"], Ct);

        var said = await RotateAsync(0, []);

        said.ShouldContain("2 data keys are wrapped by it");
        (await File.ReadAllTextAsync(_folder["master.key"], Ct)).ShouldNotBe(old);
        Directory.GetFiles(_folder.Path, "master.key.?*").Where(path => !path.EndsWith("master.key", StringComparison.Ordinal)).ShouldHaveSingleItem();
        await using var again = await StartAsync(null);
        using var admin = await TestUser.AddAsync(_database, again.Url, "admin", Ct);
        (await RevealAsync(admin)).ShouldBe("second");
        (await admin.Client.PostAsJsonAsync("/api/v1/resources/secrets/K/restore", new { version = 1 }, Ct)).EnsureSuccessStatusCode();
        (await RevealAsync(admin)).ShouldBe("first");
        var audit = (await admin.Client.GetFromJsonAsync<JsonElement>("/api/v1/audit/verification", Ct)).GetProperty("data");
        audit.GetProperty("is_sound").GetBoolean().ShouldBeTrue(audit.ToString());
    }

    [Fact]
    [Trait("Trap", "T004-14")]
    public async Task A_given_key_is_exchanged_for_a_given_one_and_the_old_one_starts_no_server_any_more()
    {
        await using (var server = await StartAsync(TestServer.MasterKey)) await server.PostAsync("/api/v1/resources/secrets", new { key = "K", value = "value" }, Ct);

        (await RotateAsync(1, new() { ["ALICERCE_MASTER_KEY"] = TestServer.MasterKey })).ShouldContain("ALICERCE_NEW_MASTER_KEY");
        await RotateAsync(0, new() { ["ALICERCE_MASTER_KEY"] = TestServer.MasterKey, ["ALICERCE_NEW_MASTER_KEY"] = OtherKey });

        (await Should.ThrowAsync<Platform.Data.StartupException>(() => StartAsync(TestServer.MasterKey))).Message.ShouldContain("needs the master key");
        await using var again = await StartAsync(OtherKey);
        using var admin = await TestUser.AddAsync(_database, again.Url, "admin", Ct);
        (await RevealAsync(admin)).ShouldBe("value");
    }

    [Fact]
    public async Task A_value_that_does_not_open_is_named_and_holds_up_nothing()
    {
        await using (var server = await StartAsync(null))
            foreach (var key in new[] { "BROKEN", "K" }) await server.PostAsync("/api/v1/resources/secrets", new { key, value = "value" }, Ct);
        await using (var command = _database.Source.CreateCommand("UPDATE resources.secrets SET encrypted_value = 'v1.x.AAAA.AAAA' WHERE key = 'BROKEN'")) await command.ExecuteNonQueryAsync(Ct);

        (await RotateAsync(0, [])).ShouldContain("1 sealed value does not open under the old key and stays as it is, to be written again: secret 1.");

        await using var again = await StartAsync(null);
        using var admin = await TestUser.AddAsync(_database, again.Url, "admin", Ct);
        (await RevealAsync(admin)).ShouldBe("value");
    }

    [Fact]
    public async Task While_a_server_runs_the_key_stays()
    {
        await using var server = await StartAsync(null);
        await server.PostAsync("/api/v1/resources/secrets", new { key = "K", value = "value" }, Ct);

        (await RotateAsync(1, [])).ShouldContain("Servers work with this database");

        (await server.PostAsync("/api/v1/resources/secrets/reveal", new { key = "K" }, Ct)).GetProperty("value").GetString().ShouldBe("value");
    }

    [Fact]
    public async Task An_exchange_that_was_cut_off_before_the_file_was_moved_is_ended_at_the_next_start()
    {
        await using (var server = await StartAsync(null)) await server.PostAsync("/api/v1/resources/secrets", new { key = "K", value = "value" }, Ct);
        var old = await File.ReadAllTextAsync(_folder["master.key"], Ct);
        await RotateAsync(0, []);
        File.Move(_folder["master.key"], _folder["master.key.next"]);
        await File.WriteAllTextAsync(_folder["master.key"], old, Ct);
        File.SetUnixFileMode(_folder["master.key"], UnixFileMode.UserRead | UnixFileMode.UserWrite);

        await using var again = await StartAsync(null);
        using var admin = await TestUser.AddAsync(_database, again.Url, "admin", Ct);
        (await RevealAsync(admin)).ShouldBe("value");
        File.Exists(_folder["master.key.next"]).ShouldBeFalse();
    }

    private Task<TestServer> StartAsync(string? key) => TestServer.StartAsync(_database, Ct, new Dictionary<string, string?> { ["ALICERCE_MASTER_KEY"] = key, ["ALICERCE_DATA"] = _folder.Path });

    private async Task<string> RotateAsync(int exitCode, Dictionary<string, string> settings)
    {
        settings["ALICERCE_DATA"] = _folder.Path;
        settings["DATABASE_URL"] = TestServer.UrlOf(_database.Address.AppConnectionString);
        settings["DATABASE_OWNER_URL"] = TestServer.UrlOf(_database.Address.OwnerConnectionString);
        await using var process = ServerProcess.Start(settings, "rotate-master-key");
        (await process.ExitAsync(Ct)).ShouldBe(exitCode, process.Errors);
        return string.Join('\n', process.Output) + process.Errors;
    }

    private static async Task<string?> RevealAsync(TestUser user)
    {
        using var response = await user.Client.PostAsJsonAsync("/api/v1/resources/secrets/reveal", new { key = "K" }, Ct);
        return (await response.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("data").GetProperty("value").GetString();
    }
}
