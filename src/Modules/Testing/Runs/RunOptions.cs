namespace Alicerce.Modules.Testing.Runs;

/// <summary>How runs are stored and kept; read from the settings named at each property.</summary>
internal sealed record RunOptions
{
    /// <summary><c>ALICERCE_RUN_RETENTION_DAYS</c>: results of older days are dropped with their partition.</summary>
    public int RetentionDays { get; init; } = 90;

    /// <summary>Days whose partition is made before they begin.</summary>
    public int PartitionsAhead { get; init; } = 7;

    /// <summary>A batch of results is written when it is this large …</summary>
    public int BatchSize { get; init; } = 100;

    /// <summary>… or when its first result has waited this long.</summary>
    public TimeSpan BatchDelay { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>How often runs are looked for whose jobs have died.</summary>
    public TimeSpan SweepInterval { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How often a worker looks whether its run is still under way, although nobody said that it ended.</summary>
    public TimeSpan StateInterval { get; init; } = TimeSpan.FromSeconds(5);
}
