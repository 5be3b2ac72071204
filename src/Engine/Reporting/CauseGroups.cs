using Alicerce.Engine.Running;

namespace Alicerce.Engine.Reporting;

/// <summary>A case that shows what a group is about.</summary>
public sealed record CauseSample(string Key, string Name, string? Curl);

/// <summary>Failures that share one cause.</summary>
/// <param name="CauseKey">As in <see cref="CaseResult.CauseKey"/>.</param>
/// <param name="Reason">One of <see cref="Reasons"/>; <see cref="ReasonTexts"/> says it in words.</param>
/// <param name="Message">That of the first case.</param>
/// <param name="Samples">The first few cases.</param>
public sealed record CauseGroup(string CauseKey, string? Reason, string? Message, int Count, IReadOnlyList<CauseSample> Samples);

/// <summary>Groups what failed by cause: "12 failures, 2 causes". Holds a bounded number of groups and samples however many cases fail.</summary>
public sealed class CauseGroups(int maxGroups = 200, int maxSamples = 5)
{
    private const int MaxTextChars = 4_000;

    private readonly Dictionary<string, Group> _groups = new(StringComparer.Ordinal);

    /// <summary>Cases that failed or errored.</summary>
    public int Failures { get; private set; }

    /// <summary>Failures whose cause came after the groups were full.</summary>
    public int Ungrouped { get; private set; }

    /// <summary>The most frequent first; equal ones in order of their first failure.</summary>
    public IReadOnlyList<CauseGroup> Groups =>
        [.. _groups.Select(pair => new CauseGroup(pair.Key, pair.Value.Reason, pair.Value.Message, pair.Value.Count, pair.Value.Samples)).OrderByDescending(group => group.Count)];

    /// <summary>Counts a final result; others than failures and errors are passed over.</summary>
    public void Add(CaseResult result)
    {
        if (result is not { IsFinal: true, Status: CaseStatus.Failed or CaseStatus.Error })
            return;
        Failures++;
        var key = result.CauseKey ?? $"{result.Reason}|{result.Message}";
        if (!_groups.TryGetValue(key, out var group))
        {
            if (_groups.Count == maxGroups)
            {
                Ungrouped++;
                return;
            }
            _groups.Add(key, group = new Group(result.Reason, result.Message is null ? null : ReportText.Cut(result.Message, MaxTextChars)));
        }
        group.Count++;
        if (group.Samples.Count < maxSamples)
            group.Samples.Add(new CauseSample(result.Case.Key, result.Case.Name, CurlOf(result)));
    }

    /// <summary>"12 failures, 2 causes".</summary>
    public string Headline(ReportLanguage language = ReportLanguage.English)
    {
        var portuguese = language == ReportLanguage.Portuguese;
        if (Failures == 0)
            return portuguese ? "Nenhuma falha" : "No failures";
        var failures = (Failures, portuguese) switch { (1, true) => "1 falha", (_, true) => $"{Failures} falhas", (1, _) => "1 failure", _ => $"{Failures} failures" };
        var causes = (_groups.Count, portuguese) switch { (1, true) => "1 causa", (_, true) => $"{_groups.Count} causas", (1, _) => "1 cause", _ => $"{_groups.Count} causes" };
        var more = (Ungrouped, portuguese) switch { (0, _) => "", (_, true) => " ou mais", _ => " or more" };
        return $"{failures}, {causes}{more}";
    }

    /// <summary>The line of the last request, if it is short enough to be kept whole: half a command helps nobody.</summary>
    private static string? CurlOf(CaseResult result) =>
        result.Steps.LastOrDefault(step => step.Request is not null)?.Request?.Curl is { Length: <= MaxTextChars } curl ? curl : null;

    private sealed class Group(string? reason, string? message)
    {
        public string? Reason { get; } = reason;
        public string? Message { get; } = message;
        public int Count { get; set; }
        public List<CauseSample> Samples { get; } = [];
    }
}
