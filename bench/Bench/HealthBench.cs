using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Npgsql;

namespace Alicerce.Bench;

/// <summary>
/// The time to look at 1,000 services on one machine, asked for over the API and with every result stored, beside 1,000 bare requests to the same
/// target, each with a connection of its own and as many at once.
/// </summary>
internal static class HealthBench
{
    private const int Services = 1_000;
    private const int AtOnce = 256;
    private const int Rounds = 5;

    private const string Fill = """
        INSERT INTO resources.service_registry (name, service_type, host, port, protocol, health_endpoint, is_approved, next_health_check, project_id, consecutive_failures, consecutive_successes)
        SELECT 'bench-' || i, 'app', '127.0.0.1', $1, CASE i % 4 WHEN 0 THEN 'tcp' ELSE 'http' END, CASE i % 4 WHEN 0 THEN NULL ELSE '/health' END, true, '2999-01-01', NULL, 0, 0
        FROM generate_series(1, $2) i
        """;

    public static async Task<int> RunAsync()
    {
        using var place = new Workplace();
        var (housePort, targetPort) = (Workplace.FreePort(), Workplace.FreePort());
        using var target = await Workplace.StartTargetAsync(targetPort);
        using var house = ApiBench.Start(Path.Combine(place.Folder, "house.log"), "serve-house", place.Folder, $"{housePort}");
        try
        {
            await using var source = NpgsqlDataSource.Create(await File.ReadAllTextAsync(await ApiBench.FileAsync(Path.Combine(place.Folder, ApiHouse.ConnectionFile))));
            await ExecuteAsync(source, "DELETE FROM resources.service_registry");
            await ExecuteAsync(source, Fill, targetPort, Services);
            var token = (await File.ReadAllTextAsync(Path.Combine(place.Folder, "admin.token"))).Trim();
            List<(double Bare, double House)> rounds = [];
            for (var i = 0; i <= Rounds; i++)
            {
                await ExecuteAsync(source, "UPDATE resources.service_registry SET last_health_check = NULL");
                var round = (await BareAsync(targetPort), await HouseAsync(housePort, token));
                // The first one compiles.
                if (i > 0) rounds.Add(round);
            }

            return Print(rounds.OrderBy(round => round.House).ElementAt(Rounds / 2));
        }
        finally
        {
            target.Kill();
            Process.Start("kill", ["-TERM", $"{house.Id}"]).WaitForExit();
            await house.WaitForExitAsync();
        }
    }

    private static async Task<double> HouseAsync(int port, string token)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var watch = Stopwatch.StartNew();
        using var response = await client.PostAsync("/resources/services/health-check", null);
        var text = await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
        var seconds = watch.Elapsed.TotalSeconds;
        var healthy = JsonElement.Parse(text).EnumerateObject().Count(service => service.Value.GetProperty("status").GetString() == "healthy");
        return healthy == Services ? seconds : throw new InvalidOperationException($"only {healthy} of {Services} were healthy");
    }

    private static async Task<double> BareAsync(int port)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, PooledConnectionLifetime = TimeSpan.Zero });
        var watch = Stopwatch.StartNew();
        await Parallel.ForAsync(0, Services, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (_, ct) =>
        {
            using var response = await client.GetAsync(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/health"), HttpCompletionOption.ResponseHeadersRead, ct);
            response.EnsureSuccessStatusCode();
        });
        return watch.Elapsed.TotalSeconds;
    }

    private static async Task ExecuteAsync(NpgsqlDataSource source, string sql, params int[] values)
    {
        await using var command = source.CreateCommand(sql);
        foreach (var value in values) command.Parameters.AddWithValue(value);
        await command.ExecuteNonQueryAsync();
    }

    private static int Print((double Bare, double House) round)
    {
        Console.WriteLine();
        Console.WriteLine($"## Services: the time to look at {Services:N0}, results stored");
        Console.WriteLine();
        Console.WriteLine("| bare requests | Alicerce | to reach |");
        Console.WriteLine("| --- | --- | --- |");
        Console.WriteLine($"| {round.Bare:0.00} s | {round.House:0.00} s | 3 s |");
        return 0;
    }
}
