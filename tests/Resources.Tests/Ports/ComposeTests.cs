using System.Text;
using System.Text.Json.Nodes;
using Alicerce.Engine.Formats;
using Alicerce.Modules.Resources.Ports.Compose;

namespace Alicerce.Resources.Tests.Ports;

public sealed class ComposeTests(PortsFixture fixture) : IClassFixture<PortsFixture>
{
    private const string Shop = """
        name: shop
        services:
          web:
            image: nginx
            ports:
              - "8080:80"
              - "127.0.0.1:8443:443"
          db:
            ports:
              - target: 5432
                published: "5432"
                host_ip: "::1"
                mode: host
          workers:
            ports: ["9100-9101:9100-9101", "3000", "53:53/udp", "9000-9009:80"]
          quiet:
            image: redis
        """;

    [Fact]
    public void Short_and_long_syntax_ranges_and_addresses_are_read()
    {
        var file = ComposeReader.Read(Shop);
        file.Mistakes.ShouldBeEmpty();
        file.Ports.Select(port => $"{port.Service} {port.Address}:{port.Port}>{port.Target} {port.Line}")
            .ShouldBe(["web :8080>80 6", "web 127.0.0.1:8443>443 7", "db ::1:5432>5432 10", "workers :9100>9100 15", "workers :9101>9101 15"]);
        file.PassedOver.Select(port => $"{port.Service} {port.Port} {port.Why}").ShouldBe(
        [
            "workers ports[1] it names no port of the host: one is chosen at every start", "workers ports[2] it is udp: only tcp ports are kept here",
            "workers ports[3] one port of the range is chosen at every start",
        ]);
    }

    [Theory]
    [InlineData("services:\n  web:\n    ports: ['${PORT}:80']", "Line 3, service 'web': ports[0] depends on a variable: write the number, or send what 'docker compose config' prints.")]
    [InlineData("services:\n  web:\n    ports: ['${PORT:-8080}:80']", "Line 3, service 'web': ports[0] depends on a variable")]
    [InlineData("services:\n  web:\n    ports:\n    - published: $PORT\n      target: 80", "Line 4, service 'web': ports[0].published depends on a variable")]
    [InlineData("services:\n  web:\n    ports: ['70000:80']", "ports[0] is no port")]
    [InlineData("services:\n  web:\n    ports: ['0:80']", "ports[0] is no port")]
    [InlineData("services:\n  web:\n    ports: ['90-80:90-80']", "ports[0] is no port")]
    [InlineData("services:\n  web:\n    ports: ['1-60000:1-60000']", "more than 500 ports")]
    [InlineData("services:\n  web:\n    ports: 80", "'ports' is no list")]
    [InlineData("services:\n  web:\n    ports: [[80]]", "ports[0] is no port")]
    [InlineData("version: '3'", "this is no compose file")]
    [InlineData("services: [", "This is not YAML")]
    [InlineData("a: &a [*a]", "")]
    public void What_is_not_certain_is_a_mistake_with_its_line(string text, string expected) => ComposeReader.Read(text).Mistakes.ShouldHaveSingleItem().ShouldContain(expected);

    [Fact]
    public async Task A_preview_stores_nothing_and_an_import_takes_each_port_exactly_and_again_changes_nothing()
    {
        var (name, host) = ($"p{Guid.NewGuid():N}", PortsFixture.NewHost());
        var project = await fixture.ProjectAsync(name);
        await fixture.AllocateAsync("other", host, new { preferred_port = 8443 });

        var preview = await fixture.AskAsync("import", new { compose = Shop, host, project_id = project, preview = true });
        Outcomes(preview).ShouldBe([$"{name}-web 8080 new", $"{name}-web-443 8443 conflict", $"{name}-db 5432 new", $"{name}-workers 9100 new", $"{name}-workers-9101 9101 new"]);
        (await fixture.GetAsync($"ports?host={host}")).GetArrayLength().ShouldBe(1);

        var imported = await fixture.AskAsync("import", new { compose = Shop, host, project_id = project });
        Outcomes(imported).ShouldBe(Outcomes(preview));
        imported.GetProperty("ports")[1].GetProperty("message").GetString().ShouldBe("Port 8443 is allocated by other of no project.");
        imported.GetProperty("ports")[2].GetProperty("port_type").GetString().ShouldBe("database");
        (await fixture.GetAsync($"ports?host={host}")).GetArrayLength().ShouldBe(5);
        Outcomes(await fixture.AskAsync("import", new { compose = Shop, host, project_id = project })).Count(outcome => outcome.EndsWith(" known", StringComparison.Ordinal)).ShouldBe(4);
    }

    [Fact]
    public async Task An_import_keeps_the_image_and_the_port_inside_of_the_container_for_the_file_that_is_generated_later()
    {
        var name = $"p{Guid.NewGuid():N}";
        var project = await fixture.ProjectAsync(name);
        const string Fleet = """
            services:
              web:
                image: registry.example/shop:1.2
                ports: ["28080:80", "127.0.0.1:28443:443"]
              workers:
                image: registry.example/worker@sha256:abc
                ports: ["28000-28002:8000-8002"]
            """;
        var imported = await fixture.AskAsync("import", new { compose = Fleet, host = "localhost", project_id = project });
        imported.GetProperty("ports")[0].GetProperty("image").GetString().ShouldBe("registry.example/shop:1.2");

        var services = await ServicesOfAsync(project);

        services.Select(service => service.Key).ShouldBe([$"{name}-web", $"{name}-workers"]);
        services[$"{name}-web"]!["image"]!.GetValue<string>().ShouldBe("registry.example/shop:1.2");
        services[$"{name}-web"]!["ports"]!.AsArray().Select(port => port!.GetValue<string>()).ShouldBe(["28080:80", "127.0.0.1:28443:443"]);
        services[$"{name}-web"]!["environment"]![$"{name.ToUpperInvariant()}_WORKERS_PORT"]!.GetValue<string>().ShouldBe("8000", "within the network it is reached where it listens");
        services[$"{name}-workers"]!["image"]!.GetValue<string>().ShouldBe("registry.example/worker@sha256:abc");
        services[$"{name}-workers"]!["ports"]!.AsArray().Select(port => port!.GetValue<string>()).ShouldBe(["28000:8000", "28001:8001", "28002:8002"]);

        await fixture.AskAsync("import", new { compose = Fleet.Replace("shop:1.2", "shop:1.3").Replace("28080:80", "28080:8081"), host = "localhost", project_id = project });
        var again = await ServicesOfAsync(project);
        again[$"{name}-web"]!["image"]!.GetValue<string>().ShouldBe("registry.example/shop:1.3");
        again[$"{name}-web"]!["ports"]![0]!.GetValue<string>().ShouldBe("28080:8081");
    }

    [Fact]
    public async Task A_range_is_one_service_with_several_ports_that_are_listed_and_released_together()
    {
        var (name, host) = ($"p{Guid.NewGuid():N}", PortsFixture.NewHost());
        var project = await fixture.ProjectAsync(name);
        await fixture.AskAsync("import", new { compose = "services:\n  workers:\n    ports: ['8000-8002:8000-8002']", host, project_id = project });

        var listed = await fixture.GetAsync($"ports?host={host}");
        listed.EnumerateArray().Select(row => $"{row.GetProperty("label").GetString()} {row.GetProperty("port").GetInt32()}>{row.GetProperty("container_port").GetInt32()}")
            .ShouldBe([$"{name}-workers 8000>8000", $"{name}-workers 8001>8001", $"{name}-workers 8002>8002"]);

        var released = await fixture.AskAsync("release", new { service_name = $"{name}-workers", host });
        released.GetProperty("ports").EnumerateArray().Select(port => port.GetInt32()).ShouldBe([8000, 8001, 8002]);
        (await fixture.GetAsync($"ports?host={host}")).GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("'${IMAGE:-nginx}'")]
    [InlineData("'no image'")]
    [InlineData("[nginx]")]
    public void An_image_that_is_not_certain_is_not_kept_and_told(string image)
    {
        var file = ComposeReader.Read($"services:\n  web:\n    image: {image}\n    ports: ['8080:80']");
        file.Ports.ShouldHaveSingleItem().Image.ShouldBeNull();
        file.PassedOver.ShouldHaveSingleItem().Port.ShouldBe("image");
    }

    private async Task<JsonObject> ServicesOfAsync(int project)
    {
        var content = (await fixture.GetAsync($"generate/docker-compose/{project}")).GetProperty("content").GetString()!;
        return DocumentReader.ReadYaml(Encoding.UTF8.GetBytes(content)).Document!.Root!["services"]!.AsObject();
    }

    [Fact]
    public async Task A_file_with_a_mistake_stores_nothing()
    {
        var host = PortsFixture.NewHost();
        var (status, error) = await fixture.TryAsync("ports/import", new { compose = "services:\n  a:\n    ports: ['8080:80']\n  b:\n    ports: ['$P:80']", host });
        status.ShouldBe(422);
        error.GetProperty("details")[0].GetProperty("message").GetString()!.ShouldContain("service 'b'");
        (await fixture.GetAsync($"ports?host={host}")).GetArrayLength().ShouldBe(0);
    }

    private static List<string> Outcomes(System.Text.Json.JsonElement answer) =>
        [.. answer.GetProperty("ports").EnumerateArray().Select(port => $"{port.GetProperty("service_name").GetString()} {port.GetProperty("port").GetInt32()} {port.GetProperty("outcome").GetString()}")];
}
