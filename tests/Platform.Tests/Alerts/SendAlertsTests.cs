using System.Diagnostics;
using Alicerce.Harness;
using Alicerce.Outbound;
using Alicerce.Platform.Alerts;

namespace Alicerce.Platform.Tests.Alerts;

/// <summary>What becomes of a message, by what Slack says to it.</summary>
public sealed class SendAlertsTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>, IAsyncLifetime
{
    private FakeSlack _slack = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await ScalarAsync("DELETE FROM platform.alerts; DELETE FROM platform.measurements; DELETE FROM platform.jobs");
        _slack = await FakeSlack.StartAsync(Ct);
    }

    public ValueTask DisposeAsync() => _slack.DisposeAsync();

    [Fact]
    public async Task A_message_that_comes_too_early_waits_for_as_long_as_Slack_says()
    {
        _slack.AnswersNext(429, "rate_limited", retryAfter: 2);
        var watch = Stopwatch.StartNew();
        await using var host = await SendAsync();
        (await EndAsync()).State.ShouldBe("succeeded");
        _slack.Texts.Count.ShouldBe(2);
        watch.Elapsed.ShouldBeGreaterThan(TimeSpan.FromSeconds(1.9));
    }

    [Fact]
    public async Task A_failure_of_Slacks_own_is_tried_again()
    {
        _slack.AnswersNext(500, "rollup_error");
        _slack.AnswersNext(200, "<html>a sign-in page of some network</html>");
        await using var host = await SendAsync();
        (await EndAsync()).State.ShouldBe("succeeded");
        _slack.Texts.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_message_that_Slack_cannot_read_is_not_sent_again()
    {
        _slack.AnswersNext(400, "invalid_payload");
        await using var host = await SendAsync();
        (await EndAsync()).ShouldBe(("dead", "Slack answered 400 invalid_payload: the message is not as it should be."));
        _slack.Texts.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(403, "action_prohibited")]
    [InlineData(404, "channel_not_found")]
    [InlineData(410, "channel_is_archived")]
    public async Task An_address_that_is_refused_for_good_is_left_alone_until_it_is_changed(int status, string word)
    {
        _slack.AnswersNext(status, word);
        await using (var host = await SendAsync())
        {
            (await EndAsync()).State.ShouldBe("dead");
            (await ScalarAsync("SELECT state || ' ' || mensagem FROM platform.alerts WHERE tipo = 'canal_recusado'"))
                .ShouldBe($"firing slack: o webhook foi recusado ({status} {word}); troque ALICERCE_SLACK_WEBHOOK");
            await BreakAsync(host);
            (await ScalarAsync("SELECT count(*) FROM platform.jobs WHERE state <> 'dead'")).ShouldBe(0L);
            _slack.Texts.Count.ShouldBe(1);
        }

        // Another address is another channel: what fires is told there.
        await using var other = await FakeSlack.StartAsync(Ct);
        await using var changed = await AlertsHost.StartAsync(postgres.Database, Options(other.Url), TimeProvider.System, Ct);
        await changed.LookAsync(Ct);
        await Eventually.BecomesTrueAsync(() => other.Texts.Count == 1, "the new channel is told", Ct);
        (await ScalarAsync("SELECT state FROM platform.alerts WHERE tipo = 'canal_recusado'")).ShouldBe("resolved");
    }

    [Fact]
    public async Task The_address_is_nowhere_but_in_the_setting()
    {
        _slack.AnswersNext(500, "rollup_error");
        _slack.AnswersNext(403, "invalid_token");
        await using var host = await SendAsync();
        await EndAsync();
        var kept = await ScalarAsync("SELECT (SELECT string_agg(job::text, '') FROM platform.jobs job) || (SELECT string_agg(alert::text, '') FROM platform.alerts alert)");
        kept.ShouldBeOfType<string>().ShouldNotContain("s3cret");
        kept.ShouldBeOfType<string>().ShouldNotContain("/services/");
    }

    [Fact]
    public async Task A_silent_Slack_holds_nobody_up()
    {
        var clock = new ForwardClock();
        using var silent = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        silent.Start();
        var address = $"http://{silent.LocalEndpoint}/services/s3cret";
        var webhook = new SlackWebhook(Options(address), (url, _) => Task.FromResult(EgressPolicy.Only(url)), clock);
        var sending = webhook.SendAsync("x", Ct);
        using var _ = await silent.AcceptSocketAsync(Ct);
        clock.Forward(SlackWebhook.Patience);
        (await Should.ThrowAsync<TimeoutException>(sending)).Message.ShouldBe("Slack did not answer within 10 s.");
    }

    private static AlertOptions Options(string url) => new() { Webhook = new Secret(url), For = TimeSpan.Zero };

    private async Task<AlertsHost> SendAsync()
    {
        var host = await AlertsHost.StartAsync(postgres.Database, Options(_slack.Url), TimeProvider.System, Ct);
        await BreakAsync(host);
        return host;
    }

    private static async Task BreakAsync(AlertsHost host)
    {
        host.Answer(50, status: 500, path: $"/{Guid.NewGuid():N}");
        await host.LookAsync(Ct);
    }

    private async Task<(string State, string Error)> EndAsync()
    {
        await Eventually.BecomesTrueAsync(async () => await ScalarAsync("SELECT count(*) FROM platform.jobs WHERE finished_at IS NOT NULL") is 1L, "the job has ended", Ct);
        return ((string)(await ScalarAsync("SELECT state FROM platform.jobs"))!, (string)(await ScalarAsync("SELECT coalesce(last_error, '') FROM platform.jobs"))!);
    }

    private async Task<object?> ScalarAsync(string sql)
    {
        await using var command = postgres.Source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Ct);
    }
}
