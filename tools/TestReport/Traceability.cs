using System.Text.RegularExpressions;

namespace Alicerce.Tools.TestReport;

/// <summary>Every id has one honest state; every state "test" has a passing test; no test claims more than two ids.</summary>
internal static partial class Traceability
{
    private const int MostIdsPerTest = 2;

    public static int Check(IReadOnlyList<TestResult> results, IReadOnlyList<RequirementRow> rows, TextWriter to)
    {
        List<string> problems = [.. TableProblems(rows), .. TestProblems(results, rows)];
        foreach (var problem in problems)
            to.WriteLine(problem);

        var states = rows.CountBy(r => r.State.Split(' ')[0]).OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => $"{s.Value} {s.Key}");
        to.WriteLine($"{rows.Count} requirement and trap ids: {string.Join(", ", states)}; {problems.Count} problems");
        return problems.Count == 0 ? 0 : 1;
    }

    private static IEnumerable<string> TableProblems(IReadOnlyList<RequirementRow> rows)
    {
        foreach (var twice in rows.GroupBy(r => r.Id).Where(g => g.Count() > 1))
            yield return $"line {twice.Last().Line}: {twice.Key} has more than one state";
        foreach (var row in rows.Where(r => !State().IsMatch(r.State)))
            yield return $"line {row.Line}: {row.Id} has state '{row.State}'; a state is test, later, no-engine or 'adr NNNN'";
        foreach (var row in rows.Where(r => r.State.StartsWith("adr ", StringComparison.Ordinal)))
        {
            if (Directory.GetFiles(Path.Combine("docs", "adr"), $"{row.State[4..]}-*.md").Length == 0)
                yield return $"line {row.Line}: {row.Id} points at ADR {row.State[4..]}, which does not exist in docs/adr";
        }
    }

    private static IEnumerable<string> TestProblems(IReadOnlyList<TestResult> results, IReadOnlyList<RequirementRow> rows)
    {
        var known = rows.Select(r => r.Id).ToHashSet();
        var passed = results.Where(r => r.Passed).SelectMany(r => r.Ids).ToHashSet();
        var failed = results.Where(r => r is { Passed: false, Skipped: false }).SelectMany(r => r.Ids).ToHashSet();

        foreach (var row in rows.Where(r => r.State == "test"))
        {
            if (failed.Contains(row.Id))
                yield return $"{row.Id}: its test fails";
            else if (!passed.Contains(row.Id))
                yield return $"{row.Id}: state is 'test' but no passing test carries it";
        }
        foreach (var row in rows.Where(r => r.State == "later" && passed.Contains(r.Id)))
            yield return $"{row.Id}: state is 'later' but a passing test carries it: set it to 'test'";
        foreach (var test in results.Where(r => r.Ids.Count > MostIdsPerTest))
            yield return $"{test.Name}: claims {test.Ids.Count} ids; at most {MostIdsPerTest} can be honest";
        foreach (var test in results)
        {
            foreach (var id in test.Ids.Where(id => !known.Contains(id)))
                yield return $"{test.Name}: claims {id}, which docs/requirements.tsv does not know";
        }
    }

    [GeneratedRegex(@"^(test|later|no-engine|adr \d{4})$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex State();
}
