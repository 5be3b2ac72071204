using System.Diagnostics.Metrics;
using Alicerce.Platform.Data.Rows;
using Npgsql;

namespace Alicerce.Platform.Alerts;

/// <summary>How many alerts fire now, in all processes together: the same number wherever it is scraped.</summary>
internal sealed class AlertMetrics : IDisposable
{
    private Dictionary<string, long> _firing = [];

    public Meter Meter { get; } = new("Alicerce.Alerts");

    public AlertMetrics() => Meter.CreateObservableGauge("alerts_firing", Read, description: "Alerts that fire now, by severity");

    /// <summary>While the database is away there is no number, rather than an old one.</summary>
    public async Task CountAsync(NpgsqlDataSource source, CancellationToken ct)
    {
        var firing = new Dictionary<string, long> { [Alert.Warning] = 0, [Alert.Critical] = 0 };
        try
        {
            await using var command = source.CreateCommand("SELECT severidade, count(*) FROM platform.alerts WHERE state = 'firing' GROUP BY severidade");
            command.CommandTimeout = 2;
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct)) firing[reader.GetString(0)] = reader.GetInt64(1);
            _firing = firing;
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException)
        {
            _firing = [];
        }
    }

    private IEnumerable<Measurement<long>> Read() => _firing.Select(entry => new Measurement<long>(entry.Value, new KeyValuePair<string, object?>("severity", entry.Key)));

    public void Dispose() => Meter.Dispose();
}
