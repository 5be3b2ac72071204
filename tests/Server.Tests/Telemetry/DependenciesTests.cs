using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alicerce.Harness;
using Alicerce.Platform.Data;
using Alicerce.Platform.Web;
using Alicerce.Platform.Web.Health;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Alicerce.Server.Tests.Telemetry;

public sealed class DependenciesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Trap", "T002-32")]
    public async Task Health_judges_the_database_Redis_what_modules_add_and_the_queue_and_readiness_has_a_status_code()
    {
        await using var redis = await RedisServer.StartAsync(Ct);
        await using var database = await TestCluster.CreateDatabaseAsync([PlatformDb.ForMigrations], Ct);
        var settings = new NpgsqlConnectionStringBuilder(database.Address.AppConnectionString);
        using var relay = new TcpRelay(settings.Port);
        var llm = new LanguageModel();
        await using var server = await TestServer.StartAsync(
            database,
            Ct,
            new Dictionary<string, string?> { ["DATABASE_URL"] = $"postgres://{settings.Username}@127.0.0.1:{relay.Port}/{settings.Database}", ["REDIS_URL"] = redis.Url, ["ALICERCE_ALERT_QUEUE_AGE_SECONDS"] = "60" },
            new ModelModule(llm));
        await Eventually.BecomesTrueAsync(async () => (await ReadyAsync(server)).Status == "healthy", "all answer", Ct);
        (await ReadyAsync(server)).Names.ShouldBe(["llm", "postgresql", "redis", "scenario_index"], ignoreOrder: true);
        (await ProblemsAsync(server)).ShouldBeEmpty();

        llm.IsAway = true;
        await redis.KillAsync();
        await using (var late = database.Source.CreateCommand("INSERT INTO platform.jobs (type, args, state, priority, run_at, attempts, max_attempts, fence, cancel_requested, progress_done) "
            + "VALUES ('nobodys', '{}', 'queued', 0, now() - interval '2 minutes', 0, 1, 0, false, 0)")) await late.ExecuteNonQueryAsync(Ct);
        (await ReadyAsync(server)).ShouldSatisfyAllConditions(ready => ready.Code.ShouldBe(HttpStatusCode.OK), ready => ready.Status.ShouldBe("degraded"));
        var problems = await ProblemsAsync(server);
        problems.ShouldContain("redis: não responde");
        problems.ShouldContain("llm: não responde");
        problems.ShouldContain(problem => problem.StartsWith("fila: o job mais antigo espera há 12", StringComparison.Ordinal));

        relay.Cut();
        (await ReadyAsync(server)).ShouldSatisfyAllConditions(ready => ready.Code.ShouldBe(HttpStatusCode.ServiceUnavailable), ready => ready.Status.ShouldBe("unhealthy"));
        using var page = await server.Client.GetAsync("/admin/metricas/health", Ct);
        page.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    private static async Task<(HttpStatusCode Code, string? Status, IEnumerable<string?> Names)> ReadyAsync(TestServer server)
    {
        using var response = await server.Anonymous.GetAsync("/health/ready", Ct);
        var ready = await response.Content.ReadFromJsonAsync<JsonElement>(Ct);
        return (response.StatusCode, ready.GetProperty("status").GetString(), ready.GetProperty("dependencies").EnumerateArray().Select(dependency => dependency.GetProperty("name").GetString()));
    }

    private static async Task<string[]> ProblemsAsync(TestServer server)
    {
        var health = await server.Client.GetFromJsonAsync<JsonElement>("/admin/metricas/health", Ct);
        string[] problems = [.. health.GetProperty("problemas").EnumerateArray().Select(problem => problem.GetString()!)];
        health.GetProperty("status").GetString().ShouldBe(problems.Length == 0 ? "healthy" : "degraded");
        return problems;
    }

    private sealed class LanguageModel : IDependency
    {
        public bool IsAway { get; set; }

        public string Name => "llm";

        public bool IsNeeded => false;

        public Task ProbeAsync(CancellationToken ct) => IsAway ? Task.FromException(new HttpRequestException("no connection to a secret place")) : Task.CompletedTask;
    }

    private sealed class ModelModule(LanguageModel model) : IModule
    {
        public string Name => "model";

        public ModuleSchema? Schema => null;

        public void AddServices(IServiceCollection services, IConfiguration configuration) => services.AddSingleton<IDependency>(model);

        public void AddWorkers(IServiceCollection services)
        {
        }

        public void MapEndpoints(IEndpointRouteBuilder api)
        {
        }
    }
}
