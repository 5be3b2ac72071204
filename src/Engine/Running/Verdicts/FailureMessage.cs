namespace Alicerce.Engine.Running.Verdicts;

/// <summary>One sentence that tells a failed step: <c>Assertions failed: status eq 200 (was 500)</c>.</summary>
internal static class FailureMessage
{
    private const int MaxShown = 5;

    public static string Of(StepRun step)
    {
        var failed = step.Checks.Where(c => !c.Result.Passed).Select(c => c.Result).ToList();
        var shown = failed.Take(MaxShown).Select(r => $"{r.Assertion} ({(r.Message is { } why ? why : $"was {r.Actual ?? "nothing"}")})");
        var where = step.Step.Name is { } name ? $" in step '{name}'" : "";
        return $"Assertions failed{where}: {string.Join("; ", shown)}{(failed.Count > MaxShown ? $"; and {failed.Count - MaxShown} more" : "")}";
    }
}
