using Alicerce.Harness;
using Alicerce.Platform.Audit;
using Alicerce.Platform.Backups;
using Alicerce.Platform.Data;
using Alicerce.Platform.Keys;

namespace Alicerce.Platform.Tests.Backups;

public sealed class BackupTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private readonly RecoveryKey _recovery = RecoveryKey.Create();
    private TestDatabase? _database;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private DataRoot Root => DataRoot.At(_folder.Path);

    public async ValueTask InitializeAsync()
    {
        _recovery.KeepPublicHalf(Root);
        _database = await TestCluster.CreateDatabaseAsync([PlatformDb.ForMigrations], Ct);
    }

    public async ValueTask DisposeAsync()
    {
        await _database!.DisposeAsync();
        _recovery.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Of_several_that_write_to_one_file_at_once_one_succeeds_and_its_file_opens()
    {
        var backup = await NewAsync();

        var failures = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            var attempt = await Record.ExceptionAsync(() => backup.WriteAsync(_folder["a.backup"], AuditActor.System, Ct));
            return attempt?.Message;
        }));

        failures.Count(failure => failure is null).ShouldBe(1, string.Join('\n', failures));
        failures.OfType<string>().ShouldAllBe(failure => failure.Contains("already exists", StringComparison.Ordinal));
        await using var file = File.OpenRead(_folder["a.backup"]);
        (await BackupReader.CheckAsync(file, _recovery, Ct)).Format.ShouldBe(BackupManifest.ThisFormat);
        Directory.GetFiles(_folder.Path, "*.part").ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_nothing_can_be_written_it_says_so()
    {
        var backup = await NewAsync();

        (await Should.ThrowAsync<StartupException>(() => backup.WriteAsync("/proc/nowhere/a.backup", AuditActor.System, Ct))).Message.ShouldContain("cannot be written");
    }

    /// <summary>A damaged key is what a restore is for, and its own message says so.</summary>
    [Fact]
    public async Task A_damaged_master_key_is_put_aside_by_a_restore()
    {
        await (await NewAsync()).WriteAsync(_folder["a.backup"], AuditActor.System, Ct);
        await using var empty = await TestCluster.CreateDatabaseAsync([], Ct);
        using var lost = new TempFolder();
        await File.WriteAllTextAsync(lost["master.key"], "torn", Ct);
        var root = DataRoot.At(lost.Path);

        await new Restore(empty.Address, root, [PlatformDb.ForMigrations], [], given: null, clientFolder: null).ReadAsync(_folder["a.backup"], _recovery, "tester", Ct);

        (await new MasterKeys(root, null).OpenAsync(empty.Address.AppConnectionString, Ct)).ShouldNotBeNull();
        (await File.ReadAllTextAsync(lost["master.key.damaged"], Ct)).ShouldBe("torn");
    }

    private async Task<Backup> NewAsync()
    {
        var master = await new MasterKeys(Root, null).OpenAsync(_database!.Address.AppConnectionString, Ct);
        return new Backup(_database.Address, Root, [PlatformDb.ForMigrations], master, clientFolder: null);
    }
}
