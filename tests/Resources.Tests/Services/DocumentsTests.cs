using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Alicerce.Harness;
using static Alicerce.Resources.Tests.Services.ServicesFixture;

namespace Alicerce.Resources.Tests.Services;

/// <summary>The documents that other programs read.</summary>
public sealed class DocumentsTests(ServicesFixture fixture) : IClassFixture<ServicesFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_real_prometheus_finds_and_scrapes_what_is_registered_and_forgets_what_is_not()
    {
        var project = await fixture.ProjectAsync();
        await using var target = Misbehaving.Saying("HTTP/1.1 200 OK\r\nContent-Type: text/plain; version=0.0.4\r\nContent-Length: 5\r\n\r\nup 1\n");
        await fixture.RegisterAsync(new { Name = "scraped", Host = "127.0.0.1", target.Port, ProjectId = project, Metadata = new { metrics_path = "/internal/metrics" } });
        await fixture.RegisterAsync(new { Name = "database", Host = "127.0.0.1", Port = 5432, ServiceType = "database", ProjectId = project });
        await using var prometheus = PrometheusServer.Start(new Uri(fixture.Server.Url, $"/resources/services/prometheus-sd?project_id={project}"), fixture.Server.Token);

        IReadOnlyList<JsonElement> targets = [];
        await Eventually.BecomesTrueAsync(async () => (targets = await prometheus.TargetsAsync(Ct)) is [var one] && one.GetProperty("health").GetString() == "up", "the target is scraped", Ct);

        targets[0].GetProperty("scrapeUrl").GetString().ShouldBe($"http://127.0.0.1:{target.Port}/internal/metrics");
        var labels = targets[0].GetProperty("labels");
        labels.GetProperty("service").GetString().ShouldBe("scraped");
        labels.GetProperty("project_id").GetString().ShouldBe($"{project}");

        await fixture.Server.PostAsync($"{ServicesFixture.Path}/deregister", new { Name = "scraped", ProjectId = project }, Ct);
        await Eventually.BecomesTrueAsync(async () => (await prometheus.TargetsAsync(Ct)).Count == 0, "the target is forgotten", Ct);
    }

    [Fact]
    public async Task The_document_for_prometheus_is_never_in_an_envelope_and_shows_each_caller_its_own()
    {
        int project = await fixture.ProjectAsync(), foreign = await fixture.ProjectAsync();
        await fixture.InsertAsync(project, "own-app", 1, status: "unhealthy");
        await fixture.InsertAsync(foreign, "foreign-app", 2);
        using var member = await TestUser.AddAsync(fixture, "viewer", Ct);
        await member.JoinAsync(project, "viewer", Ct);
        foreach (var prefix in new[] { ServicesFixture.Path, "/resources/services" })
        {
            using var response = await member.Client.GetAsync($"{prefix}/prometheus-sd", Ct);
            response.Content.Headers.ContentType.ShouldBe(new MediaTypeHeaderValue("application/json", "utf-8"));
            var text = await response.Content.ReadAsStringAsync(Ct);
            text.ShouldContain("own-app");
            text.ShouldNotContain("foreign-app");
            JsonElement.Parse(text).ValueKind.ShouldBe(JsonValueKind.Array);
        }

        (await SendAsync(member.Client, HttpMethod.Get, $"{ServicesFixture.Path}/prometheus-sd?project_id={foreign}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_document_for_traefik_balances_instances_and_routes_domains_and_has_no_empty_parts()
    {
        int project = await fixture.ProjectAsync(), environment = await fixture.EnvironmentAsync(project);
        await fixture.InsertAsync(project, "shop", 1, status: "healthy", environment: environment);
        await fixture.InsertAsync(project, "shop", 2, environment: environment);
        await fixture.InsertAsync(project, "shop", 3, status: "unhealthy", environment: environment);
        await fixture.InsertAsync(project, "down", 4, status: "unhealthy", environment: environment, endpoint: "/h");
        await fixture.InsertAsync(project, "db", 5432, "tcp", null, environment: environment, type: "database");
        await fixture.InsertAsync(project, "orders", 6, "grpc", null, environment: environment);
        await fixture.ExecuteAsync($$"""UPDATE resources.service_registry SET metadata_json = '{"domain":"shop.example"}' WHERE project_id = {{project}} AND name = 'shop'""");
        await fixture.ExecuteAsync($$"""UPDATE resources.service_registry SET metadata_json = '{"domain":"x`) || PathPrefix(`/"}' WHERE project_id = {{project}} AND name = 'down'""");

        var (status, document) = await SendAsync(fixture.Client, HttpMethod.Get, $"/resources/services/traefik?project_id={project}&environment_id={environment}");

        status.ShouldBe(HttpStatusCode.OK);
        document.ToString().ShouldBe(
            """
            {"http":{"routers":{"shop":{"rule":"Host(`shop.example`)","service":"shop"}},"services":{
            "down":{"loadBalancer":{"servers":[{"url":"http://127.0.0.1:4"}],"healthCheck":{"path":"/h","interval":"30s","timeout":"5s"}}},
            "orders":{"loadBalancer":{"servers":[{"url":"h2c://127.0.0.1:6"}]}},
            "shop":{"loadBalancer":{"servers":[{"url":"http://127.0.0.1:1"},{"url":"http://127.0.0.1:2"}],"healthCheck":{"path":"/health","interval":"30s","timeout":"5s"}}}}},
            "tcp":{"services":{"db":{"loadBalancer":{"servers":[{"address":"127.0.0.1:5432"}]}}}}}
            """.ReplaceLineEndings(""));
        (await SendAsync(fixture.Client, HttpMethod.Get, $"/resources/services/traefik?project_id={project}")).Body.ToString().ShouldBe("{}");
    }
}
