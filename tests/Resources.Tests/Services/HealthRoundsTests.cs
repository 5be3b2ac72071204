using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Alicerce.Harness;
using Alicerce.Modules.Resources.Services;
using Alicerce.Modules.Resources.Services.Health;
using Alicerce.Outbound;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Alicerce.Resources.Tests.Services;

/// <summary>Looks that nobody asks for: the scheduler, and hosts that are not to be reached or do not behave.</summary>
public sealed class HealthRoundsTests(ServicesFixture fixture) : IClassFixture<ServicesFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static readonly TimeSpan s_lease = TimeSpan.FromSeconds(15);
    private static readonly Dictionary<int, int> s_nothing = [];

    private HealthStore Store => fixture.Server.Services.GetRequiredService<HealthStore>();

    [Fact]
    [Trait("Trap", "T004-26")]
    public async Task A_registered_service_is_looked_at_by_itself_again_and_again_until_three_failures_make_it_unhealthy()
    {
        var project = await fixture.ProjectAsync();
        var id = (await fixture.RegisterAsync(new { Name = "watched", Host = "127.0.0.1", Port = await HealthTargets.ClosedPortAsync(), ProjectId = project, HealthInterval = 5 })).GetProperty("id").GetInt32();
        for (var looks = 1; looks <= 3; looks++)
        {
            await Eventually.BecomesTrueAsync(
                async () => (await fixture.ReadAsync<long>($"SELECT count(*) FROM resources.service_checks WHERE service_id = {id}"))[0] >= looks, $"look {looks} happens", Ct);
            (await StatusAsync(id)).ShouldBe(looks < 3 ? "degraded" : "unhealthy");
        }

        (await fixture.ReadAsync<double>($"SELECT extract(epoch FROM min(gap))::float8 FROM (SELECT checked_at - lag(checked_at) OVER (ORDER BY id) gap FROM resources.service_checks WHERE service_id = {id}) g"))
            .ShouldHaveSingleItem().ShouldBeInRange(4, 9);
    }

    [Fact]
    public async Task What_is_due_is_given_to_one_of_many_processes_only_and_its_next_time_is_jittered()
    {
        var project = await fixture.ProjectAsync();
        var now = new DateTimeOffset(2998, 1, 1, 0, 0, 0, TimeSpan.Zero);
        for (var i = 1; i <= 60; i++) await fixture.InsertAsync(project, $"due-{i}", i, next: "2997-12-31");

        var ids = new List<int>();
        while (await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Store.ClaimDueAsync(now, 20, 1_000, s_lease, s_nothing, Ct))) is var claimed && claimed.Any(batch => batch.Count > 0))
            ids.AddRange(claimed.SelectMany(batch => batch).Select(target => target.Id));

        ids.Distinct().Count().ShouldBe(ids.Count);
        var mine = await fixture.ReadAsync<int>($"SELECT id FROM resources.service_registry WHERE project_id = {project}");
        mine.Except(ids).ShouldBeEmpty();
        var next = await fixture.ReadAsync<double>($"SELECT extract(epoch FROM next_health_check - '2998-01-01Z'::timestamptz)::float8 FROM resources.service_registry WHERE project_id = {project}");
        next.ShouldAllBe(seconds => seconds >= 27 && seconds <= 33);
        next.Distinct().Count().ShouldBeGreaterThan(50);
        await fixture.ExecuteAsync($"DELETE FROM resources.service_registry WHERE project_id = {project}");
    }

    [Fact]
    public async Task What_is_being_looked_at_is_not_given_again_before_the_look_is_written_or_given_up()
    {
        await NobodyElseIsDueAsync();
        var id = await fixture.InsertAsync(await fixture.ProjectAsync(), "claimed", 1);
        await fixture.ExecuteAsync($"UPDATE resources.service_registry SET health_interval = 5, next_health_check = '2998-06-01' WHERE id = {id}");
        var now = new DateTimeOffset(2998, 6, 2, 0, 0, 0, TimeSpan.Zero);
        (await ClaimAsync(now)).ShouldBe([id]);
        (await ClaimAsync(now.AddSeconds(10))).ShouldBeEmpty();
        (await Store.ClaimAsync(now.AddSeconds(10), [id], now, s_lease, Ct)).ShouldBeEmpty();
        (await ClaimAsync(now.AddSeconds(16))).ShouldBe([id]);
        await Store.WriteAsync([new Look(id, now, true, false, 1, null)], Ct);
        (await ClaimAsync(now.AddSeconds(25))).ShouldBe([id]);
        await fixture.ExecuteAsync($"DELETE FROM resources.service_registry WHERE id = {id}");

        async Task<IEnumerable<int>> ClaimAsync(DateTimeOffset at) => (await Store.ClaimDueAsync(at, 10, 10, s_lease, s_nothing, Ct)).Select(target => target.Id);
    }

    [Fact]
    public async Task Owners_take_turns_and_none_has_more_than_its_share()
    {
        await NobodyElseIsDueAsync();
        int many = await fixture.ProjectAsync(), few = await fixture.ProjectAsync();
        var now = new DateTimeOffset(2998, 9, 2, 0, 0, 0, TimeSpan.Zero);
        for (var i = 1; i <= 30; i++) await fixture.InsertAsync(many, $"many-{i}", i, next: "2998-09-01");
        for (var i = 1; i <= 3; i++) await fixture.InsertAsync(few, $"few-{i}", 100 + i, next: "2998-09-01T12:00Z");
        var ports = (await Store.ClaimDueAsync(now, 12, 10, s_lease, s_nothing, Ct)).Select(target => target.Port).ToList();
        (ports.Count(port => port <= 30), ports.Count(port => port > 100)).ShouldBe((4, 3), "five are left for whoever comes next");
        (await Store.ClaimDueAsync(now, 20, 10, s_lease, s_nothing, Ct)).Count.ShouldBe(6, "ten of one owner");
        await fixture.ExecuteAsync($"DELETE FROM resources.service_registry WHERE project_id IN ({many}, {few})");
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public async Task However_many_owners_have_very_many_services_that_hang_there_is_room_for_one_more(int greedy)
    {
        const int Slots = 256;
        await NobodyElseIsDueAsync();
        var now = new DateTimeOffset(2998, 10, 2, 0, 0, 0, TimeSpan.Zero);
        var here = new Dictionary<int, int>();
        var owners = new List<int>();
        for (var i = 0; i < greedy; i++)
        {
            owners.Add(await fixture.ProjectAsync());
            await fixture.ExecuteAsync($"""
                INSERT INTO resources.service_registry (name, service_type, host, port, protocol, health_endpoint, is_approved, next_health_check, project_id, consecutive_failures, consecutive_successes)
                SELECT 'hangs-' || i, 'app', '127.0.0.1', 1, 'http', '/health', true, '2998-10-01', {owners[i]}, 0, 0 FROM generate_series(1, 1500) i
                """);
        }

        for (var round = 0; round < 8; round++) await ClaimAsync();
        owners.Select(owner => here[owner]).ShouldAllBe(looks => looks >= (Slots / (greedy + 1)) - 1 && looks <= (Slots / (greedy + 1)) + 1);

        var newcomer = await fixture.ProjectAsync();
        for (var i = 1; i <= 10; i++) await fixture.InsertAsync(newcomer, $"due-{i}", i, next: "2998-10-01T12:00Z");
        (await ClaimAsync()).Count(target => target.Owner == newcomer).ShouldBe(10, "it waits for nobody");
        await fixture.ExecuteAsync($"DELETE FROM resources.service_registry WHERE project_id IN ({string.Join(',', owners)}, {newcomer})");

        async Task<IReadOnlyList<LookTarget>> ClaimAsync()
        {
            var claimed = await Store.ClaimDueAsync(now, Slots - here.Values.Sum(), 128, s_lease, here, Ct);
            foreach (var owner in claimed.CountBy(target => target.Owner)) here[owner.Key] = here.GetValueOrDefault(owner.Key) + owner.Value;
            return claimed;
        }
    }

    [Fact]
    public async Task Very_many_services_that_hang_do_not_keep_those_of_others_waiting()
    {
        int hanging = await fixture.ProjectAsync(), other = await fixture.ProjectAsync();
        await using var silent = Misbehaving.Silent();
        await using var well = HealthTargets.Http();
        await fixture.ExecuteAsync($"""
            INSERT INTO resources.service_registry (name, service_type, host, port, protocol, health_endpoint, is_approved, next_health_check, project_id, consecutive_failures, consecutive_successes)
            SELECT 'hangs-' || i, 'app', '127.0.0.1', {silent.Port}, 'http', '/health', true, now(), {hanging}, 0, 0 FROM generate_series(1, 1000) i
            """);
        await Eventually.BecomesTrueAsync(() => silent.Connections >= 100, "the looks at those that hang are under way", Ct);

        var started = Stopwatch.GetTimestamp();
        var id = await fixture.InsertAsync(other, "well", well.Port, next: "2000-01-01");
        await Eventually.BecomesTrueAsync(async () => await StatusAsync(id) == "healthy", "the other one is looked at", Ct);
        var waited = Stopwatch.GetElapsedTime(started);
        await fixture.ExecuteAsync($"DELETE FROM resources.service_registry WHERE project_id = {hanging}");

        waited.ShouldBeLessThan(TimeSpan.FromSeconds(4), "a look that hangs takes five");
    }

    [Fact]
    public async Task A_service_that_was_deregistered_during_the_look_is_no_trouble_for_the_others()
    {
        var project = await fixture.ProjectAsync();
        int gone = await fixture.InsertAsync(project, "gone", 1), there = await fixture.InsertAsync(project, "there", 2);
        await fixture.ExecuteAsync($"DELETE FROM resources.service_registry WHERE id = {gone}");
        var at = TimeProvider.System.GetUtcNow();
        await Store.WriteAsync([new Look(gone, at, true, false, 1, null), new Look(there, at, true, false, 1, null)], Ct);
        (await StatusAsync(there)).ShouldBe("healthy");
    }

    [Fact]
    public async Task A_look_that_began_before_the_latest_one_changes_nothing()
    {
        var id = await fixture.InsertAsync(await fixture.ProjectAsync(), "late", 1, status: "healthy");
        var at = TimeProvider.System.GetUtcNow();
        await Store.WriteAsync([new Look(id, at, true, false, 1, null)], Ct);
        await Store.WriteAsync([new Look(id, at.AddSeconds(-1), false, false, null, "HTTP 503")], Ct);
        (await StatusAsync(id)).ShouldBe("healthy");
    }

    [Fact]
    public async Task A_slow_answer_degrades()
    {
        var id = await fixture.InsertAsync(await fixture.ProjectAsync(), "slow", 1, status: "healthy");
        await Store.WriteAsync([new Look(id, TimeProvider.System.GetUtcNow(), true, true, 1_500, null)], Ct);
        (await StatusAsync(id)).ShouldBe("degraded");
    }

    [Fact]
    public async Task Old_looks_are_forgotten_and_young_ones_stay()
    {
        var id = await fixture.InsertAsync(await fixture.ProjectAsync(), "old", 1);
        await fixture.ExecuteAsync($"""
            INSERT INTO resources.service_checks (service_id, checked_at, succeeded) SELECT {id}, now() - interval '8 days', true FROM generate_series(1, 5100);
            INSERT INTO resources.service_checks (service_id, checked_at, succeeded) VALUES ({id}, now() - interval '6 days', true)
            """);
        using var upkeep = new CheckUpkeep(fixture.Server.Services.GetRequiredService<NpgsqlDataSource>(), new HealthOptions(), TimeProvider.System, NullLogger<CheckUpkeep>.Instance);
        await upkeep.ForgetAsync(Ct);
        (await fixture.ReadAsync<long>($"SELECT count(*) FROM resources.service_checks WHERE service_id = {id}")).ShouldBe([1]);
    }

    [Fact]
    [Trait("Trap", "T004-25")]
    public async Task No_look_leads_anywhere_that_it_may_not_and_none_follows_or_shows_what_a_host_answers()
    {
        await using var inner = Misbehaving.Saying("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecret");
        await using var redirecting = Misbehaving.Saying($"HTTP/1.1 302 Found\r\nLocation: {inner.Url}\r\nContent-Length: 6\r\n\r\nsecret");
        await using var speaking = Misbehaving.Saying("HTTP/1.1 503 X\r\nContent-Length: 6\r\n\r\nsecret");
        var rebinding = new Queue<string>(["127.0.0.1", "169.254.169.254"]);
        var names = new ConnectGuardOptions
        {
            Resolve = (name, _) => name switch
            {
                "inner.example" => Task.FromResult<IPAddress[]>([IPAddress.Loopback]),
                "meta.example" => Task.FromResult<IPAddress[]>([IPAddress.Parse("169.254.169.254")]),
                "rebinding.example" => Task.FromResult<IPAddress[]>([IPAddress.Parse(rebinding.Dequeue())]),
                _ => throw new SocketException((int)SocketError.HostNotFound),
            },
        };

        // Not approved: a private address is closed, by name and by number. Approved: metadata and what does not exist stay closed.
        foreach (var protocol in new[] { "http", "https", "tcp", "grpc" })
        {
            (await LookAsync(names, "inner.example", inner.Port, approved: false, protocol)).Error!.ShouldContain("was refused: loopback");
            (await LookAsync(names, "127.0.0.1", inner.Port, approved: false, protocol)).Error!.ShouldContain("was refused: loopback");
            (await LookAsync(names, "meta.example", 80, approved: true, protocol)).Error!.ShouldContain("was refused: cloud metadata");
            (await LookAsync(names, "nobody.example", 80, approved: true, protocol)).Error.ShouldBe("the host name is unknown");
        }

        inner.Connections.ShouldBe(0);
        (await LookAsync(names, "inner.example", redirecting.Port, approved: true)).Error.ShouldBe("HTTP 302, redirects are not followed");
        (await LookAsync(names, "inner.example", speaking.Port, approved: true)).Error.ShouldBe("HTTP 503");
        inner.Connections.ShouldBe(0);
        (await LookAsync(names, "rebinding.example", inner.Port, approved: true)).Succeeded.ShouldBeTrue();
        (await LookAsync(names, "rebinding.example", inner.Port, approved: true)).Error!.ShouldContain("was refused: cloud metadata");
    }

    [Fact]
    public async Task Hosts_that_hang_or_flood_cost_a_look_and_nothing_else()
    {
        await using var silent = Misbehaving.Silent();
        await using var endless = Misbehaving.Flooding("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "8\r\nAAAAAAAA\r\n"u8.ToArray());
        await using var headers = Misbehaving.Flooding("HTTP/1.1 200 OK\r\n", "X-Flood: AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\r\n"u8.ToArray());
        var hangingNames = new ConnectGuardOptions { Resolve = (_, _) => new TaskCompletionSource<IPAddress[]>().Task };

        (await LookAsync(new(), "127.0.0.1", silent.Port, approved: true)).Error.ShouldBe("no answer within 0.5 s");
        (await LookAsync(hangingNames, "slow.example", 80, approved: true)).Error.ShouldBe("no answer within 0.5 s");
        (await LookAsync(new(), "127.0.0.1", headers.Port, approved: true, limit: 20)).Error.ShouldBe("the headers of the answer are too long");
        (await LookAsync(new(), "127.0.0.1", endless.Port, approved: true, limit: 20)).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task When_the_time_of_all_looks_is_over_those_that_have_ended_count()
    {
        await using var well = HealthTargets.Http();
        await using var silent = Misbehaving.Silent();
        using var metrics = new ServiceMetrics();
        using var time = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var probes = new HealthProbes(fixture.Server.Services.GetRequiredService<ServiceEgress>(), new HealthOptions { Concurrency = 2, Limit = TimeSpan.FromMinutes(1) }, metrics, TimeProvider.System);

        var looking = probes.LookAsync([.. Enumerable.Range(1, 20).Select(id => new LookTarget(id, "127.0.0.1", id == 1 ? well.Port : silent.Port, "http", "/health", true))], time.Token);
        await Eventually.BecomesTrueAsync(() => well.Connections == 1 && silent.Connections == 2, "two hang", Ct);
        await time.CancelAsync();

        (await looking).ShouldHaveSingleItem().ServiceId.ShouldBe(1);
        silent.Connections.ShouldBe(2);
    }

    [Fact]
    public async Task An_error_is_short_enough_for_its_column()
    {
        var id = await fixture.InsertAsync(await fixture.ProjectAsync(), "long", 80, host: $"{new string('h', 60)}.{new string('h', 60)}.example");
        var look = await LookAsync(new ConnectGuardOptions { Resolve = (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]) }, $"{new string('h', 60)}.{new string('h', 60)}.example", 80, approved: false);
        await Store.WriteAsync([look with { ServiceId = id }], Ct);
        (await fixture.ReadAsync<string>($"SELECT last_error FROM resources.service_registry WHERE id = {id}"))[0].Length.ShouldBe(200);
    }

    [Fact]
    public async Task Looks_are_counted_in_the_metrics()
    {
        await using var target = HealthTargets.Http();
        await fixture.RegisterAsync(new { Name = "counted", Host = "127.0.0.1", target.Port, ProjectId = await fixture.ProjectAsync() });
        await Eventually.BecomesTrueAsync(
            async () => (await fixture.Client.GetStringAsync("/metrics", Ct)).Split('\n').Any(line => line.StartsWith("service_health_checks_total{", StringComparison.Ordinal)
                && line.Contains("protocol=\"http\"", StringComparison.Ordinal) && line.Contains("outcome=\"succeeded\"", StringComparison.Ordinal)), "the look is counted", Ct);
        (await fixture.Client.GetStringAsync("/metrics", Ct)).ShouldContain("service_health_check_duration_seconds_bucket{");
    }

    private async Task<Look> LookAsync(ConnectGuardOptions connections, string host, int port, bool approved, string protocol = "http", double limit = 0.5)
    {
        using var metrics = new ServiceMetrics();
        var options = new HealthOptions { Connections = connections, Limit = TimeSpan.FromSeconds(limit) };
        var probes = new HealthProbes(fixture.Server.Services.GetRequiredService<ServiceEgress>(), options, metrics, TimeProvider.System);
        return (await probes.LookAsync([new LookTarget(1, host, port, protocol, protocol is "http" or "https" ? "/health" : null, approved)], Ct)).ShouldHaveSingleItem();
    }

    private Task NobodyElseIsDueAsync() => fixture.ExecuteAsync("DELETE FROM resources.service_registry");

    private async Task<string> StatusAsync(int id) => (await fixture.ReadAsync<string>($"SELECT health_status FROM resources.service_registry WHERE id = {id}"))[0];
}
