using Alicerce.Harness;

namespace Alicerce.EndToEnd.Resources;

/// <summary>A server of its own that holds exactly what the source's drawing shows: six rows of ports and four services, as the demo makes them.</summary>
public sealed class DrawingServer : ServerFixture
{
    public const string Host = "forge";

    private static readonly (string Name, int Port, string Type)[] Ports = [("quantumblog-prod", 8080, "app"), ("quantumblog-staging", 8082, "app"), ("quantumblog-dev", 8081, "app"), ("blog-db", 5432, "database")];

    private static readonly (string Name, string Type, string Protocol, int Port, string Status, double? Latency)[] Services =
    [
        ("quantumblog-prod", "app", "http", 8080, "healthy", 120), ("quantumblog-staging", "app", "http", 8082, "healthy", 95), ("quantumblog-dev", "app", "http", 8081, "unhealthy", null),
        ("blog-db", "database", "tcp", 5432, "healthy", 45),
    ];

    public int ProjectId { get; private set; }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var ct = CancellationToken.None;
        await ConsoleServer.GivePasswordAsync(Server, (await Server.GetAsync("/api/v1/auth/me", ct)).GetProperty("id").GetInt32(), ConsoleServer.AdminEmail, "Ana Admin");
        ProjectId = (await Server.PostAsync("/api/v1/projects", new { Name = "quantumblog" }, ct)).GetProperty("id").GetInt32();
        foreach (var (name, port, type) in Ports)
            await Server.PostAsync("/api/v1/resources/ports/allocate", new { ServiceName = name, PreferredPort = port, PortType = type, Host, ProjectId }, ct);
        await Server.PostAsync("/api/v1/resources/ports/release", new { ServiceName = "quantumblog-dev", Host }, ct);
        await Server.PostAsync("/api/v1/resources/ports/reserve", new { Port = 8001, ServiceName = "quantum-admin" }, ct);
        await Server.PostAsync("/api/v1/resources/ports/allocate", new { ServiceName = "quantum-admin" }, ct);
        await Server.PostAsync("/api/v1/resources/ports/reserve", new { Port = 80, Host, PortType = "web", Reason = "production-only" }, ct);
        foreach (var service in Services) await KeepServiceAsync(service.Name, service.Type, service.Protocol, service.Port, service.Status, service.Latency);
        await SayLastCheckAsync(TimeSpan.FromSeconds(30));
    }

    /// <summary>As if all were looked at so long ago.</summary>
    public Task SayLastCheckAsync(TimeSpan ago) => ExecuteAsync($"UPDATE resources.service_registry SET last_health_check = now() - interval '{ago.TotalSeconds} seconds'");

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Database.Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>With a history of looks, and so far from the next one that the server itself never looks: the drawing's addresses are only its author's.</summary>
    private Task KeepServiceAsync(string name, string type, string protocol, int port, string status, double? latency) => ExecuteAsync(
        $"""
        WITH made AS (
            INSERT INTO resources.service_registry (name, service_type, host, port, protocol, health_endpoint, is_approved, health_status, status_since, next_health_check, project_id, depends_on,
                last_latency_ms, last_error, consecutive_failures, consecutive_successes)
            VALUES ('{name}', '{type}', '10.10.1.40', {port}, '{protocol}', {(protocol == "http" ? "'/health'" : "NULL")}, true, '{status}', now() - interval '3 hours', '2999-01-01', {ProjectId},
                {(name == "quantumblog-prod" ? "ARRAY['blog-db']" : "ARRAY[]::text[]")}, {(latency is { } ms ? $"{ms}" : "NULL")}, {(latency is null ? "'connection refused'" : "NULL")}, 0, 0)
            RETURNING id)
        INSERT INTO resources.service_checks (service_id, checked_at, succeeded, latency_ms, error)
        SELECT id, now() - look * interval '12 minutes', {(latency is null ? "look > 15" : "look <> 40")}, CASE WHEN {(latency is null ? "look > 15" : "look <> 40")} THEN {latency ?? 80} + 12 * sin(look) END,
            CASE WHEN {(latency is null ? "look <= 15" : "look = 40")} THEN 'connection refused' END
        FROM made, generate_series(1, 110) AS look
        """);
}
