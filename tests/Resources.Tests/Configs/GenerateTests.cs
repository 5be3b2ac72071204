using System.Net;
using System.Text.Json;
using Alicerce.Harness;
using Alicerce.Modules.Resources.Formats;
using Alicerce.Resources.Tests.Ports;

namespace Alicerce.Resources.Tests.Configs;

public sealed class GenerateTests(PortsFixture fixture) : IClassFixture<PortsFixture>
{
    private const string Hostile = "it's \"5\" # $HOME \\ é\nsecond line";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Req", "S004-API-10")]
    [Trait("Req", "S004-CFG-01")]
    public async Task The_env_file_has_all_configs_and_secrets_and_reads_back_equal()
    {
        var (project, environment, host) = await ShopAsync();
        using var response = await fixture.Client.GetAsync($"/resources/generate/env/{project}?environment_id={environment}", Ct);
        var answer = JsonElement.Parse(await response.Content.ReadAsStringAsync(Ct));
        answer.GetProperty("filename").GetString().ShouldBe(".env.staging");
        var read = DotEnv.Read(answer.GetProperty("content").GetString()!).ToDictionary(entry => entry.Key, entry => entry.Value);
        read.ShouldBe(new Dictionary<string, string>
        {
            ["GREETING"] = Hostile, ["SHOP_WEB_HOST"] = host, ["SHOP_WEB_PORT"] = "8000", ["SHOP_WEB_URL"] = $"http://{host}:8000",
            ["MAIN_DB_HOST"] = "db.example", ["MAIN_DB_PORT"] = "5432", ["MAIN_DB_DATABASE"] = "shop", ["MAIN_DB_USER"] = "reader", ["API_KEY"] = Hostile, ["DB_PASSWORD"] = "of staging",
        }, ignoreOrder: true);

        using var without = await fixture.Client.GetAsync($"/resources/generate/env/{project}", Ct);
        var other = JsonElement.Parse(await without.Content.ReadAsStringAsync(Ct));
        other.GetProperty("filename").GetString().ShouldBe(".env.default");
        DotEnv.Read(other.GetProperty("content").GetString()!).ShouldContain(entry => entry.Key == "DB_PASSWORD" && entry.Value == "of the project");
    }

    [Fact]
    [Trait("Trap", "T004-18")]
    public async Task The_env_file_is_for_admins_is_stored_nowhere_on_its_way_and_reading_it_is_written_down()
    {
        var (project, environment, _) = await ShopAsync();
        var address = $"/api/v1/resources/generate/env/{project}?environment_id={environment}";
        using var response = await fixture.Client.GetAsync(address, Ct);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        response.Headers.ETag.ShouldBeNull();
        var audited = await fixture.Server.GetAsync($"/api/v1/audit?project_id={project}&action=secret.read", Ct);
        audited.GetArrayLength().ShouldBe(2);
        audited.GetRawText().ShouldContain("generate_env");

        foreach (var (role, expected) in new[] { ("developer", HttpStatusCode.Forbidden), ("admin", HttpStatusCode.OK) })
        {
            using var member = await TestUser.AddAsync(fixture, "developer", Ct);
            await member.JoinAsync(project, role, Ct);
            (await member.Client.GetAsync(address, Ct)).StatusCode.ShouldBe(expected, role);
        }

        using var stranger = await TestUser.AddAsync(fixture, "developer", Ct);
        (await stranger.Client.GetAsync(address, Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await fixture.Server.Anonymous.GetAsync(address, Ct)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    [Trait("Req", "S004-API-11")]
    [Trait("Trap", "T004-20")]
    public async Task The_compose_file_has_the_ports_and_never_a_secret()
    {
        var (project, environment, _) = await ShopAsync();
        using var response = await fixture.Client.GetAsync($"/resources/generate/docker-compose/{project}?environment_id={environment}", Ct);
        var text = await response.Content.ReadAsStringAsync(Ct);
        var answer = JsonElement.Parse(text);
        answer.GetProperty("filename").GetString().ShouldBe("docker-compose.yml");
        answer.GetProperty("content").GetString()!.ShouldContain("- \"8000:8000\"");
        foreach (var secret in new[] { "API_KEY", "DB_PASSWORD", "of staging", "of the project", "second line" }) text.ShouldNotContain(secret);
        answer.GetProperty("content").GetString()!.ShouldContain("env_file:");
    }

    [Theory]
    [InlineData("quantum-config", "quantum.config.yaml", "password: \"${secret:DB_PASSWORD}\"")]
    [InlineData("nginx", "nginx.conf", "# shop-web\n    split_clients ")]
    [InlineData("traefik", "traefik.yml", "loadBalancer:")]
    [InlineData("prometheus", "prometheus.yml", "metrics_path: \"/metrics\"")]
    public async Task The_other_files_are_generated_for_every_member_and_hold_no_secret(string kind, string name, string expected)
    {
        var (project, environment, _) = await ShopAsync();
        using var viewer = await TestUser.AddAsync(fixture, "viewer", Ct);
        await viewer.JoinAsync(project, "viewer", Ct);
        using var response = await viewer.Client.GetAsync($"/resources/generate/{kind}/{project}?environment_id={environment}{(kind == "nginx" ? "&include_ssl=false" : "")}", Ct);
        var text = await response.Content.ReadAsStringAsync(Ct);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        var answer = JsonElement.Parse(text);
        answer.GetProperty("filename").GetString().ShouldBe(name);
        answer.GetProperty("content").GetString()!.ShouldContain(expected);
        text.ShouldNotContain("of staging");
    }

    [Fact]
    [Trait("Req", "S004-API-17")]
    public async Task Nginx_and_the_quantum_config_are_generated_and_what_is_missing_is_listed()
    {
        var (project, environment, _) = await ShopAsync();
        var nginx = await fixture.GetAsync($"generate/nginx/{project}?environment_id={environment}&domain=shop.example&ssl_certificate=/etc/ssl/shop.pem&ssl_certificate_key=/etc/ssl/shop.key");
        nginx.GetProperty("content").GetString()!.ShouldContain("ssl_certificate /etc/ssl/shop.pem;");
        (await fixture.GetAsync($"generate/quantum-config/{project}?environment_id={environment}")).GetProperty("content").GetString()!.ShouldContain("environment: staging");

        using var response = await fixture.Client.GetAsync($"/api/v1/resources/generate/nginx/{project}?environment_id={environment}", Ct);
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        JsonElement.Parse(await response.Content.ReadAsStringAsync(Ct)).GetProperty("details").GetArrayLength().ShouldBe(2, "both paths are missing");
    }

    [Fact]
    public async Task An_environment_of_another_project_and_a_project_without_services_are_mistakes()
    {
        var (project, environment, _) = await ShopAsync();
        var other = await fixture.ProjectAsync();
        (await fixture.Client.GetAsync($"/api/v1/resources/generate/env/{other}?environment_id={environment}", Ct)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await fixture.Client.GetAsync($"/api/v1/resources/generate/docker-compose/{other}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await fixture.Client.GetAsync("/api/v1/resources/generate/docker-compose/999999", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await fixture.Client.GetAsync($"/api/v1/resources/generate/prometheus/{project}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound, "its service belongs to the environment");
    }

    private async Task<(int Project, int Environment, string Host)> ShopAsync()
    {
        var (name, host) = ($"p{Guid.NewGuid():N}", PortsFixture.NewHost());
        var project = await fixture.ProjectAsync(name);
        object input = new { name = "staging", docker_host = host, base_url = "https://shop.example", variables = new Dictionary<string, string> { ["GREETING"] = Hostile } };
        var environment = (await fixture.Server.PostAsync($"/api/v1/projects/{project}/environments", input, Ct)).GetProperty("id").GetInt32();
        await Eventually.BecomesTrueAsync(async () => (await fixture.GetAsync($"ports?host={host}")).GetArrayLength() == 1, "the environment has its own port", Ct);
        await fixture.AskAsync("release", new { service_name = $"{name}-staging", host });
        await fixture.Server.PostAsync(
            $"/api/v1/environments/{environment}/datasources",
            new { name = "main", driver = "postgresql", host = "db.example", port = 5432, database = "shop", username = "reader", secret_name = "DB_PASSWORD" }, Ct);
        await fixture.AllocateAsync("shop-web", host, new { project_id = project, environment_id = environment });
        await fixture.ExecuteAsync($$"""
            INSERT INTO resources.service_registry (name, service_type, host, port, protocol, project_id, environment_id, metadata_json, next_health_check, consecutive_successes, consecutive_failures)
            VALUES ('shop-web', 'app', '{{host}}', 8000, 'http', {{project}}, {{environment}}, '{"public": true}', now(), 0, 0)
            """);
        await SetSecretAsync(new { key = "API_KEY", value = Hostile, project_id = project });
        await SetSecretAsync(new { key = "DB_PASSWORD", value = "of the project", project_id = project });
        await SetSecretAsync(new { key = "DB_PASSWORD", value = "of staging", project_id = project, environment_id = environment });
        return (project, environment, host);
    }

    private async Task SetSecretAsync(object secret) => await fixture.Server.PostAsync("/api/v1/resources/secrets", secret, Ct);
}
