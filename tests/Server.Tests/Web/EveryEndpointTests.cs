using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Alicerce.Harness;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Alicerce.Server.Tests.Web;

/// <summary>What every endpoint keeps, whoever wrote it: the routes of the running server are walked.</summary>
public sealed partial class EveryEndpointTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private static readonly (string Method, string Path)[] Others = [("GET", "/nowhere"), ("BREW", "/api/v1/projects"), ("POST", "/health"), ("GET", "/api/v1/projects?page=x")];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private IEnumerable<RouteEndpoint> Routes => fixture.Server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private IEnumerable<(string Method, string Path)> Endpoints =>
        from endpoint in Routes
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
        select (method, $"/{endpoint.RoutePattern.RawText!.Trim('/')}");

    [Fact]
    [Trait("Req", "S001-PRIN-10")]
    public async Task Every_answer_carries_a_request_id()
    {
        var asked = Endpoints.Select(endpoint => (endpoint.Method, Path: Parameter().Replace(endpoint.Path, "1")))
            .Concat(Others).ToList();
        asked.Count.ShouldBeGreaterThan(60);
        foreach (var client in new[] { fixture.Server.Anonymous, fixture.Client })
        {
            // Signed in, what changes something would end this test's own sign-in.
            foreach (var (method, path) in asked.Where(one => client == fixture.Server.Anonymous || one.Method == "GET"))
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), path);
                using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Ct);
                response.Headers.TryGetValues("X-Request-ID", out var ids).ShouldBeTrue($"{method} {path} {(int)response.StatusCode}");
                ids!.ShouldHaveSingleItem().ShouldNotBeNullOrWhiteSpace();
            }
        }
    }

    [Fact]
    public async Task Every_endpoint_but_those_that_browsers_are_sent_to_is_described()
    {
        var paths = (await fixture.Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json", Ct)).GetProperty("paths");
        Routes.Select(route => $"/{route.RoutePattern.RawText!.Trim('/')}").Where(path => path.StartsWith("/api/v1", StringComparison.Ordinal) && !path.StartsWith("/api/v1/auth/oidc/", StringComparison.Ordinal))
            .Where(path => !paths.TryGetProperty(Constraint().Replace(path, "}"), out _)).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Req", "S001-TST-03")]
    public async Task Health_is_healthy_and_has_a_version()
    {
        using var response = await fixture.Server.Anonymous.GetAsync("/health", Ct);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var health = await response.Content.ReadFromJsonAsync<JsonElement>(Ct);
        health.GetProperty("status").GetString().ShouldBe("healthy");
        health.GetProperty("version").GetString()!.ShouldMatch(@"^\d+\.\d+\.\d+");
        health.EnumerateObject().Select(field => field.Name).ShouldBe(["status", "service", "version"]);
    }

    [Fact]
    [Trait("Req", "S001-DB-02")]
    public async Task A_thousand_requests_leave_no_connection_behind()
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, 1000), new ParallelOptions { MaxDegreeOfParallelism = 32, CancellationToken = Ct }, async (i, ct) =>
        {
            var path = (i % 4) switch { 0 => "/api/v1/projects", 1 => "/api/v1/projects/999999", 2 => "/api/v1/users?limit=x", _ => "/api/v1/users" };
            using var response = await fixture.Client.GetAsync(path, ct);
            ((int)response.StatusCode).ShouldBeLessThan(500);
        });
        await using var source = NpgsqlDataSource.Create(fixture.Database.SuperuserConnectionString);
        const string ours = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'alicerce'";
        await Eventually.BecomesTrueAsync(async () => await CountAsync($"{ours} AND state <> 'idle'") == 0, "no connection is at work", Ct);
        (await CountAsync(ours)).ShouldBeLessThanOrEqualTo(11, "ten of the pool and one that listens");

        async Task<long> CountAsync(string sql)
        {
            await using var command = source.CreateCommand(sql);
            return (long)(await command.ExecuteScalarAsync(Ct))!;
        }
    }

    [Fact]
    [Trait("Req", "S001-SEC-06")]
    public async Task A_stored_script_comes_back_as_data_that_no_browser_runs()
    {
        const string script = "<script>alert(1)</script>";
        var id = (await fixture.Server.PostAsync("/api/v1/projects", new { name = $"shop-{Guid.NewGuid():N}", description = script }, Ct)).GetProperty("id").GetInt32();
        using var response = await fixture.Client.GetAsync($"/api/v1/projects/{id}", Ct);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        response.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'");
        var text = await response.Content.ReadAsStringAsync(Ct);
        text.ShouldNotContain("<script>");
        JsonElement.Parse(text).GetProperty("data").GetProperty("description").GetString().ShouldBe(script);
    }

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.NonBacktracking)]
    private static partial Regex Parameter();

    [GeneratedRegex(@":\w+\}", RegexOptions.NonBacktracking)]
    private static partial Regex Constraint();
}
