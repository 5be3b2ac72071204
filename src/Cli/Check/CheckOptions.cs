using Alicerce.Engine.Reporting;

namespace Alicerce.Cli.Check;

/// <summary>What the person asked of <c>alicerce check</c>.</summary>
internal sealed record CheckOptions
{
    public required string Directory { get; init; }
    public Uri? Url { get; init; }
    public string? Environment { get; init; }
    public IReadOnlyList<string> Types { get; init; } = [];
    public string? Filter { get; init; }
    public IReadOnlyList<string> Tags { get; init; } = [];
    public int? Seed { get; init; }
    public bool FailFast { get; init; }
    public double? Rate { get; init; }
    public int? Parallel { get; init; }
    public bool Update { get; init; }
    public bool Yes { get; init; }
    public bool AllowChanges { get; init; }
    public bool Json { get; init; }
    /// <summary>Name or id of the project on a server; alicerce.yaml names it when this is null.</summary>
    public string? Project { get; init; }
    public IReadOnlyList<string> Secrets { get; init; } = [];
    public IReadOnlyList<string> Datasources { get; init; } = [];
    public ReportFiles Reports { get; init; } = new([], ReportLanguage.English);
}
