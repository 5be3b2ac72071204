using System.Diagnostics;
using System.Net;
using Alicerce.Harness;
using Alicerce.Outbound.Probes;

namespace Alicerce.Outbound.Tests.Probes;

/// <summary>What every probe makes of hosts that refuse, hang, flood, lie or lead elsewhere.</summary>
public sealed class ProbeLimitsTests
{
    private static readonly TimeSpan s_short = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan s_long = TimeSpan.FromSeconds(20);

    public static TheoryData<string> Protocols => ["tcp", "http", "https", "grpc", "grpcs"];

    public static TheoryData<string> Speaking => ["http", "https", "grpc", "grpcs"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_port_that_accepts_connections_is_healthy_over_tcp()
    {
        await using var target = Misbehaving.Silent();
        var found = await Probe("tcp", target.Port, s_long);
        found.Reason.ShouldBe("connected");
        found.Healthy.ShouldBeTrue();
        found.Latency.ShouldBeInRange(TimeSpan.FromTicks(1), s_long);
    }

    [Theory, MemberData(nameof(Protocols))]
    public async Task A_closed_port_is_a_reason(string protocol)
    {
        int port;
        await using (var closed = Misbehaving.Silent()) port = closed.Port;
        Unhealthy(await Probe(protocol, port, s_long), "connection refused");
    }

    [Theory, MemberData(nameof(Protocols))]
    public async Task A_refusal_of_the_guard_is_a_reason(string protocol) =>
        Unhealthy(await Probe(protocol, 80, s_long, new ConnectGuard(new EgressPolicy(), FakeNames.Answering("169.254.169.254"))), "cloud metadata addresses are never reached");

    [Theory, MemberData(nameof(Protocols))]
    public async Task A_name_that_nobody_knows_is_a_reason(string protocol) =>
        Unhealthy(await Probe(protocol, 80, s_long, new ConnectGuard(new EgressPolicy(), FakeNames.Answering())), "the host name is unknown");

    [Theory, MemberData(nameof(Protocols))]
    public async Task A_name_service_that_hangs_ends_with_the_limit_of_the_probe(string protocol)
    {
        var guard = new ConnectGuard(new EgressPolicy(), new ConnectGuardOptions { Resolve = (_, _) => new TaskCompletionSource<IPAddress[]>().Task });
        Unhealthy(await Probe(protocol, 80, s_short, guard), "no answer within 0.3 s");
    }

    [Theory, MemberData(nameof(Speaking))]
    public async Task A_server_that_says_nothing_ends_with_the_limit(string protocol)
    {
        await using var target = Misbehaving.Silent();
        var found = await Probe(protocol, target.Port, s_short);
        Unhealthy(found, "no answer within 0.3 s");
        found.Latency.ShouldBeLessThan(s_long / 4);
    }

    [Theory, MemberData(nameof(Speaking))]
    public async Task A_server_that_hangs_up_is_a_reason(string protocol)
    {
        await using var target = Misbehaving.Saying("");
        (await Probe(protocol, target.Port, s_long)).ShouldSatisfyAllConditions(found => found.Healthy.ShouldBeFalse(), found => found.Reason.Length.ShouldBeInRange(5, 80));
    }

    [Theory, MemberData(nameof(Speaking))]
    public async Task A_server_of_another_protocol_is_a_reason_without_its_words(string protocol)
    {
        await using var target = Misbehaving.Saying("220 mail.example ESMTP password=hunter2\r\n");
        (await Probe(protocol, target.Port, s_long)).ShouldSatisfyAllConditions(found => found.Healthy.ShouldBeFalse(), found => found.Reason.ShouldNotContain("hunter2"));
    }

    [Theory, MemberData(nameof(Protocols))]
    public async Task The_callers_cancellation_is_not_a_result(string protocol)
    {
        await using var target = Misbehaving.Silent();
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => Probe(protocol, target.Port, s_long, ct: source.Token));
    }

    [Theory, MemberData(nameof(Protocols))]
    public async Task A_name_that_answers_something_else_the_second_time_never_leads_there(string protocol)
    {
        await using var checkedOne = Misbehaving.Saying("");
        await using var inner = new Misbehaving((_, _) => Task.CompletedTask, IPAddress.Parse("127.0.0.2"), checkedOne.Port);
        var answers = new Queue<string>(["127.0.0.1", "127.0.0.2", "127.0.0.2"]);
        var guard = new ConnectGuard(new EgressPolicy { Allowed = ["127.0.0.1"] }, new ConnectGuardOptions { Resolve = (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(answers.Dequeue())]) });

        await Probe(protocol, checkedOne.Port, s_long, guard);
        var second = await Probe(protocol, checkedOne.Port, s_long, guard);

        checkedOne.Connections.ShouldBe(1);
        inner.Connections.ShouldBe(0);
        Unhealthy(second, "(127.0.0.2) was refused: loopback");
    }

    [Theory]
    [InlineData(200, true, "HTTP 200")]
    [InlineData(204, true, "HTTP 204")]
    [InlineData(404, false, "HTTP 404")]
    [InlineData(503, false, "HTTP 503")]
    public async Task Over_http_the_status_decides(int status, bool healthy, string reason)
    {
        await using var target = Misbehaving.Saying($"HTTP/1.1 {status} X\r\nContent-Length: 0\r\n\r\n");
        var found = await Probe("http", target.Port, s_long);
        found.Healthy.ShouldBe(healthy);
        found.Reason.ShouldBe(reason);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_and_not_healthy()
    {
        await using var elsewhere = Misbehaving.Silent();
        await using var target = Misbehaving.Saying($"HTTP/1.1 302 Found\r\nLocation: {elsewhere.Url}\r\nContent-Length: 0\r\n\r\n");
        var open = new ConnectGuard(new EgressPolicy { Allowed = ["127.0.0.1"] }, FakeNames.Answering("127.0.0.1"));
        Unhealthy(await Probe("http", target.Port, s_long, open), "HTTP 302, redirects are not followed");
        elsewhere.Connections.ShouldBe(0);
    }

    [Fact]
    public async Task A_body_that_never_ends_is_not_waited_for()
    {
        await using var target = Misbehaving.Flooding("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "8\r\nAAAAAAAA\r\n"u8.ToArray());
        var started = Stopwatch.GetTimestamp();
        (await Probe("http", target.Port, s_long)).Healthy.ShouldBeTrue();
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(s_long / 4);
    }

    [Fact]
    public async Task Headers_that_never_end_are_cut()
    {
        await using var target = Misbehaving.Flooding("HTTP/1.1 200 OK\r\n", "X-Flood: AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\r\n"u8.ToArray());
        Unhealthy(await Probe("http", target.Port, s_long), "the headers of the answer are too long");
    }

    [Fact]
    public async Task An_http_server_without_grpc_is_no_health_answer()
    {
        await using var target = Misbehaving.Saying("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        Unhealthy(await Probe("grpc", target.Port, s_long), "no valid answer in the expected protocol");
    }

    [Theory]
    [InlineData(2_000, "the answer is too long for a health answer")]
    [InlineData(0, "the answer has no gRPC status")]
    public async Task A_grpc_answer_is_read_to_a_bound_and_needs_its_status(int length, string reason)
    {
        // HTTP/2 by hand: SETTINGS, HEADERS (:status 200, content-type application/grpc) and one DATA frame that ends the stream when it is empty.
        byte[] answer =
        [
            0, 0, 0, 4, 0, 0, 0, 0, 0,
            0, 0, 20, 1, 4, 0, 0, 0, 1, 0x88, 0x0F, 0x10, 16, .. "application/grpc"u8,
            0, (byte)(length >> 8), (byte)length, 0, (byte)(length == 0 ? 1 : 0), 0, 0, 0, 1, .. new byte[length],
        ];
        await using var target = new Misbehaving(async (stream, ct) =>
        {
            await stream.ReadExactlyAsync(new byte[60], ct);
            await stream.WriteAsync(answer, ct);
            await Task.Delay(Timeout.Infinite, ct);
        });
        Unhealthy(await Probe("grpc", target.Port, s_long), reason);
    }

    private static void Unhealthy(ProbeResult found, string reason) => found.ShouldSatisfyAllConditions(() => found.Healthy.ShouldBeFalse(), () => found.Reason.ShouldContain(reason));

    private static Task<ProbeResult> Probe(string protocol, int port, TimeSpan limit, ConnectGuard? guard = null, CancellationToken? ct = null)
    {
        var host = guard is null ? "127.0.0.1" : "probed.example";
        guard ??= new ConnectGuard(new EgressPolicy { Allowed = [$"127.0.0.1:{port}"] });
        var url = new Uri($"{(protocol.EndsWith('s') ? "https" : "http")}://{host}:{port}/health");
        return protocol switch
        {
            "tcp" => new TcpProbe(guard).RunAsync(host, port, limit, ct ?? Ct),
            "http" or "https" => new HttpProbe(guard).RunAsync(url, limit, ct ?? Ct),
            _ => new GrpcHealthProbe(guard).RunAsync(url, "", limit, ct ?? Ct),
        };
    }
}
