using System.Diagnostics;
using System.Globalization;
using Alicerce.Harness;
using Npgsql;

namespace Alicerce.Platform.Tests.Events;

/// <summary>A process that a test can kill: it hears of <c>ledger.entry</c> and writes each into the table <c>ledger</c>.</summary>
internal static class LedgerProcess
{
    private static readonly string s_program = Path.Combine(AppContext.BaseDirectory, "Alicerce.EventsProcess.dll");

    public static int Rounds { get; } = int.Parse(Environment.GetEnvironmentVariable("ALICERCE_KILL_ROUNDS") ?? "2", CultureInfo.InvariantCulture);

    public static Process Start(TestDatabase database, string? redis = null) => Process.Start(
        new ProcessStartInfo("dotnet", [s_program, database.Address.AppConnectionString, .. redis is null ? Array.Empty<string>() : [redis]]) { UseShellExecute = false })!;

    public static async Task CreateLedgerAsync(TestDatabase database, CancellationToken ct)
    {
        await using var owner = NpgsqlDataSource.Create(database.SuperuserConnectionString);
        await using var command = owner.CreateCommand("CREATE TABLE ledger (event_id uuid, entry int); GRANT SELECT, INSERT ON ledger TO public");
        await command.ExecuteNonQueryAsync(ct);
    }

    public static async Task<long> CountAsync(TestDatabase database, string from)
    {
        await using var command = database.Source.CreateCommand($"SELECT count(*) FROM {from}");
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
