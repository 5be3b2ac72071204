using System.Text.Json;
using Alicerce.Platform.Data;
using Alicerce.Platform.Identity;
using Alicerce.Platform.Web;
using Alicerce.Platform.Web.Answers;
using Alicerce.Server;
using Npgsql;

namespace Alicerce.Bench;

/// <summary>What <see cref="ApiBench"/> asks for: our server with two endpoints more, and the bare framework with the same two.</summary>
internal static class ApiHouse
{
    public const string ConnectionFile = "connection";
    private const string Read = "SELECT id, name, description, created_at, updated_at FROM platform.projects WHERE id = $1";

    /// <summary>Looked at by nobody while the benchmark lasts.</summary>
    private const string Service = """
        INSERT INTO resources.service_registry (name, service_type, host, port, protocol, health_status, next_health_check, project_id, consecutive_failures, consecutive_successes, metadata_json)
        VALUES ('shop', 'app', '10.10.1.40', 8080, 'http', 'healthy', '2999-01-01', 1, 0, 1, '{"version":"1.0","tags":["api","v2"]}') ON CONFLICT DO NOTHING
        """;

    private sealed record Instance(
        int Id, string Name, string ServiceType, string Host, int Port, string Protocol, string Url, string HealthStatus, double? LatencyMs, int? ProjectId, int? EnvironmentId, JsonElement Metadata);

    private static readonly Instance[] Instances =
    [
        new(1, "shop", "app", "10.10.1.40", 8080, "http", "http://10.10.1.40:8080", "healthy", null, 1, null, JsonElement.Parse("""{"version":"1.0","tags":["api","v2"]}""")),
    ];

    private sealed record Row(int Id, string Name, string? Description, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);

    private static readonly Row Value = new(1, "shop", "A shop with three bugs", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch);

    public static async Task<int> ServeAsync(string folder, int port)
    {
        var settings = new Dictionary<string, string?>
        {
            ["ALICERCE_DATA"] = folder,
            ["ALICERCE_URLS"] = $"http://127.0.0.1:{port}",
            ["ALICERCE_LIMIT_USER"] = "10000000",
        };
        var schemas = ServerHost.SchemasOf(Rooms.All);
        await using var database = await OpenDatabase.OpenAsync(ServerHost.ReadOptions(Configuration(), Rooms.All), DataRoot.Open(folder), schemas, CancellationToken.None);
        settings["DATABASE_URL"] = DatabaseUrl.Write(database.Address.AppConnectionString);
        settings["DATABASE_OWNER_URL"] = DatabaseUrl.Write(database.Address.OwnerConnectionString);
        await using var host = await ServerHost.StartAsync(Configuration(), [.. Rooms.All, new Module()], CancellationToken.None);
        var source = host.App.Services.GetRequiredService<NpgsqlDataSource>();
        await using (var command = source.CreateCommand("INSERT INTO platform.projects (id, name, description) OVERRIDING SYSTEM VALUE VALUES (1, $1, $2) ON CONFLICT DO NOTHING"))
        {
            command.Parameters.AddWithValue(Value.Name);
            command.Parameters.AddWithValue(Value.Description!);
            await command.ExecuteNonQueryAsync();
        }

        await using (var command = source.CreateCommand(Service)) await command.ExecuteNonQueryAsync();
        await File.WriteAllTextAsync(Path.Combine(folder, $"{ConnectionFile}.new"), database.Address.AppConnectionString);
        File.Move(Path.Combine(folder, $"{ConnectionFile}.new"), Path.Combine(folder, ConnectionFile));
        await host.App.WaitForShutdownAsync();
        return 0;

        IConfiguration Configuration() => new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
    }

    public static async Task<int> ServeBareAsync(string connectionFile, int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(await File.ReadAllTextAsync(connectionFile)) { MaxAutoPrepare = 20 }.ConnectionString);
        await using var app = builder.Build();
        app.MapGet("/value", () => Value);
        app.MapGet("/instances", () => Instances);
        app.MapGet("/rows/{id:int}", (int id, CancellationToken ct) => ReadAsync(source, id, ct));
        await app.RunAsync();
        return 0;
    }

    private static async Task<Row> ReadAsync(NpgsqlDataSource source, int id, CancellationToken ct)
    {
        await using var command = source.CreateCommand(Read);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = id });
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct)) throw new InvalidOperationException("The row is gone.");
        return new Row(reader.GetInt32(0), reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetString(2), reader.GetFieldValue<DateTimeOffset>(3), reader.GetFieldValue<DateTimeOffset>(4));
    }

    private sealed class Module : IModule
    {
        public string Name => "bench";

        public ModuleSchema? Schema => null;

        public void AddServices(IServiceCollection services, IConfiguration configuration)
        {
        }

        public void AddWorkers(IServiceCollection services)
        {
        }

        public void MapEndpoints(IEndpointRouteBuilder api)
        {
            api.MapGet("/bench/value", () => (Result<Row>)Value).AcrossProjects();
            api.MapGet("/bench/rows/{id:int}", async Task<Result<Row>> (int id, NpgsqlDataSource source, CancellationToken ct) => await ReadAsync(source, id, ct)).AcrossProjects();
        }
    }
}
