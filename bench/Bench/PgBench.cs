using System.Globalization;
using System.Text.RegularExpressions;
using Alicerce.Platform.Data;
using Alicerce.Platform.Data.PrivatePostgres;
using Alicerce.Platform.Jobs;
using Npgsql;

namespace Alicerce.Bench;

/// <summary>Our own statements run by pgbench: what PostgreSQL makes of them with nothing of ours around.</summary>
internal sealed partial class PgBench(string program, string connectionString)
{
    private const int Clients = 8;
    private const int Seconds = 10;

    public static async Task<PgBench> LocateAsync(string connectionString)
    {
        var root = DataRoot.At(Path.GetTempPath());
        var binaries = await PostgresBinaries.LocateAsync(root, Environment.GetEnvironmentVariable("ALICERCE_PG_BIN"), neededMajor: null, CancellationToken.None);
        return new PgBench(Path.Combine(binaries.Folder, "pgbench"), connectionString);
    }

    /// <returns>Jobs a second that were enqueued, claimed and finished.</returns>
    public async Task<double> RunAsync(int batch) => batch * await RunAsync(batch == 1 ? Single() : Batch(batch));

    /// <returns>How often a second the script was run.</returns>
    public async Task<double> RunAsync(string text)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        var script = Path.GetTempFileName();
        await File.WriteAllTextAsync(script, text);
        Environment.SetEnvironmentVariable("PGPASSWORD", settings.Password);
        try
        {
            var run = await Measured.RunAsync(
                program, "-n", "-h", settings.Host!, "-p", $"{settings.Port}", "-U", settings.Username!, "-c", $"{Clients}", "-j", "2", "-T", $"{Seconds}", "-f", script, settings.Database!);
            return Tps().Match(run.Output) is { Success: true } tps
                ? double.Parse(tps.Groups["tps"].ValueSpan, CultureInfo.InvariantCulture)
                : throw new InvalidOperationException($"pgbench did not end well: {run.Output}");
        }
        finally
        {
            File.Delete(script);
        }
    }

    private static string Single() => $"""
        \set id 0
        \set fence 0
        {With(JobQueue.InsertOne, "'bench'", "'1'", "0", "NULL", "5", "NULL", "NULL", "NULL", "NULL")};
        {With(JobStore.Claim, "ARRAY['bench']", "1", "'30 s'")} \aset
        {With(JobStore.Finish, "ARRAY[:id]::bigint[]", "ARRAY[:fence]::bigint[]")};

        """;

    private static string Batch(int size)
    {
        string Of(string value) => $"array_fill({value}, ARRAY[{size}])";
        var insert = With(JobQueue.InsertMany, Of("'bench'::text"), Of("'1'::text"), Of("0::smallint"), Of("NULL::timestamptz"), Of("5"), Of("NULL::text"), Of("NULL::int"), Of("NULL::text"), Of("NULL::text"));
        var claim = With(JobStore.Claim, "ARRAY['bench']", $"{size}", "'30 s'").Replace("UPDATE platform.jobs job", ", claimed AS (UPDATE platform.jobs job", StringComparison.Ordinal);
        return $"""
            {insert};
            {claim}) SELECT coalesce(string_agg(id::text, ','), '') AS ids, coalesce(string_agg(fence::text, ','), '') AS fences FROM claimed \aset
            {With(JobStore.Finish, "ARRAY[:ids]::bigint[]", "ARRAY[:fences]::bigint[]")};

            """;
    }

    /// <summary>On one line, with the values in their places.</summary>
    internal static string With(string sql, params string[] values)
    {
        for (var i = values.Length; i > 0; i--) sql = sql.Replace($"${i}", values[i - 1], StringComparison.Ordinal);
        return sql.ReplaceLineEndings(" ");
    }

    [GeneratedRegex(@"^tps = (?<tps>[0-9.]+)", RegexOptions.Multiline | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Tps();
}
