using System.Net;
using System.Net.Sockets;

namespace Alicerce.Outbound.Tests;

public sealed class ConnectGuardTests
{
    private static readonly EgressPolicy s_loopbackOpen = new() { Allowed = ["127.0.0.0/8"] };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST.")]
    [InlineData("2130706433")]
    [InlineData("0x7f000001")]
    [InlineData("0177.0.0.1")]
    [InlineData("127.1")]
    [InlineData("[::1]")]
    [InlineData("::ffff:7f00:1")]
    public async Task Loopback_is_refused_however_it_is_written(string host) =>
        (await Should.ThrowAsync<EgressRefusedException>(() => new ConnectGuard(new EgressPolicy()).ConnectAsync(host, 80, Ct))).Message.ShouldContain("loopback");

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("::ffff:10.0.0.1")]
    public async Task A_public_name_that_resolves_inside_is_refused(string address) =>
        await Should.ThrowAsync<EgressRefusedException>(() => new ConnectGuard(new EgressPolicy(), FakeNames.Answering(address)).ConnectAsync("evil.example", 80, Ct));

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a/b")]
    [InlineData("user@host")]
    [InlineData("host:80")]
    public async Task What_is_no_host_is_refused_with_its_text(string host) =>
        (await Should.ThrowAsync<EgressRefusedException>(() => new ConnectGuard(new EgressPolicy()).ConnectAsync(host, 80, Ct))).Message.ShouldContain($"'{host}'");

    [Fact]
    public async Task A_name_is_resolved_once_so_that_a_second_answer_cannot_differ()
    {
        using var listener = Listen(out var port);
        var answers = new Queue<string>(["127.0.0.1", "169.254.169.254"]);
        var guard = new ConnectGuard(s_loopbackOpen, new ConnectGuardOptions { Resolve = (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(answers.Dequeue())]) });

        using var socket = await guard.ConnectAsync("rebinding.example", port, Ct);

        socket.RemoteEndPoint.ShouldBe(new IPEndPoint(IPAddress.Loopback, port));
        answers.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_next_address_is_tried_when_one_does_not_answer_and_refused_ones_are_passed_over()
    {
        using var listener = Listen(out var port);
        var guard = new ConnectGuard(s_loopbackOpen, FakeNames.Answering("169.254.169.254", "127.0.0.200", "127.0.0.1"));

        using var socket = await guard.ConnectAsync("shop.example", port, Ct);

        socket.RemoteEndPoint.ShouldBe(new IPEndPoint(IPAddress.Loopback, port));
    }

    [Fact]
    public async Task A_connection_that_nobody_accepts_says_so()
    {
        int port;
        using (var listener = Listen(out port))
            listener.Stop();
        var error = await Should.ThrowAsync<SocketException>(() => new ConnectGuard(s_loopbackOpen).ConnectAsync("127.0.0.1", port, Ct));
        error.SocketErrorCode.ShouldBe(SocketError.ConnectionRefused);
        error.Message.ShouldContain($"127.0.0.1:{port}");
    }

    [Fact]
    public async Task A_connection_that_hangs_ends_with_the_time_limit()
    {
        // A listener whose backlog is full answers no further SYN: the connection hangs without any packet leaving the machine.
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(0);
        var port = ((IPEndPoint)listener.LocalEndPoint!).Port;
        var guard = new ConnectGuard(s_loopbackOpen, new ConnectGuardOptions { ConnectTimeout = TimeSpan.FromMilliseconds(300) });
        List<Socket> held = [];
        var error = await Should.ThrowAsync<TimeoutException>(async () =>
        {
            for (var i = 0; i < 20; i++)
                held.Add(await guard.ConnectAsync("127.0.0.1", port, Ct));
        });
        held.ForEach(socket => socket.Dispose());
        error.Message.ShouldContain($"127.0.0.1:{port} within 0.3 s");
    }

    [Fact]
    public async Task A_name_service_that_hangs_ends_with_the_time_limit()
    {
        var never = new TaskCompletionSource<IPAddress[]>();
        var guard = new ConnectGuard(new EgressPolicy(), new ConnectGuardOptions { Resolve = (_, _) => never.Task, ResolveTimeout = TimeSpan.FromMilliseconds(50) });
        (await Should.ThrowAsync<TimeoutException>(() => guard.ConnectAsync("slow.example", 80, Ct))).Message.ShouldContain("slow.example");
    }

    [Fact]
    public async Task The_callers_cancellation_is_not_disguised_as_a_time_limit()
    {
        using var source = new CancellationTokenSource();
        var guard = new ConnectGuard(new EgressPolicy(), new ConnectGuardOptions { Resolve = (_, _) => new TaskCompletionSource<IPAddress[]>().Task });
        var connecting = guard.ConnectAsync("slow.example", 80, source.Token);
        await source.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => connecting);
    }

    private static TcpListener Listen(out int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        port = ((IPEndPoint)listener.LocalEndpoint).Port;
        return listener;
    }
}
