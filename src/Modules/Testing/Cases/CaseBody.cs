using System.Text.Json.Nodes;
using Alicerce.Engine.Cases;
using Alicerce.Platform.Web;

namespace Alicerce.Modules.Testing.Cases;

/// <summary>A case as it is sent to be created or changed; what is left out takes its default, or stays.</summary>
/// <param name="Key">Stable name in the suite; made when a new case has none.</param>
/// <param name="TestType">smoke, api, form, query, auth, edge, security, e2e or load; api when a new case says nothing.</param>
/// <param name="Target">Path on the environment, with one leading slash; for a query, its datasource.</param>
/// <param name="Expected">Short for assertions: <c>{"status": 200}</c>; counts where no assertion is about the status.</param>
/// <param name="Timeout">Seconds for the whole case.</param>
/// <param name="Mutates">Changes state: skipped in protected environments. Told from the methods when left out.</param>
internal sealed record CaseBody(
    Optional<string?> Key = default, Optional<string?> Name = default, Optional<string?> Description = default, Optional<CaseKind> TestType = default,
    Optional<string?> Target = default, Optional<string?> Method = default, Optional<CaseInputBody?> Input = default, Optional<JsonObject?> Expected = default,
    Optional<Assertion[]?> Assertions = default, Optional<double> Timeout = default, Optional<int> Retries = default, Optional<string[]?> Tags = default,
    Optional<bool> Mutates = default, Optional<bool> Idempotent = default, Optional<bool> IsActive = default, Optional<int> Order = default,
    Optional<LoadBody?> Load = default);

/// <summary>What the first request sends, or all steps.</summary>
/// <param name="Sql">Makes it a query with <c>:name</c> placeholders, bound from <paramref name="Arguments"/>.</param>
/// <param name="Steps">Several requests in order; target, method and the other members are then left out.</param>
internal sealed record CaseInputBody(
    NameValue[]? Query = null, NameValue[]? Headers = null, RequestBody? Body = null, string? Auth = null, bool FollowRedirects = false, Capture[]? Captures = null,
    string? Sql = null, QueryArgument[]? Arguments = null, Step[]? Steps = null);

/// <param name="Duration">Seconds.</param>
/// <param name="MaxP95">Seconds.</param>
internal sealed record LoadBody(int Users, double Duration, decimal MaxErrorRate = 0m, double? MaxP95 = null);
