using System.Globalization;
using Alicerce.Platform.Alerts;
using Alicerce.Platform.Data.Rows;
using Npgsql;

namespace Alicerce.Modules.Resources.Services.Health;

/// <summary>Tells of services that are down for as long as they are; thresholds have kept a single bad look out of this.</summary>
internal sealed class UnhealthyServices(NpgsqlDataSource source) : IAlertSource
{
    public const string Rule = "service_health";

    private const string Kind = "servico_fora";

    /// <summary>Told one by one, the newest first; of the others, how many there are.</summary>
    private const int Most = 100;

    public async Task<IReadOnlyList<Breach>> FindAsync(CancellationToken ct)
    {
        await using var command = source.CreateCommand(
            """
            SELECT id, name, host, port, project_id, last_error, count(*) OVER () FROM resources.service_registry WHERE health_status = 'unhealthy'
            ORDER BY status_since DESC NULLS LAST, id DESC LIMIT $1
            """);
        command.Parameters.AddWithValue(Most);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var breaches = new List<Breach>();
        long down = 0;
        while (await reader.ReadAsync(ct))
        {
            breaches.Add(BreachOf(reader));
            down = reader.GetInt64(6);
        }

        if (down > Most) breaches.Add(new Breach(Rule, "others", Kind, Alert.Critical, $"Mais {down - Most} serviços não estão saudáveis: GET /api/v1/resources/services?status=unhealthy"));
        return breaches;
    }

    private static Breach BreachOf(NpgsqlDataReader row)
    {
        var whose = row.IsDBNull(4) ? "" : string.Create(CultureInfo.InvariantCulture, $" (projeto {row.GetInt32(4)})");
        var why = row.IsDBNull(5) ? "" : $": {row.GetString(5)}";
        return new Breach(Rule, $"service:{row.GetInt32(0)}", Kind, Alert.Critical, string.Create(CultureInfo.InvariantCulture, $"{row.GetString(1)} em {row.GetString(2)}:{row.GetInt32(3)}{whose} não está saudável{why}"));
    }
}
