using Alicerce.Engine.Cases;
using Alicerce.Engine.Schemas;
using Alicerce.Outbound;

namespace Alicerce.Engine.Running;

/// <summary>Everything a run needs. The runner keeps none of it and reads <see cref="Cases"/> lazily, so memory does not grow with their number.</summary>
public sealed record RunRequest
{
    public required string SuiteName { get; init; }
    public required IAsyncEnumerable<TestCase> Cases { get; init; }

    /// <summary>How many cases there are; null when nobody counted.</summary>
    public int? Total { get; init; }

    public required TargetEnvironment Target { get; init; }
    public RunLimits Limits { get; init; } = new();
    public int Seed { get; init; } = 1;

    /// <summary>Stops taking new cases after the first one that failed or errored.</summary>
    public bool FailFast { get; init; }

    public ISchemaDocuments? Documents { get; init; }
    public IQueryExecutor? Queries { get; init; }

    /// <summary>Answers schema assertions; null makes them fail with a message that says so.</summary>
    public ISchemaChecker? SchemaChecker { get; init; }

    /// <summary>
    /// Awaited before each attempt of a case sends its first request, so that whoever listens can note that it may have reached the target.
    /// What it throws ends the run: nothing is sent that was not noted.
    /// </summary>
    public Func<TestCase, CancellationToken, ValueTask>? Starting { get; init; }
}

/// <summary>Where a run goes and what it may do there.</summary>
public sealed record TargetEnvironment
{
    public required Uri BaseUrl { get; init; }
    public string? Name { get; init; }

    /// <summary>D20: cases that change state are skipped, unless <see cref="AllowedMutations"/> has them.</summary>
    public bool IsProtected { get; init; }

    /// <summary>Ends the sentence that tells why a case was left out: what whoever asked for the run does to allow it.</summary>
    public string? HowToAllowChanges { get; init; }

    /// <summary>The same for a case that is no longer what was allowed.</summary>
    public string? HowToAllowAgain { get; init; }

    /// <summary>
    /// Cases that may change state in a protected environment: by key, what the case did when it was allowed (<see cref="CaseFingerprint.OfDeeds"/>).
    /// One that does something else by now is skipped.
    /// </summary>
    public IReadOnlyDictionary<string, string> AllowedMutations { get; init; } = new Dictionary<string, string>();
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();
    public IReadOnlyDictionary<string, AuthProfile> AuthProfiles { get; init; } = new Dictionary<string, AuthProfile>();

    /// <summary>
    /// Profiles that may be used in a protected environment for what changes state, which signing in with a form is as well; null is all of them.
    /// </summary>
    public IReadOnlySet<string>? AllowedProfiles { get; init; }

    /// <summary>Ends the sentence that tells why a case was left out because of its profile.</summary>
    public string? HowToAllowProfile { get; init; }

    /// <summary>Profile for requests that name none; null sends no credentials.</summary>
    public string? DefaultAuth { get; init; }

    /// <summary>Answers <c>${secret:NAME}</c>; null when the run has no secrets. It may throw <see cref="SecretRefusedException"/>, which ends the case with that message.</summary>
    public Func<string, CancellationToken, ValueTask<Secret?>>? ReadSecret { get; init; }

    /// <summary>
    /// Says why an argument of a query may not hold a secret, by the datasource's name and the secret's; null when it may. Without it, every
    /// datasource gets what the target gets.
    /// </summary>
    public Func<string, string, string?>? WhyNoSecretInQuery { get; init; }

    public required EgressPolicy Egress { get; init; }
}

/// <summary>Bounds of a run.</summary>
public sealed record RunLimits
{
    /// <summary>Cases at once against one target.</summary>
    public int Parallel { get; init; } = 16;

    /// <summary>Requests a second at most; null is unlimited.</summary>
    public double? Rate { get; init; }

    /// <summary>Bytes read of one body; the rest is thrown away and the size assertion sees at least this.</summary>
    public int MaxBodyBytes { get; init; } = 8 * 1024 * 1024;

    public int MaxStoredBodyChars { get; init; } = 10_000;
    public int MaxRedirects { get; init; } = 10;
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);
    public int MaxLoadUsers { get; init; } = 200;
    public TimeSpan MaxLoadDuration { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Whether load cases may run: the target's host was registered by an admin or given on a terminal.</summary>
    public bool AllowLoad { get; init; }

    /// <summary>Share of passed cases whose request and response are kept; failures always keep them.</summary>
    public double PassedBodySample { get; init; } = 0.01;
}

/// <summary>How to sign in to a target. Values may hold <c>${secret:NAME}</c>.</summary>
public sealed record AuthProfile
{
    /// <summary>bearer, api_key, basic or form.</summary>
    public required string Type { get; init; }

    /// <summary>bearer.</summary>
    public string? Token { get; init; }

    /// <summary>api_key: header (default) or query.</summary>
    public string? In { get; init; }

    /// <summary>api_key: its name, e.g. <c>X-API-Key</c>.</summary>
    public string? Name { get; init; }

    /// <summary>api_key: its value.</summary>
    public string? Value { get; init; }

    /// <summary>basic.</summary>
    public string? Username { get; init; }

    /// <summary>basic.</summary>
    public string? Password { get; init; }

    /// <summary>form: path of the login form's target, sent once a run; its cookies are then used by every case of this profile.</summary>
    public string? LoginPath { get; init; }

    /// <summary>form: fields to send; a CSRF token found on the page of <see cref="LoginPath"/> is added.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    /// <summary>form: what shows that it worked; without it, a cookie set and a status below 400 do.</summary>
    public IReadOnlyList<Assertion> Success { get; init; } = [];
}

/// <summary>Runs a read-only statement on a registered datasource; implemented beside the driver (src/Datasources).</summary>
public interface IQueryExecutor
{
    /// <returns>What happened; it throws only <see cref="OperationCanceledException"/>.</returns>
    Task<QueryOutcome> ExecuteAsync(QuerySpec query, CancellationToken ct);
}

/// <summary>Outcome of a query case.</summary>
/// <param name="Status">ok, sql_error, no_driver, no_datasource or refused.</param>
/// <param name="RowsJson">Up to 20 rows as a JSON array, cut to the byte limit.</param>
public sealed record QueryOutcome(string Status, int ColumnCount, long RowCount, bool Truncated, string? SqlState, string? Message, string? RowsJson);
