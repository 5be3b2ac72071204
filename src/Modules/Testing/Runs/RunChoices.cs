using System.Text.Json;
using Alicerce.Engine.Cases;
using Alicerce.Platform.Web;

namespace Alicerce.Modules.Testing.Runs;

/// <summary>What the caller and the suite decided about a run. Stored with it, so that any worker, at any time, does the same.</summary>
internal sealed record RunChoices
{
    /// <summary>Globs or parts of names; empty takes all cases.</summary>
    public IReadOnlyList<string> Filter { get; init; } = [];

    public IReadOnlyList<string> Tags { get; init; } = [];
    public bool FailFast { get; init; }

    /// <summary>Cases at once against the target, all shards together.</summary>
    public int Parallel { get; init; } = 16;

    /// <summary>Requests a second, all shards together; null is unlimited.</summary>
    public double? Rate { get; init; }

    /// <summary>The suite's configuration as it was when the run began.</summary>
    public SuiteConfig Suite { get; init; } = new();

    public bool IsSelective => Filter.Count > 0 || Tags.Count > 0;

    public CaseFilter ToFilter() => new(Filter, Tags);

    public string ToJson() => JsonSerializer.Serialize(this, ApiJson.Options);

    public static RunChoices Parse(string json) => JsonSerializer.Deserialize<RunChoices>(json, ApiJson.Options) ?? new RunChoices();
}
