using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Alicerce.Outbound;

namespace Alicerce.Platform.Alerts;

/// <summary>When something is worth an alert, and whom to tell; settings <c>ALICERCE_ALERT_…</c> and <c>ALICERCE_SLACK_WEBHOOK</c>.</summary>
internal sealed record AlertOptions
{
    private const string WebhookName = "ALICERCE_SLACK_WEBHOOK";
    private const string WebhookNameOfSource = "SLACK_WEBHOOK_URL";
    private const int FingerprintLength = 12;

    /// <summary>How often it is looked.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Measurements of this time are judged together (T002-25).</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>It has to be bad for so long to fire, and well for so long to be over.</summary>
    public TimeSpan For { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>What still fires is told again after this time.</summary>
    public TimeSpan Reminder { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Fewer calls within the window say nothing.</summary>
    public int MinSamples { get; init; } = 20;

    public double MeanWarningMs { get; init; } = 1000;

    public double MeanCriticalMs { get; init; } = 2000;

    public double LatencyMs { get; init; } = 2000;

    public double ErrorPercent { get; init; } = 5;

    public TimeSpan QueueAge { get; init; } = TimeSpan.FromMinutes(5);

    public int QueueSize { get; init; } = 10_000;

    public double CacheHitPercent { get; init; } = 20;

    public int CacheMinSamples { get; init; } = 1000;

    /// <summary>Slack's incoming webhook; whoever knows it may write there, so it is a secret. Null: alerts are only kept and logged.</summary>
    public Secret? Webhook { get; init; }

    /// <summary>Tells one address from another without telling it.</summary>
    public string? WebhookFingerprint =>
        Webhook is null ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Webhook.Reveal())))[..FingerprintLength];

    /// <param name="setting">Reads a setting by its name.</param>
    /// <param name="mistakes">Gets a sentence for each one that makes no sense.</param>
    public static AlertOptions Read(Func<string, string?> setting, ICollection<string> mistakes)
    {
        var standard = new AlertOptions();
        var options = new AlertOptions
        {
            Interval = Seconds("INTERVAL_SECONDS", standard.Interval, 5, 600),
            Window = Seconds("WINDOW_SECONDS", standard.Window, 60, 3600),
            For = Seconds("FOR_SECONDS", standard.For, 0, 3600),
            Reminder = TimeSpan.FromHours(Number("REMINDER_HOURS", standard.Reminder.TotalHours, 1, 8760)),
            MinSamples = (int)Number("MIN_SAMPLES", standard.MinSamples, 1, 1_000_000),
            MeanWarningMs = Number("MEAN_WARNING_MS", standard.MeanWarningMs, 1, 3_600_000),
            MeanCriticalMs = Number("MEAN_CRITICAL_MS", standard.MeanCriticalMs, 1, 3_600_000),
            LatencyMs = Number("LATENCY_MS", standard.LatencyMs, 1, 3_600_000),
            ErrorPercent = Number("ERROR_PERCENT", standard.ErrorPercent, 0, 100),
            QueueAge = Seconds("QUEUE_AGE_SECONDS", standard.QueueAge, 1, 604_800),
            QueueSize = (int)Number("QUEUE_SIZE", standard.QueueSize, 1, QueueLook.MostCounted),
            CacheHitPercent = Number("CACHE_HIT_PERCENT", standard.CacheHitPercent, 0, 100),
            CacheMinSamples = (int)Number("CACHE_MIN_SAMPLES", standard.CacheMinSamples, 1, 1_000_000_000),
            Webhook = ReadWebhook(setting, mistakes),
        };
        if (options.MeanCriticalMs < options.MeanWarningMs) mistakes.Add("ALICERCE_ALERT_MEAN_CRITICAL_MS is less than ALICERCE_ALERT_MEAN_WARNING_MS: nothing would ever be a warning.");
        return options;

        TimeSpan Seconds(string name, TimeSpan otherwise, int smallest, int largest) => TimeSpan.FromSeconds(Number(name, otherwise.TotalSeconds, smallest, largest));

        double Number(string name, double otherwise, int smallest, int largest)
        {
            if (setting($"ALICERCE_ALERT_{name}") is not { Length: > 0 } text) return otherwise;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= smallest && number <= largest) return number;
            mistakes.Add($"ALICERCE_ALERT_{name} is '{text}': use a whole number from {smallest} to {largest}.");
            return otherwise;
        }
    }

    private static Secret? ReadWebhook(Func<string, string?> setting, ICollection<string> mistakes)
    {
        var name = setting(WebhookName) is { Length: > 0 } ? WebhookName : WebhookNameOfSource;
        if (setting(name) is not { Length: > 0 } text) return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))) return new Secret(text);

        // Never with its value: that is the secret.
        mistakes.Add($"{name} is not an https address: copy the one that Slack shows for the incoming webhook.");
        return null;
    }
}
