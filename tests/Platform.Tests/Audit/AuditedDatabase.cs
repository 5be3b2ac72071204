using Alicerce.Harness;
using Alicerce.Platform.Audit;
using Alicerce.Platform.Data;
using Alicerce.Platform.Keys;
using Alicerce.Platform.Tests.Redis;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace Alicerce.Platform.Tests.Audit;

/// <summary>An audit log of a test's own, its data folder, and a hand that reaches around the server.</summary>
internal sealed class AuditedDatabase : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly List<TempFolder> _others = [];

    private AuditedDatabase(TestDatabase database, MasterKey master)
    {
        (Database, Master) = (database, master);
        Log = new AuditLog(AuditKey.Of(master), new HttpContextAccessor());
        Sealer = NewSealer(_folder);
        Verifier = new AuditVerifier(database.Source, Root, master, TimeProvider.System);
    }

    public TestDatabase Database { get; }

    public MasterKey Master { get; }

    public DataRoot Root => DataRoot.At(_folder.Path);

    public AuditLog Log { get; }

    public AuditSealer Sealer { get; }

    public AuditVerifier Verifier { get; }

    public RecordingLog<AuditSealer> SealersLog { get; } = new();

    public static async Task<AuditedDatabase> CreateAsync(CancellationToken ct)
    {
        var database = await TestCluster.CreateDatabaseAsync([PlatformDb.ForMigrations], ct);
        var audited = new AuditedDatabase(database, MasterKey.Create());
        await new MasterKeys(audited.Root, audited.Master).OpenAsync(database.Address.AppConnectionString, ct);
        return audited;
    }

    public static AuditEntry Entry(int number) => new("thing.changed", new AuditSubject("thing", $"{number}", null)) { Details = new { Number = number } };

    /// <summary>A sealer of another process with a data folder of its own.</summary>
    public AuditSealer NewSealer()
    {
        var folder = new TempFolder();
        _others.Add(folder);
        return NewSealer(folder);
    }

    /// <summary>Rows with one transaction each, sealed.</summary>
    public async Task WriteSealedAsync(int rows, CancellationToken ct)
    {
        for (var i = 1; i <= rows; i++) await Log.WriteAsync(Database.Source, Entry(i), ct);
        (await Sealer.SealAsync(ct)).ShouldBeTrue();
    }

    /// <summary>As a superuser, past all triggers.</summary>
    public async Task TamperAsync(string sql, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Database.SuperuserConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(ct);
        await using var command = new NpgsqlCommand($"SET session_replication_role = replica; {sql}", connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    public async Task<T> ScalarAsync<T>(string sql, CancellationToken ct)
    {
        await using var command = Database.Source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(ct))!;
    }

    public async ValueTask DisposeAsync()
    {
        Verifier.Dispose();
        await Database.DisposeAsync();
        _folder.Dispose();
        foreach (var folder in _others) folder.Dispose();
    }

    private AuditSealer NewSealer(TempFolder folder) => new(Database.Source, DataRoot.At(folder.Path), AuditKey.Of(Master), SealersLog);
}
