using Alicerce.Outbound;
using Alicerce.Platform.Alerts;
using Alicerce.Platform.Web.Health;

namespace Alicerce.Platform.Tests.Alerts;

public sealed class AlertRulesTests
{
    private static readonly AlertOptions Options = new();
    private static readonly QueueLook Idle = new(0, TimeSpan.Zero);

    [Theory]
    [InlineData(1000, null, null)]
    [InlineData(1001, "performance_warning", "warning")]
    [InlineData(2000, "performance_warning", "warning")]
    [InlineData(2001, "performance_critica", "critical")]
    [Trait("Req", "S002-ALR-01")]
    public void A_mean_above_a_second_is_a_warning_and_above_two_critical(double mean, string? tipo, string? severidade)
    {
        var breach = Judge(new Measured(Measured.Operation, "gerar_resposta", 20, 0, 20, 0, 20 * mean)).SingleOrDefault();
        (breach?.Tipo, breach?.Severidade, breach?.Mensagem).ShouldBe((tipo, severidade, tipo is null ? null : $"gerar_resposta: tempo médio {mean}ms"));
    }

    [Fact]
    public void A_mean_is_told_without_decimals() =>
        Judge(new Measured(Measured.Operation, "buscar_vagas", 20, 0, 20, 0, 20 * 1234.56)).Single().Mensagem.ShouldBe("buscar_vagas: tempo médio 1235ms");

    [Theory]
    [InlineData(5, 0, null)]
    [InlineData(6, 0, "latencia_alta")]
    [InlineData(0, 5, null)]
    [InlineData(0, 6, "taxa_de_erros")]
    [Trait("Req", "S003-ALR-01")]
    public void More_than_five_of_a_hundred_slower_than_two_seconds_or_failed_are_too_many(int slow, int failed, string? tipo)
    {
        var breaches = Judge(new Measured(Measured.Request, "GET /a", 60, failed, 60, slow, 60), new Measured(Measured.Request, "GET /b", 40, 0, 40, 0, 40));
        breaches.SingleOrDefault()?.Tipo.ShouldBe(tipo);
        (breaches.Count == 0).ShouldBe(tipo is null);
    }

    [Fact]
    public void Jobs_may_take_their_time_but_not_fail() =>
        Judge(new Measured(Measured.Job, "testing.run_shard", 20, 2, 20, 20, 20 * 60_000)).Select(breach => breach.Mensagem)
            .ShouldBe(["testing.run_shard: 10% de erros (2 de 20)"]);

    [Theory]
    [InlineData(Measured.Request)]
    [InlineData(Measured.Operation)]
    [InlineData(Measured.Job)]
    public void Nineteen_calls_say_nothing_yet(string kind) => Judge(new Measured(kind, "x", 19, 19, 19, 19, 19 * 9000)).ShouldBeEmpty();

    [Fact]
    public void A_dependency_is_critical_where_nothing_works_without_it()
    {
        Dependency[] away = [new("postgresql", "unhealthy", 1, "no connection") { IsNeeded = true }, new("redis", "unhealthy", 1, "no connection"), new("llm", "healthy", 1, null)];
        AlertRules.Judge(new Observed([], Idle, away), Options).Select(breach => (breach.Subject, breach.Tipo, breach.Severidade))
            .ShouldBe([("postgresql", "dependencia_fora", "critical"), ("redis", "dependencia_fora", "warning")]);
    }

    [Fact]
    public void All_limits_are_settings()
    {
        Dictionary<string, string> settings = new()
        {
            ["ALICERCE_ALERT_INTERVAL_SECONDS"] = "5",
            ["ALICERCE_ALERT_WINDOW_SECONDS"] = "60",
            ["ALICERCE_ALERT_FOR_SECONDS"] = "0",
            ["ALICERCE_ALERT_REMINDER_HOURS"] = "1",
            ["ALICERCE_ALERT_MIN_SAMPLES"] = "2",
            ["ALICERCE_ALERT_MEAN_WARNING_MS"] = "3",
            ["ALICERCE_ALERT_MEAN_CRITICAL_MS"] = "4",
            ["ALICERCE_ALERT_LATENCY_MS"] = "5",
            ["ALICERCE_ALERT_ERROR_PERCENT"] = "6",
            ["ALICERCE_ALERT_QUEUE_AGE_SECONDS"] = "7",
            ["ALICERCE_ALERT_QUEUE_SIZE"] = "8",
            ["ALICERCE_ALERT_CACHE_HIT_PERCENT"] = "9",
            ["ALICERCE_ALERT_CACHE_MIN_SAMPLES"] = "10",
        };
        var mistakes = new List<string>();
        AlertOptions.Read(settings.GetValueOrDefault, mistakes).ShouldBe(new AlertOptions
        {
            Interval = TimeSpan.FromSeconds(5),
            Window = TimeSpan.FromSeconds(60),
            For = TimeSpan.Zero,
            Reminder = TimeSpan.FromHours(1),
            MinSamples = 2,
            MeanWarningMs = 3,
            MeanCriticalMs = 4,
            LatencyMs = 5,
            ErrorPercent = 6,
            QueueAge = TimeSpan.FromSeconds(7),
            QueueSize = 8,
            CacheHitPercent = 9,
            CacheMinSamples = 10,
        });
        mistakes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ALICERCE_SLACK_WEBHOOK")]
    [InlineData("SLACK_WEBHOOK_URL")]
    public void The_address_of_the_webhook_may_be_set_under_both_names_and_a_wrong_one_is_not_repeated(string name)
    {
        var mistakes = new List<string>();
        AlertOptions.Read(setting => setting == name ? "https://hooks.slack.com/services/T/B/s3cret" : null, mistakes).Webhook!.Reveal().ShouldEndWith("/s3cret");
        mistakes.ShouldBeEmpty();
        AlertOptions.Read(setting => setting == name ? "http://hooks.slack.com/services/T/B/s3cret" : null, mistakes).Webhook.ShouldBeNull();
        mistakes.ShouldHaveSingleItem().ShouldStartWith($"{name} is not an https address");
        mistakes[0].ShouldNotContain("s3cret");
        new AlertOptions { Webhook = new Secret("https://hooks.slack.com/s3cret") }.ToString().ShouldNotContain("s3cret");
    }

    [Fact]
    public void A_limit_that_makes_no_sense_is_named()
    {
        var mistakes = new List<string>();
        AlertOptions.Read(name => name switch { "ALICERCE_ALERT_MIN_SAMPLES" => "few", "ALICERCE_ALERT_MEAN_CRITICAL_MS" => "500", _ => null }, mistakes);
        mistakes.ShouldBe([
            "ALICERCE_ALERT_MIN_SAMPLES is 'few': use a whole number from 1 to 1000000.",
            "ALICERCE_ALERT_MEAN_CRITICAL_MS is less than ALICERCE_ALERT_MEAN_WARNING_MS: nothing would ever be a warning."]);
    }

    [Fact]
    public void A_message_is_escaped_for_Slack_and_never_longer_than_it_takes()
    {
        var line = new AlertLine(AlertLine.Fired, "taxa_de_erros", "GET /a<b>&c: 9% de erros", "critical", DateTimeOffset.UnixEpoch);
        new AlertNews([line]).Text().ShouldBe(":rotating_light: alerta *taxa_de_erros* (critical) GET /a&lt;b&gt;&amp;c: 9% de erros (desde 1970-01-01 00:00:00 UTC)");
        var text = new AlertNews([.. Enumerable.Repeat(line, 100)]).Text();
        text.Length.ShouldBeLessThanOrEqualTo(3000);
        text.ShouldEndWith(" mais 76, ver GET /api/v1/alerts", Case.Sensitive);
    }

    private static List<Breach> Judge(params Measured[] work) => [.. AlertRules.Judge(new Observed(work, Idle, []), Options)];
}
