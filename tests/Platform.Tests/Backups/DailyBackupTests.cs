using Alicerce.Harness;
using Alicerce.Platform.Backups;
using Alicerce.Platform.Data;
using Alicerce.Platform.Keys;
using Alicerce.Platform.Tests.Redis;

namespace Alicerce.Platform.Tests.Backups;

public sealed class DailyBackupTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private readonly ForwardClock _clock = new();
    private readonly RecordingLog<DailyBackup> _log = new();
    private TestDatabase? _database;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private DataRoot Root => DataRoot.At(_folder.Path);

    private string[] Files => Directory.Exists(_folder["backups"]) ? Directory.GetFiles(_folder["backups"]) : [];

    public async ValueTask InitializeAsync() => _database = await TestCluster.CreateDatabaseAsync([PlatformDb.ForMigrations], Ct);

    public async ValueTask DisposeAsync()
    {
        await _database!.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    [Trait("Req", "S001-SEC-14")]
    public async Task Where_a_recovery_key_was_made_there_is_one_backup_a_day_that_restores_and_old_ones_go()
    {
        using var recovery = MakeRecoveryKey();
        var daily = await NewAsync();

        (await daily.BackUpIfDueAsync(Ct)).ShouldBeTrue();
        (await daily.BackUpIfDueAsync(Ct)).ShouldBeTrue();
        var first = Files.ShouldHaveSingleItem();
        File.GetUnixFileMode(first).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await File.WriteAllTextAsync(Path.Combine(_folder["backups"], "of-mine.txt"), "", Ct);

        _clock.Forward(TimeSpan.FromDays(1));
        await AddProjectAsync("shop-of-the-second-day");
        await daily.BackUpIfDueAsync(Ct);
        Files.Length.ShouldBe(3);
        (await RestoreAsync(Files.Where(file => file.EndsWith(".alicerce", StringComparison.Ordinal)).Max()!, recovery)).ShouldBe(["shop-of-the-second-day"]);

        _clock.Forward(TimeSpan.FromDays(30));
        await daily.BackUpIfDueAsync(Ct);
        Files.ShouldNotContain(first);
        Files.ShouldContain(file => file.EndsWith("of-mine.txt", StringComparison.Ordinal));
        _log.Text.ShouldNotContain("failed");
    }

    [Fact]
    public async Task Servers_that_share_a_data_folder_make_one_backup_together()
    {
        MakeRecoveryKey().Dispose();
        var servers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => NewAsync()));

        await Task.WhenAll(servers.Select(server => server.BackUpIfDueAsync(Ct)));

        Files.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Without_a_recovery_key_or_when_it_is_off_there_is_none()
    {
        (await (await NewAsync()).BackUpIfDueAsync(Ct)).ShouldBeTrue();
        MakeRecoveryKey().Dispose();
        (await (await NewAsync(new BackupOptions { At = null })).BackUpIfDueAsync(Ct)).ShouldBeTrue();

        Files.ShouldBeEmpty();
    }

    [Fact]
    public async Task One_that_fails_is_told_leaves_nothing_and_is_due_still()
    {
        MakeRecoveryKey().Dispose();
        var daily = await NewAsync();
        await File.WriteAllTextAsync(RecoveryKey.PathIn(Root), "nonsense", Ct);

        (await daily.BackUpIfDueAsync(Ct)).ShouldBeFalse();
        Files.ShouldBeEmpty();
        _log.Text.ShouldContain("is damaged");

        MakeRecoveryKey().Dispose();
        (await daily.BackUpIfDueAsync(Ct)).ShouldBeTrue();
        Files.ShouldHaveSingleItem();
    }

    /// <summary>An exception out of a background service stops the whole server, so there is none: not of a folder that somebody else made.</summary>
    [Fact]
    public async Task A_folder_of_backups_that_cannot_be_read_is_told_and_ends_nothing()
    {
        MakeRecoveryKey().Dispose();
        var daily = await NewAsync();
        await File.WriteAllTextAsync(_folder["backups"], "", Ct);

        (await daily.BackUpIfDueAsync(Ct)).ShouldBeFalse();
        _log.Text.ShouldContain("The daily backup failed");

        File.Delete(_folder["backups"]);
        (await daily.BackUpIfDueAsync(Ct)).ShouldBeTrue();
        Files.ShouldHaveSingleItem();
    }

    /// <summary>A process that was killed while it wrote leaves a part of a backup, which nobody else deletes.</summary>
    [Fact]
    public async Task What_a_killed_process_left_half_written_goes_after_a_day()
    {
        MakeRecoveryKey().Dispose();
        Directory.CreateDirectory(_folder["backups"]);
        foreach (var name in new[] { "old", "new" }) await File.WriteAllTextAsync(Path.Combine(_folder["backups"], $"{name}.part"), "", Ct);
        File.SetLastWriteTimeUtc(Path.Combine(_folder["backups"], "old.part"), _clock.GetUtcNow().UtcDateTime.AddDays(-2));
        File.SetLastWriteTimeUtc(Path.Combine(_folder["backups"], "new.part"), _clock.GetUtcNow().UtcDateTime);

        (await (await NewAsync()).BackUpIfDueAsync(Ct)).ShouldBeTrue();

        Files.Select(Path.GetFileName).Where(name => name!.EndsWith(".part", StringComparison.Ordinal)).ShouldBe(["new.part"]);
    }

    [Theory]
    [InlineData("04:30", null, 0)]
    [InlineData("off", "7", 0)]
    [InlineData("4 o'clock", "0", 2)]
    public void Its_settings_are_checked(string at, string? days, int wrong)
    {
        var mistakes = new List<string>();

        BackupOptions.Read(name => name == "ALICERCE_BACKUP_AT" ? at : days, mistakes);

        mistakes.Count.ShouldBe(wrong);
    }

    private RecoveryKey MakeRecoveryKey()
    {
        var key = RecoveryKey.Create();
        key.KeepPublicHalf(Root);
        return key;
    }

    private async Task AddProjectAsync(string name)
    {
        await using var command = _database!.Source.CreateCommand("INSERT INTO platform.projects (name) VALUES ($1)");
        command.Parameters.AddWithValue(name);
        await command.ExecuteNonQueryAsync(Ct);
    }

    /// <summary>Into an empty database of another machine.</summary>
    private static async Task<string[]> RestoreAsync(string file, RecoveryKey recovery)
    {
        await using var empty = await TestCluster.CreateDatabaseAsync([], Ct);
        using var elsewhere = new TempFolder();
        await new Restore(empty.Address, DataRoot.At(elsewhere.Path), [PlatformDb.ForMigrations], [], given: null, clientFolder: null).ReadAsync(file, recovery, "tester", Ct);
        await using var command = empty.Source.CreateCommand("SELECT ARRAY(SELECT name::text FROM platform.projects)");
        return (string[])(await command.ExecuteScalarAsync(Ct))!;
    }

    private async Task<DailyBackup> NewAsync(BackupOptions? options = null)
    {
        var master = await new MasterKeys(Root, null).OpenAsync(_database!.Address.AppConnectionString, Ct);
        var backup = new Backup(_database.Address, Root, [PlatformDb.ForMigrations], master, clientFolder: null);
        return new DailyBackup(backup, options ?? new BackupOptions(), _database.Source, Root, _clock, _log);
    }
}
