using System.Text.RegularExpressions;

namespace Alicerce.Server;

/// <summary>Every setting by its name, for people who ask what a process goes by. Secrets are named and never shown.</summary>
internal static partial class PrintedSettings
{
    private const string Masked = "***";
    private const string SecretPrefix = "ALICERCE_SECRET_";

    /// <summary>The whole list, in the order of docs/server.md, which a test holds to it.</summary>
    public static IReadOnlyList<(string Name, Shown Shown)> Table { get; } =
    [
        ("ALICERCE_URLS", Shown.Plainly),
        ("ALICERCE_OWN_URLS", Shown.Plainly),
        ("ALICERCE_ROLES", Shown.Plainly),
        ("ALICERCE_DATA", Shown.Plainly),
        ("ALICERCE_MASTER_KEY", Shown.Never),
        ("ALICERCE_NEW_MASTER_KEY", Shown.Never),
        ("ALICERCE_BACKUP_AT", Shown.Plainly),
        ("ALICERCE_BACKUP_DAYS", Shown.Plainly),
        ("DATABASE_URL", Shown.WithoutPassword),
        ("DATABASE_OWNER_URL", Shown.WithoutPassword),
        ("ALICERCE_DATABASE_WAIT", Shown.Plainly),
        ("DB_POOL_SIZE", Shown.Plainly),
        ("DB_MAX_OVERFLOW", Shown.Plainly),
        ("REDIS_URL", Shown.WithoutPassword),
        ("ALICERCE_STREAM_LENGTH", Shown.Plainly),
        ("OIDC_ISSUER", Shown.Plainly),
        ("OIDC_AUDIENCE", Shown.Plainly),
        ("OIDC_CLIENT_ID", Shown.Plainly),
        ("ALICERCE_OIDC_ALGORITHMS", Shown.Plainly),
        ("ALICERCE_OIDC_ROLE_CLAIMS", Shown.Plainly),
        ("ALICERCE_OIDC_ROLE_WORDS", Shown.Plainly),
        ("INTERNAL_SERVICE_KEY", Shown.Never),
        ("CORS_ORIGINS", Shown.Plainly),
        ("ALICERCE_PG_BIN", Shown.Plainly),
        ("ALICERCE_JOBS", Shown.Plainly),
        ("ALICERCE_EGRESS_ALLOW", Shown.Plainly),
        ("ALICERCE_SCAN_ROOTS", Shown.Plainly),
        ("ALICERCE_RUN_RETENTION_DAYS", Shown.Plainly),
        ("ALICERCE_SERVICE_CHECK_RETENTION_DAYS", Shown.Plainly),
        ("ALICERCE_LIMIT_SIGN_IN", Shown.Plainly),
        ("ALICERCE_LIMIT_ANONYMOUS", Shown.Plainly),
        ("ALICERCE_LIMIT_USER", Shown.Plainly),
        ("ALICERCE_LIMIT_SELF_TEST", Shown.Plainly),
        ("ALICERCE_TRUSTED_PROXIES", Shown.Plainly),
        ("ALICERCE_REQUIRE_HTTPS", Shown.Plainly),
        ("ALICERCE_METRICS_OPEN", Shown.Plainly),
        ("OTEL_EXPORTER_OTLP_ENDPOINT", Shown.WithoutPassword),
        ("OTEL_EXPORTER_OTLP_HEADERS", Shown.Never),
        ("ALICERCE_SLACK_WEBHOOK", Shown.Never),
        ("SLACK_WEBHOOK_URL", Shown.Never),
        ("ALICERCE_ALERT_INTERVAL_SECONDS", Shown.Plainly),
        ("ALICERCE_ALERT_WINDOW_SECONDS", Shown.Plainly),
        ("ALICERCE_ALERT_FOR_SECONDS", Shown.Plainly),
        ("ALICERCE_ALERT_REMINDER_HOURS", Shown.Plainly),
        ("ALICERCE_ALERT_MIN_SAMPLES", Shown.Plainly),
        ("ALICERCE_ALERT_MEAN_WARNING_MS", Shown.Plainly),
        ("ALICERCE_ALERT_MEAN_CRITICAL_MS", Shown.Plainly),
        ("ALICERCE_ALERT_LATENCY_MS", Shown.Plainly),
        ("ALICERCE_ALERT_ERROR_PERCENT", Shown.Plainly),
        ("ALICERCE_ALERT_QUEUE_AGE_SECONDS", Shown.Plainly),
        ("ALICERCE_ALERT_QUEUE_SIZE", Shown.Plainly),
        ("ALICERCE_ALERT_CACHE_HIT_PERCENT", Shown.Plainly),
        ("ALICERCE_ALERT_CACHE_MIN_SAMPLES", Shown.Plainly),
        ("ALICERCE_EMBEDDINGS", Shown.Plainly),
        ("ALICERCE_EMBEDDINGS_URL", Shown.Plainly),
        ("EMBEDDING_MODEL", Shown.Plainly),
        ("EMBEDDING_DIMENSIONS", Shown.Plainly),
        ("OPENAI_API_KEY", Shown.Never),
        ("ALICERCE_SAMPLE_DATA", Shown.Plainly),
        ("LOG_LEVEL", Shown.Plainly),
    ];

    public static void Print(IConfiguration settings, TextWriter output)
    {
        foreach (var (name, shown) in Table)
            output.WriteLine(settings[name] is { Length: > 0 } value ? $"{name}={Show(value, shown)}" : $"# {name} is not set");

        // The configuration reads two underscores as a step down.
        var others = settings.AsEnumerable().Where(setting => setting.Value is not null).Select(setting => setting.Key.Replace(":", "__", StringComparison.Ordinal))
            .Where(name => name.StartsWith("ALICERCE_", StringComparison.Ordinal)).Except(Table.Select(setting => setting.Name), StringComparer.Ordinal).Order(StringComparer.Ordinal);
        foreach (var name in others)
            output.WriteLine(name.StartsWith(SecretPrefix, StringComparison.Ordinal) ? $"{name}={Masked}" : $"# {name} is set and no setting of this version: is it misspelt?");
    }

    private static string Show(string value, Shown shown) => shown switch
    {
        Shown.Plainly => value,
        Shown.WithoutPassword when Uri.TryCreate(value, UriKind.Absolute, out _) => Parameter().Replace(Password().Replace(value, $"://${{user}}{Masked}@"), $"${{name}}{Masked}"),
        _ => Masked,
    };

    // A name without a password is a key more often than a name.
    [GeneratedRegex("://(?<user>[^:/@]*:)?[^@]*@", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Password();

    [GeneratedRegex("(?<name>[?&][^=&]*=)[^&]*", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Parameter();
}

/// <summary>How much of a setting's value may be seen.</summary>
internal enum Shown
{
    Plainly,
    WithoutPassword,
    Never,
}
