namespace Alicerce.Modules.Testing.Runs;

/// <summary>The words of S004-DATA-08 and -09.</summary>
internal static class RunStatuses
{
    public const string Running = "running", Passed = "passed", Failed = "failed", Error = "error", Skipped = "skipped";

    public static readonly IReadOnlySet<string> OfRuns = new HashSet<string>(StringComparer.Ordinal) { "pending", Running, Passed, Failed, Error };
    public static readonly IReadOnlySet<string> OfResults = new HashSet<string>(StringComparer.Ordinal) { Passed, Failed, Skipped, Error };
}
