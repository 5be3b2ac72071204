using Alicerce.Engine.Cases;
using Alicerce.Engine.Running;

namespace Alicerce.Engine.Projects;

/// <summary>What a team says about its project in <c>alicerce.yaml</c>. Values may hold <c>${secret:NAME}</c>, resolved when they are used.</summary>
public sealed record ProjectConfig
{
    public required string Name { get; init; }

    public IReadOnlyDictionary<string, EnvironmentConfig> Environments { get; init; } = new Dictionary<string, EnvironmentConfig>();

    /// <summary>How to sign in, by the name that cases use.</summary>
    public IReadOnlyDictionary<string, AuthProfile> Auth { get; init; } = new Dictionary<string, AuthProfile>();

    /// <summary>Which profile signs in as a role that components ask for.</summary>
    public IReadOnlyDictionary<string, string> Roles { get; init; } = new Dictionary<string, string>();

    public RouteConfig Routes { get; init; } = new();
    public IgnoreConfig Ignore { get; init; } = new();
    public GenerateConfig Generate { get; init; } = new();
    public LimitConfig Limits { get; init; } = new();
}

/// <summary>One place where the project runs.</summary>
public sealed record EnvironmentConfig
{
    public required Uri BaseUrl { get; init; }

    /// <summary>Cases that change state are skipped there (D20).</summary>
    public bool IsProtected { get; init; }

    /// <summary>Profile for requests that name none.</summary>
    public string? DefaultAuth { get; init; }

    /// <summary>Hosts, besides that of <see cref="BaseUrl"/>, to which secrets may be sent (D20).</summary>
    public IReadOnlyList<string> ApprovedHosts { get; init; } = [];

    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();
    public IReadOnlyDictionary<string, DatasourceConfig> Datasources { get; init; } = new Dictionary<string, DatasourceConfig>();
}

/// <summary>A database that query cases may read.</summary>
public sealed record DatasourceConfig
{
    /// <summary><c>postgres</c>; cases for any other driver are skipped.</summary>
    public required string Driver { get; init; }

    public required string Host { get; init; }

    /// <summary>Null is the driver's own.</summary>
    public int? Port { get; init; }

    public required string Database { get; init; }
    public string? Username { get; init; }
    public string? Password { get; init; }

    /// <summary>One of disable, prefer, require, verify-ca and verify-full.</summary>
    public string Ssl { get; init; } = "prefer";
}

/// <summary>Where components are served.</summary>
public sealed record RouteConfig
{
    /// <summary>Folder of the components, relative to the project; null finds it.</summary>
    public string? Components { get; init; }

    /// <summary>Put before each route.</summary>
    public string BasePath { get; init; } = "/";

    /// <summary>Globs over component paths, the first that fits counts; a null route is a component that cannot be asked for on its own.</summary>
    public IReadOnlyList<RouteRule> Map { get; init; } = [];
}

/// <summary>Components that fit <paramref name="Glob"/> are served at <paramref name="Route"/>.</summary>
public sealed record RouteRule(string Glob, string? Route);

/// <summary>What to leave alone: globs over files for a scan, globs over routes for tests.</summary>
public sealed record IgnoreConfig
{
    public IReadOnlyList<string> Scan { get; init; } = [];
    public IReadOnlyList<string> Routes { get; init; } = [];
}

/// <summary>What to generate; no types means all.</summary>
public sealed record GenerateConfig
{
    public IReadOnlyList<CaseKind> Types { get; init; } = [];
    public int Seed { get; init; } = 1;
}

/// <summary>Bounds of runs of this project; null takes the default of <see cref="RunLimits"/> or of the case.</summary>
public sealed record LimitConfig
{
    public int? Parallel { get; init; }
    public double? Rate { get; init; }
    public TimeSpan? Timeout { get; init; }
    public int? Retries { get; init; }
    public int? MaxBodyBytes { get; init; }
    public int? MaxRedirects { get; init; }
    public TimeSpan? ConnectTimeout { get; init; }
    public int? MaxLoadUsers { get; init; }
    public TimeSpan? MaxLoadDuration { get; init; }

    /// <summary>These bounds over the given ones.</summary>
    public RunLimits ApplyTo(RunLimits limits) => limits with
    {
        Parallel = Parallel ?? limits.Parallel,
        Rate = Rate ?? limits.Rate,
        MaxBodyBytes = MaxBodyBytes ?? limits.MaxBodyBytes,
        MaxRedirects = MaxRedirects ?? limits.MaxRedirects,
        ConnectTimeout = ConnectTimeout ?? limits.ConnectTimeout,
        MaxLoadUsers = MaxLoadUsers ?? limits.MaxLoadUsers,
        MaxLoadDuration = MaxLoadDuration ?? limits.MaxLoadDuration,
    };
}
