using Alicerce.Platform.Web.Health;

namespace Alicerce.Modules.Scenarios.Suggestions;

/// <summary>How far the index of one process is.</summary>
/// <param name="State"><c>loading</c> until everything was read once; <c>ready</c>; <c>behind</c> while it cannot read what changes.</param>
/// <param name="Scenarios">Titles that are searched.</param>
/// <param name="Vectors">Of them, those with a vector.</param>
/// <param name="Model">That answers now.</param>
/// <param name="Kind"><c>exact</c> or <c>hnsw</c>.</param>
/// <param name="GraphProgress">Part of the vectors that is linked, from 0 to 1, while a graph is being built.</param>
/// <param name="Place">In the log of changes.</param>
/// <param name="LagSeconds">Since the log was last read to its end; null before the first time.</param>
/// <param name="IsPending">A change waits for an older transaction to end.</param>
/// <param name="Problem">Why it is behind.</param>
internal sealed record IndexState(
    string State, int Scenarios, int Vectors, string? Model, string? Kind, double? GraphProgress, string? Place, DateTimeOffset? LastSync, double? LagSeconds, bool IsPending, string? Problem);

/// <summary>The index that this process answers from, replaced as a whole when everything is read anew, and how it is (T000-25, T000-26).</summary>
internal sealed class LiveIndex(TimeProvider clock) : IDependency
{
    // Loading takes a moment; a process that cannot follow for longer should not be asked when another one can.
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    private readonly record struct Progress(Place? Place, DateTimeOffset? LastSync, bool IsPending, string? Problem);

    private readonly Lock _gate = new();
    private Progress _progress;
    private volatile SuggestionIndex? _current;
    private volatile bool _isOpen;
    private volatile object? _graphProgress;

    /// <summary>Somebody may ask this process: one whose doors are closed loads nothing.</summary>
    public bool IsOpen => _isOpen;

    public SuggestionIndex? Current => _current;

    public TimeSpan SinceSync => Now.LastSync is { } last ? clock.GetUtcNow() - last : TimeSpan.Zero;

    public IndexState State
    {
        get
        {
            var (now, index) = (Now, _current);
            var state = index is null ? "loading" : now.Problem is null ? "ready" : "behind";
            return new IndexState(
                state, index?.Count ?? 0, index?.VectorCount ?? 0, index?.Model.Name, index?.Kind, index?.Kind == "exact" ? (double?)_graphProgress : null, now.Place?.ToString(), now.LastSync,
                now.LastSync is null ? null : Math.Round(SinceSync.TotalSeconds, 3), now.IsPending, now.Problem);
        }
    }

    string IDependency.Name => "scenario_index";

    // Until it is loaded, the database answers instead, more slowly and by words only.
    bool IDependency.IsNeeded => _isOpen && _current is null;

    public void Open() => _isOpen = true;

    public void Replace(SuggestionIndex index) => _current = index;

    public void BuildingGraph(double? part) => _graphProgress = part;

    public void Synced(Place place, bool isPending)
    {
        lock (_gate) _progress = new Progress(place, clock.GetUtcNow(), isPending, null);
    }

    public void Failed(string problem)
    {
        lock (_gate) _progress = _progress with { Problem = problem };
    }

    Task IDependency.ProbeAsync(CancellationToken ct)
    {
        if (_isOpen && _current is null) throw new InvalidOperationException("The index of scenarios is still being loaded.");
        if (_isOpen && SinceSync > s_patience) throw new InvalidOperationException("The index of scenarios does not follow the table.");
        return Task.CompletedTask;
    }

    private Progress Now
    {
        get
        {
            lock (_gate) return _progress;
        }
    }
}
