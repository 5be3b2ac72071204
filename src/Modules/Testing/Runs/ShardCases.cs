using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Alicerce.Engine.Cases;
using Alicerce.Engine.Running;
using Npgsql;

namespace Alicerce.Modules.Testing.Runs;

/// <summary>
/// The cases that a shard still has to run, read in pages while it runs, and the attempts of those under way. Memory holds one page and what
/// is under way, however many cases there are.
/// </summary>
/// <param name="isEnough">Asked before each case: true stops handing out more.</param>
internal sealed class ShardCases(NpgsqlDataSource source, RunRow run, int shard, Func<bool> isEnough)
{
    private const int PageSize = 500;

    private readonly ConcurrentDictionary<string, UnderWay> _underWay = new(StringComparer.Ordinal);
    private readonly HashSet<int> _excluded = [];

    private sealed record UnderWay(int CaseId, List<ResultRow> Attempts);

    /// <summary>Leaves a case out; before the first one is read.</summary>
    public void Exclude(int caseId) => _excluded.Add(caseId);

    /// <summary>The id of a case that was handed out and has no final result yet.</summary>
    public int IdOf(TestCase testCase) => _underWay[testCase.Key].CaseId;

    /// <returns>All attempts of the case once its final one has come; null before, and for a case that was cut off.</returns>
    public IReadOnlyList<ResultRow>? Collect(CaseResult result)
    {
        if (!_underWay.TryGetValue(result.Case.Key, out var underWay)) return null;
        if (result.Reason == Reasons.Cancelled)
        {
            _underWay.TryRemove(result.Case.Key, out _);
            return null;
        }

        underWay.Attempts.Add(ResultRow.Of(underWay.CaseId, result));
        if (!result.IsFinal) return null;
        _underWay.TryRemove(result.Case.Key, out _);
        return underWay.Attempts;
    }

    public async IAsyncEnumerable<TestCase> ReadAsync([EnumeratorCancellation] CancellationToken ct = default)
    {
        var filter = run.Choices.IsSelective ? run.Choices.ToFilter() : null;
        await foreach (var (id, testCase) in RunCases.ReadAsync(source, run, shard, PageSize, ct))
        {
            if (isEnough()) yield break;
            if (_excluded.Contains(id) || filter?.Includes(testCase) == false) continue;
            _underWay[testCase.Key] = new UnderWay(id, []);
            yield return WithSuiteDefaults(testCase);
        }
    }

    /// <summary>A suite's time limit and retries hold for cases that keep the defaults of theirs (S004-RUN-10).</summary>
    private TestCase WithSuiteDefaults(TestCase testCase)
    {
        var suite = run.Choices.Suite;
        if (suite.Timeout is { } seconds && testCase.Timeout == TestCase.DefaultTimeout) testCase = testCase with { Timeout = TimeSpan.FromSeconds(seconds) };
        return suite.Retries > 0 && testCase.Retries == 0 ? testCase with { Retries = suite.Retries } : testCase;
    }
}
