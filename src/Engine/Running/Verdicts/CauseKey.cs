using System.Text.RegularExpressions;
using Alicerce.Engine.Running.Assertions;

namespace Alicerce.Engine.Running.Verdicts;

/// <summary>
/// Groups results that have one cause ("12 failures, 2 causes"): the reason, what was checked and seen with numbers and ids taken out, and,
/// unless an error text of the target tells the cause by itself, the path.
/// </summary>
internal static partial class CauseKey
{
    private const int MaxLength = 200;

    public static string Of(string reason, string message) => Short($"{reason}|{Normalised(message)}");

    public static string Of(string reason, StepRun step)
    {
        var (assertion, result) = step.Checks.First(c => !c.Result.Passed);
        if (Marker(step) is { } marker) return Short($"{reason}|{Normalised(marker)}");
        var path = step.Sent is { } sent ? $"{sent.Method} {Normalised(sent.Url.AbsolutePath)}" : $"query {step.Step.Query?.Datasource}";
        var seen = reason is Reasons.ServerError or Reasons.WrongStatus ? $"{step.Answer?.Status}" : Normalised(result.Message ?? result.Actual ?? "");
        return Short($"{reason}|{assertion?.Type ?? "capture"}|{path}|{seen}");
    }

    private static string? Marker(StepRun step)
    {
        if (step.Answer is not { } answer) return null;
        if (answer.Query is { } query) return query.SqlState is null ? null : $"{query.SqlState} {query.Message}";
        var found = PageMarkers.Find(PageMarkers.SqlError, answer.Body.Text) ?? PageMarkers.Find(PageMarkers.BrokenPage(answer.Header("Content-Type")), answer.Body.Text);
        return found is { } marker ? $"{marker.Name} {marker.Text}" : null;
    }

    private static string Normalised(string text) => Blanks().Replace(Numbers().Replace(Ids().Replace(text, "#"), "#"), " ").Trim();

    private static string Short(string key) => key.Length <= MaxLength ? key : key[..MaxLength];

    [GeneratedRegex(@"[0-9a-fA-F]{8}-?([0-9a-fA-F]{4}-?){3}[0-9a-fA-F]{12}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ids();

    [GeneratedRegex(@"\d+(\.\d+)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\s+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Blanks();
}
