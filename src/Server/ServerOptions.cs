using System.Net;
using Alicerce.Outbound;
using Alicerce.Platform.Backups;
using Alicerce.Platform.Data;
using Alicerce.Platform.Events;
using Alicerce.Platform.Jobs;
using Alicerce.Platform.Keys;
using Alicerce.Platform.Limits;
using Alicerce.Platform.Redis;
using Alicerce.Platform.Telemetry;
using Alicerce.Platform.Web;
using Alicerce.Platform.Web.Logging;

namespace Alicerce.Server;

/// <summary>The server's own settings, read from environment variables and checked together: a bad start lists all mistakes.</summary>
internal sealed record ServerOptions
{
    private const int StandardPool = 20;
    private const int StandardOverflow = 10;
    private const int StandardWait = 60;

    /// <summary><c>ALICERCE_ROLES</c>; default <c>all</c>.</summary>
    public required Roles Roles { get; init; }

    /// <summary><c>ALICERCE_URLS</c>, with semicolons between them; the default belongs to the role (D17).</summary>
    public required IReadOnlyList<string> Urls { get; init; }

    /// <summary>
    /// <c>ALICERCE_OWN_URLS</c>, with semicolons between them: where other processes of this installation, or a gateway before them, answer. They
    /// are refused as targets like our own. A process without HTTP doors takes the default address of those that have them.
    /// </summary>
    public IReadOnlyList<string> OwnUrls { get; init; } = [];

    /// <summary><c>ALICERCE_DATA</c>; see <see cref="DataRoot.Locate"/>.</summary>
    public required string DataFolder { get; init; }

    /// <summary>From <c>DATABASE_URL</c>; null starts a private cluster. <c>DATABASE_OWNER_URL</c> names the owner's account where it differs.</summary>
    public DatabaseAddress? Database { get; init; }

    /// <summary><c>ALICERCE_MASTER_KEY</c>; null takes the file in the data folder.</summary>
    public MasterKey? MasterKey { get; init; }

    /// <summary>From <c>REDIS_URL</c>; null goes without Redis (D3).</summary>
    public RedisOptions? Redis { get; init; }

    /// <summary><c>ALICERCE_STREAM_LENGTH</c>: entries that a stream of events in Redis keeps.</summary>
    public StreamOptions Streams { get; init; } = new();

    /// <summary><c>ALICERCE_PG_BIN</c>.</summary>
    public string? PostgresBinaries { get; init; }

    /// <summary><c>LOG_LEVEL</c>; default <c>INFO</c>.</summary>
    public LogLevel LogLevel { get; init; } = LogLevel.Information;

    /// <summary><c>DB_POOL_SIZE</c> and <c>DB_MAX_OVERFLOW</c> together: connections of one process (S001-DB-01).</summary>
    public int PoolSize { get; init; } = StandardPool + StandardOverflow;

    /// <summary><c>ALICERCE_REQUIRE_HTTPS</c>: what came in plain is sent to HTTPS or refused (S001-SEC-13).</summary>
    public bool RequiresHttps { get; init; }

    /// <summary><c>ALICERCE_DATABASE_WAIT</c>, in seconds: how long a start waits for the PostgreSQL of <c>DATABASE_URL</c> to be there.</summary>
    public TimeSpan DatabaseWait { get; init; }

    /// <summary><c>ALICERCE_JOBS</c>: jobs at work at the same time in this process; 0 leaves them all to other processes.</summary>
    public JobOptions Jobs { get; init; } = new();

    /// <summary><c>ALICERCE_EGRESS_ALLOW</c>: private hosts and networks that may be reached, with commas between them.</summary>
    public IReadOnlyList<string> EgressAllow { get; init; } = [];

    public BackupOptions Backups { get; init; } = new();

    public RateLimitOptions Limits { get; init; } = new();

    /// <summary>
    /// <c>ALICERCE_TRUSTED_PROXIES</c>: addresses and networks of gateways, with commas between them, whose <c>X-Forwarded-For</c> and
    /// <c>X-Forwarded-Proto</c> are believed; nobody's by default.
    /// </summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; init; } = [];

    /// <summary><c>CORS_ORIGINS</c>; none by default.</summary>
    public CrossOrigin CrossOrigin { get; init; } = new([]);

    /// <summary><c>ALICERCE_METRICS_OPEN</c>, <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>.</summary>
    public TelemetryOptions Telemetry { get; init; } = new();

    public static ServerOptions? Read(IConfiguration configuration, IReadOnlyList<IModule> modules, List<string> mistakes)
    {
        var roles = ReadRoles(configuration, mistakes);
        var options = new ServerOptions
        {
            Roles = roles,
            Urls = ReadUrls("ALICERCE_URLS", configuration["ALICERCE_URLS"] ?? roles.DefaultUrl, mistakes),
            OwnUrls = (configuration["ALICERCE_OWN_URLS"] ?? (roles.OpensAnyHttp ? "" : Roles.Table[0].DefaultUrl)) is { Length: > 0 } own ? ReadUrls("ALICERCE_OWN_URLS", own, mistakes) : [],
            DataFolder = ReadDataFolder(configuration, mistakes),
            Database = ReadDatabase(configuration, mistakes),
            MasterKey = ReadMasterKey(configuration["ALICERCE_MASTER_KEY"], mistakes),
            Redis = ReadRedis(configuration["REDIS_URL"], mistakes),
            Streams = new StreamOptions { Length = ReadNumber(configuration, "ALICERCE_STREAM_LENGTH", new StreamOptions().Length, 100, 10_000_000, mistakes) },
            PostgresBinaries = configuration["ALICERCE_PG_BIN"],
            LogLevel = ReadLogLevel(configuration["LOG_LEVEL"] ?? "INFO", mistakes),
            PoolSize = ReadNumber(configuration, "DB_POOL_SIZE", StandardPool, 5, 500, mistakes) + ReadNumber(configuration, "DB_MAX_OVERFLOW", StandardOverflow, 0, 500, mistakes),
            DatabaseWait = TimeSpan.FromSeconds(ReadNumber(configuration, "ALICERCE_DATABASE_WAIT", StandardWait, 0, 3_600, mistakes)),
            RequiresHttps = ReadSwitch(configuration, "ALICERCE_REQUIRE_HTTPS", mistakes),
            Jobs = new JobOptions { Concurrency = ReadNumber(configuration, "ALICERCE_JOBS", new JobOptions().Concurrency, 0, 256, mistakes) },
            Backups = BackupOptions.Read(name => configuration[name], mistakes),
            Limits = RateLimitOptions.Read(name => configuration[name], mistakes),
            TrustedProxies = ReadProxies(configuration["ALICERCE_TRUSTED_PROXIES"], mistakes),
            EgressAllow = ReadEgress(configuration["ALICERCE_EGRESS_ALLOW"], mistakes),
            CrossOrigin = CrossOrigin.Read(configuration["CORS_ORIGINS"], mistakes),
            Telemetry = TelemetryOptions.Read(name => configuration[name], mistakes),
        };
        if (options.Jobs.Concurrency == 0 && !roles.OpensAnyHttp) mistakes.Add("ALICERCE_JOBS is 0 and the role is worker: such a process would do nothing. Give it jobs, or a role with HTTP.");
        mistakes.AddRange(modules.SelectMany(module => module.CheckConfiguration(configuration)));
        return mistakes.Count == 0 ? options : null;
    }

    private static List<IPNetwork> ReadProxies(string? text, List<string> mistakes)
    {
        var proxies = new List<IPNetwork>();
        foreach (var part in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (IPNetwork.TryParse(part, out var network)) proxies.Add(network);
            else if (IPAddress.TryParse(part, out var address)) proxies.Add(new IPNetwork(address, address.GetAddressBytes().Length * 8));
            else mistakes.Add($"ALICERCE_TRUSTED_PROXIES has '{part}': write addresses or networks like 10.0.0.5 or 10.0.0.0/24, with commas between them.");
        }

        return proxies;
    }

    private static IReadOnlyList<string> ReadEgress(string? text, List<string> mistakes)
    {
        try
        {
            return EgressPolicy.Parse(text).Allowed;
        }
        catch (FormatException e)
        {
            mistakes.Add(e.Message);
            return [];
        }
    }

    private static Roles ReadRoles(IConfiguration configuration, List<string> mistakes)
    {
        if (Roles.TryParse(configuration["ALICERCE_ROLES"] ?? "all", out var roles, out var problem)) return roles;
        mistakes.Add(problem);
        return new Roles([Roles.Table[0]]);
    }

    private static string[] ReadUrls(string name, string text, List<string> mistakes)
    {
        var urls = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (urls.Length == 0) mistakes.Add($"{name} is empty: write an address like http://127.0.0.1:8000.");
        foreach (var url in urls)
        {
            if (!Uri.TryCreate(url.Replace("://*", "://any", StringComparison.Ordinal).Replace("://+", "://any", StringComparison.Ordinal), UriKind.Absolute, out var uri)
                || uri.Scheme is not ("http" or "https") || uri.AbsolutePath != "/")
                mistakes.Add($"{name} has '{url}': write addresses like http://127.0.0.1:8000, with semicolons between them.");
        }

        return urls;
    }

    private static string ReadDataFolder(IConfiguration configuration, List<string> mistakes)
    {
        try
        {
            return DataRoot.Locate(name => configuration[name], Environment.IsPrivilegedProcess);
        }
        catch (StartupException e)
        {
            mistakes.Add(e.Message);
            return "";
        }
    }

    private static DatabaseAddress? ReadDatabase(IConfiguration configuration, List<string> mistakes)
    {
        if (configuration["DATABASE_URL"] is not { Length: > 0 } url)
        {
            if (configuration["DATABASE_OWNER_URL"] is { Length: > 0 }) mistakes.Add("DATABASE_OWNER_URL is set without DATABASE_URL: set both, or neither for a private database.");
            return null;
        }

        if (!DatabaseUrl.TryParse(url, out var app, out var problem)) mistakes.Add($"DATABASE_URL {problem}.");
        var owner = app;
        if (configuration["DATABASE_OWNER_URL"] is { Length: > 0 } ownerUrl && !DatabaseUrl.TryParse(ownerUrl, out owner, out problem)) mistakes.Add($"DATABASE_OWNER_URL {problem}.");
        return new DatabaseAddress(owner, app);
    }

    private static RedisOptions? ReadRedis(string? url, List<string> mistakes)
    {
        if (string.IsNullOrEmpty(url)) return null;
        if (RedisUrl.TryParse(url, out var redis, out var problem)) return redis;
        mistakes.Add($"REDIS_URL {problem}.");
        return null;
    }

    private static MasterKey? ReadMasterKey(string? text, List<string> mistakes)
    {
        if (string.IsNullOrEmpty(text)) return null;
        if (MasterKey.TryParse(text, out var key)) return key;
        mistakes.Add($"ALICERCE_MASTER_KEY has to be {MasterKey.Length} bytes as base64: make it with 'openssl rand -base64 {MasterKey.Length}', once for a database.");
        return null;
    }

    private static LogLevel ReadLogLevel(string name, List<string> mistakes)
    {
        if (LogServices.TryReadLevel(name, out var level)) return level;
        mistakes.Add($"LOG_LEVEL is '{name}': use one of {string.Join(", ", LogServices.LevelNames)}.");
        return LogLevel.Information;
    }

    private static bool ReadSwitch(IConfiguration configuration, string name, List<string> mistakes)
    {
        var text = configuration[name] ?? "";
        if (text is not ("" or "true" or "false")) mistakes.Add($"{name} is '{text}': use true, or leave it out.");
        return text == "true";
    }

    private static int ReadNumber(IConfiguration configuration, string name, int standard, int smallest, int largest, List<string> mistakes)
    {
        if (configuration[name] is not { Length: > 0 } text) return standard;
        if (int.TryParse(text, out var number) && number >= smallest && number <= largest) return number;
        mistakes.Add($"{name} is '{text}': use a number from {smallest} to {largest}.");
        return standard;
    }
}
