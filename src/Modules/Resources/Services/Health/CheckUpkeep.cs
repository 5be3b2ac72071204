using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Alicerce.Modules.Resources.Services.Health;

/// <summary>Forgets looks that are older than the setting says, a batch at a time; several processes share the work.</summary>
internal sealed class CheckUpkeep(NpgsqlDataSource source, HealthOptions options, TimeProvider clock, ILogger<CheckUpkeep> log) : BackgroundService
{
    private const int BatchSize = 5_000;
    private static readonly TimeSpan s_interval = TimeSpan.FromMinutes(10);

    private const string Forget = """
        DELETE FROM resources.service_checks WHERE id IN (SELECT id FROM resources.service_checks WHERE checked_at < $1 LIMIT $2 FOR UPDATE SKIP LOCKED)
        """;

    internal async Task ForgetAsync(CancellationToken ct)
    {
        int forgotten;
        do
        {
            await using var command = source.CreateCommand(Forget);
            command.Parameters.AddWithValue(clock.GetUtcNow().AddDays(-options.RetentionDays));
            command.Parameters.AddWithValue(BatchSize);
            forgotten = await command.ExecuteNonQueryAsync(ct);
        }
        while (forgotten == BatchSize);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_interval, clock);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await timer.WaitForNextTickAsync(stoppingToken);
                await ForgetAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException)
            {
                log.LogWarning("The upkeep of looks at services waits for PostgreSQL: {Reason}", e.Message);
            }
        }
    }
}
