using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Alicerce.Harness;
using Alicerce.Modules.Resources.Ports.Local;

namespace Alicerce.Resources.Tests.Ports;

public sealed class AllocateTests(PortsFixture fixture) : IClassFixture<PortsFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Req", "S004-PORT-02")]
    [Trait("Req", "S004-API-02")]
    public async Task A_service_is_given_a_port_and_the_answer_names_it_its_host_and_whose_it_is()
    {
        var project = await fixture.ProjectAsync();
        var environment = (await fixture.Server.PostAsync($"/api/v1/projects/{project}/environments", new { name = "staging", base_url = "http://localhost:1" }, Ct)).GetProperty("id").GetInt32();
        var host = PortsFixture.NewHost();

        var answer = await fixture.AskAsync("allocate", new { service_name = "blog-db", port_type = "database", host, project_id = project, environment_id = environment, preferred_port = 5432 });

        answer.GetProperty("success").GetBoolean().ShouldBeTrue();
        answer.GetProperty("port").GetInt32().ShouldBe(5432);
        answer.GetProperty("service").GetString().ShouldBe("blog-db");
        answer.GetProperty("host").GetString().ShouldBe(host);
        answer.GetProperty("project_id").GetInt32().ShouldBe(project);
        answer.GetProperty("environment_id").GetInt32().ShouldBe(environment);
        answer.GetProperty("warnings").EnumerateArray().Select(warning => warning.GetString()!).ShouldContain(warning => warning.Contains("PostgreSQL"));
        var audited = await fixture.Server.GetAsync($"/api/v1/audit?subject=port:{host}:5432", Ct);
        audited[0].GetProperty("action").GetString().ShouldBe("port.created");

        using var unsigned = await fixture.Server.Anonymous.PostAsync("/resources/ports/allocate", new StringContent("{\"service_name\":\"x\"}", Encoding.UTF8, "application/json"), Ct);
        unsigned.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task What_is_left_out_means_an_app_on_the_machine_of_the_server()
    {
        var answer = await fixture.AskAsync("allocate", new { service_name = $"s-{Guid.NewGuid():N}" });
        answer.GetProperty("host").GetString().ShouldBe("localhost");
        answer.GetProperty("port_type").GetString().ShouldBe("app");
        answer.GetProperty("port").GetInt32().ShouldBeInRange(8000, 8999);
    }

    [Fact]
    [Trait("Req", "S004-PORT-03")]
    public async Task The_same_service_on_the_same_host_has_the_same_port()
    {
        var host = PortsFixture.NewHost();
        var first = await fixture.AllocateAsync("web", host);
        await fixture.AllocateAsync("api", host);

        var again = await fixture.AskAsync("allocate", new { service_name = "web", host, preferred_port = 8500 });

        again.GetProperty("port").GetInt32().ShouldBe(first);
        again.GetProperty("is_new").GetBoolean().ShouldBeFalse();
        again.GetProperty("warnings")[0].GetString()!.ShouldContain("8500");
        (await fixture.AllocateAsync("web", PortsFixture.NewHost())).ShouldBe(8000, "another host is another machine");
    }

    [Fact]
    [Trait("Req", "S004-PORT-04")]
    public async Task The_preferred_port_goes_first_and_then_the_next_one_of_the_range()
    {
        var host = PortsFixture.NewHost();
        (await fixture.AllocateAsync("one", host, new { preferred_port = 8080 })).ShouldBe(8080);
        (await fixture.AllocateAsync("two", host, new { preferred_port = 8080 })).ShouldBe(8081);
        (await fixture.AllocateAsync("last", host, new { preferred_port = 8999 })).ShouldBe(8999);
        (await fixture.AllocateAsync("after", host, new { preferred_port = 8999 })).ShouldBe(8000, "nothing is above, so it goes on from the start");
        (await fixture.AllocateAsync("outside", host, new { preferred_port = 10_000 })).ShouldBe(10_000, "only what is chosen for somebody is bound to ranges");
    }

    [Fact]
    [Trait("Req", "S004-PORT-05")]
    public async Task Ports_are_given_from_below_and_gaps_are_filled_first()
    {
        var (host, random) = (PortsFixture.NewHost(), new Random(7));
        var held = new SortedDictionary<int, string>();
        for (var i = 0; i < 60; i++)
        {
            if (held.Count > 3 && random.Next(3) == 0)
            {
                var gone = held.ElementAt(random.Next(held.Count));
                await fixture.AskAsync("release", new { service_name = gone.Value, host });
                held.Remove(gone.Key);
                continue;
            }

            var lowest = Enumerable.Range(3000, 100).First(port => !held.ContainsKey(port));
            var given = await fixture.AllocateAsync($"s{i}", host, new { port_type = "web" });
            given.ShouldBe(lowest);
            held.Add(given, $"s{i}");
        }
    }

    [Fact]
    [Trait("Req", "S004-PORT-06")]
    public async Task A_full_range_says_so_in_the_words_of_the_source()
    {
        var host = PortsFixture.NewHost();
        for (var i = 0; i < 30; i++) (await fixture.AllocateAsync($"cache-{i}", host, new { port_type = "cache" })).ShouldBe(6370 + i);

        var (status, error) = await fixture.TryAsync("ports/allocate", new { service_name = "one-more", port_type = "cache", host });

        status.ShouldBe(409);
        PortsFixture.CodeOf(error).ShouldBe("ports.resource_exhausted");
        PortsFixture.MessageOf(error).ShouldBe($"No available ports in cache range for host {host}");
    }

    [Fact]
    [Trait("Req", "S004-PORT-07")]
    public async Task A_port_that_a_program_of_this_machine_listens_on_is_not_given_and_its_process_is_named()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var check = await fixture.GetAsync($"ports/check/{port}?host=127.0.0.1");
        check.GetProperty("available").GetBoolean().ShouldBeFalse();
        check.GetProperty("reason").GetString().ShouldBe("in_use");
        check.GetProperty("host").GetString().ShouldBe("localhost");
        if (OperatingSystem.IsLinux()) check.GetProperty("process").GetProperty("pid").GetInt32().ShouldBe(Environment.ProcessId);
        var (status, error) = await fixture.TryAsync("ports/allocate", new { service_name = $"s-{Guid.NewGuid():N}", port_type = "custom", preferred_port = port });
        status.ShouldBe(409);
        PortsFixture.MessageOf(error).ShouldContain($"Port {port} on localhost is in use on this machine");

        (await fixture.AllocateAsync("elsewhere", PortsFixture.NewHost(), new { port_type = "custom", preferred_port = port })).ShouldBe(port, "other hosts are not asked");
    }

    [Fact]
    public async Task A_port_that_is_open_on_an_IPv6_address_only_is_seen()
    {
        Assert.SkipUnless(Socket.OSSupportsIPv6, "This machine has no IPv6.");
        using var listener = new TcpListener(IPAddress.IPv6Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        (await fixture.GetAsync($"ports/check/{port}")).GetProperty("reason").GetString().ShouldBe("in_use");
    }

    [Fact]
    [Trait("Trap", "T004-09")]
    public async Task Every_address_is_asked_and_a_port_that_only_root_may_open_is_not_taken_for_used_and_numbers_that_are_no_ports_are_mistakes()
    {
        // What the system says to an account that is not root, and of a port that is open on one address only.
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        LocalPorts.Look(1021, (_, _) => SocketError.AccessDenied).ShouldBe(LocalPort.NotPermitted);
        LocalPorts.Look(((IPEndPoint)listener.LocalEndpoint).Port, (_, _) => SocketError.AccessDenied).ShouldBe(LocalPort.InUse);
        foreach (var address in new[] { IPAddress.Any, IPAddress.Loopback, IPAddress.IPv6Any, IPAddress.IPv6Loopback })
            LocalPorts.Look(1021, (asked, _) => asked.Equals(address) ? SocketError.AddressAlreadyInUse : SocketError.AccessDenied).ShouldBe(LocalPort.InUse, $"{address}");

        // As root the system lets the test's server bind it. Either way it is free.
        var check = await fixture.GetAsync("ports/check/1021");
        check.GetProperty("available").GetBoolean().ShouldBeTrue();
        check.GetProperty("warnings").EnumerateArray().Select(warning => warning.GetString()!).ShouldContain(warning => warning.Contains("root"));
        foreach (var port in new[] { "0", "65536", "-1", "99999999999" })
            ((int)(await fixture.Client.GetAsync($"/api/v1/resources/ports/check/{port}", Ct)).StatusCode).ShouldBeOneOf(404, 422);
        foreach (var port in new object[] { 0, 65_536, -1, "http", 1.5 })
            (await fixture.TryAsync("ports/allocate", new { service_name = "s", host = "forge", preferred_port = port })).Status.ShouldBe(422, $"{port}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("web\n")]
    [InlineData("we\"b")]
    [InlineData("$HOME")]
    [InlineData("${PORT}")]
    [InlineData("wеb")] // The second letter is Cyrillic.
    [InlineData("-web")]
    [InlineData("../web")]
    [InlineData("web;reload")]
    public async Task A_name_that_a_config_or_a_shell_could_stumble_over_is_refused(string name)
    {
        var (status, error) = await fixture.TryAsync("ports/allocate", new { service_name = name, host = "forge" });
        status.ShouldBe(422);
        error.GetProperty("details")[0].GetProperty("field").GetString().ShouldBe("service_name");
    }

    [Theory]
    [Trait("Trap", "T004-08")]
    [InlineData("custom", "required")]
    [InlineData("apps", "unknown_type")]
    [InlineData("App", "not_a_label")]
    public async Task A_type_without_a_range_is_a_mistake_that_says_what_there_is(string type, string code)
    {
        var (status, error) = await fixture.TryAsync("ports/allocate", new { service_name = "web", port_type = type, host = PortsFixture.NewHost() });
        status.ShouldBe(422);
        PortsFixture.CodeOf(error).ShouldBe(code);
        if (code == "unknown_type") error.GetProperty("details")[0].GetProperty("message").GetString().ShouldBe("port_type is one of web, database, queue, cache, app, custom.");
    }

    [Fact]
    [Trait("Trap", "T004-05")]
    public async Task A_service_of_somebody_else_keeps_its_port_and_only_those_who_may_know_are_told_whose_it_is()
    {
        var (mine, theirs, host) = (await fixture.ProjectAsync(), await fixture.ProjectAsync("blog"), PortsFixture.NewHost());
        await fixture.AllocateAsync("db", host, new { project_id = theirs });
        using var developer = await TestUser.AddAsync(fixture, "developer", Ct);
        await developer.JoinAsync(mine, "developer", Ct);

        var (status, told) = await fixture.TryAsync("ports/allocate", new { service_name = "db", host, project_id = mine });
        status.ShouldBe(409);
        PortsFixture.MessageOf(told).ShouldContain("db of project blog");
        var (_, hidden) = await fixture.TryAsync("ports/allocate", new { service_name = "db", host, project_id = mine }, developer.Client);
        PortsFixture.MessageOf(hidden).ShouldContain("another project");
        hidden.GetRawText().ShouldNotContain("blog");
        (await fixture.TryAsync("ports/allocate", new { service_name = "db", host, project_id = theirs }, developer.Client)).Status.ShouldBe(404, "to somebody who is no member the project does not exist");

        await fixture.AskAsync("release", new { service_name = "db", host });
        (await fixture.AllocateAsync("db", host, new { project_id = mine })).ShouldBe(8000, "what is released is nobody's");
    }

    [Fact]
    public async Task A_conflict_says_who_has_the_port_and_which_is_free_next()
    {
        var host = PortsFixture.NewHost();
        await fixture.AllocateAsync("first", host, new { port_type = "custom", preferred_port = 9500 });
        await fixture.AllocateAsync("second", host, new { port_type = "custom", preferred_port = 9501 });
        var (status, error) = await fixture.TryAsync("ports/allocate", new { service_name = "third", host, port_type = "custom", preferred_port = 9500 });
        status.ShouldBe(409);
        PortsFixture.MessageOf(error).ShouldBe($"Port 9500 on {host} is allocated by first of no project. The next free one is 9502.");
    }

    [Fact]
    public async Task Addresses_of_one_host_are_apart_and_all_of_them_collide_with_each()
    {
        var host = PortsFixture.NewHost();
        (await fixture.AllocateAsync("inner", host, new { bind_address = "10.0.0.1", preferred_port = 8100 })).ShouldBe(8100);
        (await fixture.AllocateAsync("outer", host, new { bind_address = "10.0.0.2", preferred_port = 8100 })).ShouldBe(8100);
        (await fixture.AllocateAsync("everywhere", host, new { bind_address = "0.0.0.0", preferred_port = 8100 })).ShouldBe(8101);
        (await fixture.AllocateAsync("inside", host, new { bind_address = "10.0.0.1", preferred_port = 8101 })).ShouldBe(8102);
    }

    /// <summary>As source 004 prints it, with our address and a token (T004-44); first fit starts at 8000 (T004-45, D18).</summary>
    [Fact]
    [Trait("Req", "S004-VER-01")]
    [Trait("Trap", "T004-45")]
    public async Task The_printed_command_works_as_curl_sends_it()
    {
        const string json = """{"service_name":"myapp","port_type":"app","host":"forge"}""";
        using var response = await fixture.Client.PostAsync("/resources/ports/allocate", new StringContent(json, Encoding.UTF8, "application/x-www-form-urlencoded"), Ct);
        var text = await response.Content.ReadAsStringAsync(Ct);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        var answer = JsonElement.Parse(text);
        answer.GetProperty("success").GetBoolean().ShouldBeTrue();
        answer.GetProperty("port").GetInt32().ShouldBe(8000);
        answer.GetProperty("service").GetString().ShouldBe("myapp");
        answer.GetProperty("host").GetString().ShouldBe("forge");
        answer.TryGetProperty("data", out _).ShouldBeFalse("the source prints the payload alone");
    }

    [Theory]
    [InlineData("/resources/ports/allocate", "service_name=NAME&host=tolerant&port_type=web", "application/x-www-form-urlencoded")]
    [InlineData("/api/v1/resources/ports/allocate", "service_name=NAME&host=tolerant&port_type=web", "application/x-www-form-urlencoded")]
    [InlineData("/resources/ports/allocate?service_name=NAME&host=tolerant&port_type=web&project_id=", "", null)]
    [InlineData("/api/v1/resources/ports/allocate?host=tolerant&port_type=app", """{"service_name":"NAME","port_type":"web"}""", "application/json")]
    public async Task Json_forms_and_query_parameters_are_read_alike(string address, string body, string? type)
    {
        var name = $"s-{Guid.NewGuid():N}";
        using var content = new StringContent(body.Replace("NAME", name));
        content.Headers.ContentType = type is null ? null : new(type);
        using var response = await fixture.Client.PostAsync(address.Replace("NAME", name), content, Ct);
        var text = await response.Content.ReadAsStringAsync(Ct);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        text.ShouldContain(name);
        text.ShouldContain("\"port_type\":\"web\"");
    }

    [Theory]
    [InlineData("{\"service_name\":\"a\",\"service_name\":\"b\"}", "application/json", 422)]
    [InlineData("{\"service_name\":\"a\",\"prefered_port\":1}", "application/json", 422)]
    [InlineData("service_name=a&service_name=b", "application/x-www-form-urlencoded", 422)]
    [InlineData("service_name=a&preferred_port=many", "application/x-www-form-urlencoded", 422)]
    [InlineData("service_name=a", "text/plain", 415)]
    [InlineData("{", "application/json", 400)]
    public async Task A_request_that_means_nothing_certain_is_refused(string body, string type, int status)
    {
        using var content = new StringContent(body);
        content.Headers.ContentType = new(type);
        using var response = await fixture.Client.PostAsync("/api/v1/resources/ports/allocate", content, Ct);
        ((int)response.StatusCode).ShouldBe(status, await response.Content.ReadAsStringAsync(Ct));
    }
}
