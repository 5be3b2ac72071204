using System.Text.Json.Nodes;
using Alicerce.Engine.Cases;
using Alicerce.Platform.Web;

namespace Alicerce.Modules.Testing.Cases;

/// <summary>A case as it is sent to be created or changed; what is left out takes its default, or stays.</summary>
internal sealed record CaseBody
{
    /// <summary>Stable name in the suite; made when a new case has none.</summary>
    public Optional<string?> Key { get; init; }

    public Optional<string?> Name { get; init; }

    public Optional<string?> Description { get; init; }

    /// <summary>smoke, api, form, query, auth, edge, security, e2e or load; api when a new case says nothing.</summary>
    public Optional<CaseKind> TestType { get; init; }

    /// <summary>Path on the environment, with one leading slash; for a query, its datasource.</summary>
    public Optional<string?> Target { get; init; }

    public Optional<string?> Method { get; init; }

    public Optional<CaseInputBody?> Input { get; init; }

    /// <summary>Short for assertions: <c>{"status": 200}</c>; counts where no assertion is about the status.</summary>
    public Optional<JsonObject?> Expected { get; init; }

    public Optional<Assertion[]?> Assertions { get; init; }

    /// <summary>Seconds for the whole case.</summary>
    public Optional<double> Timeout { get; init; }

    public Optional<int> Retries { get; init; }

    public Optional<string[]?> Tags { get; init; }

    /// <summary>Changes state: skipped in protected environments. Told from the methods when left out.</summary>
    public Optional<bool> Mutates { get; init; }

    /// <summary>May be sent again when a worker died in mid-run. Told from the methods when left out.</summary>
    public Optional<bool> Idempotent { get; init; }

    public Optional<bool> IsActive { get; init; }

    public Optional<int> Order { get; init; }

    public Optional<LoadBody?> Load { get; init; }
}

/// <summary>What the first request sends, or all steps.</summary>
/// <param name="Sql">Makes it a query with <c>:name</c> placeholders, bound from <paramref name="Arguments"/>.</param>
/// <param name="Steps">Several requests in order; target, method and the other members are then left out.</param>
internal sealed record CaseInputBody(
    NameValue[]? Query = null, NameValue[]? Headers = null, RequestBody? Body = null, string? Auth = null, bool FollowRedirects = false, Capture[]? Captures = null,
    string? Sql = null, QueryArgument[]? Arguments = null, Step[]? Steps = null);

/// <param name="Duration">Seconds.</param>
/// <param name="MaxP95">Seconds.</param>
internal sealed record LoadBody(int Users, double Duration, decimal MaxErrorRate = 0m, double? MaxP95 = null);
