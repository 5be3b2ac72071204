using Alicerce.Engine.Files;

namespace Alicerce.Engine.Cases;

/// <summary>A failure that a team knows and lives with for a while.</summary>
/// <param name="Key">Key of a case, or a glob over keys.</param>
/// <param name="Reason">Why it fails and why that is accepted.</param>
/// <param name="Expires">Last day on which it is accepted, in UTC.</param>
/// <param name="Issue">Where it is being mended.</param>
/// <param name="Location">Where it stands in its file.</param>
public sealed record KnownFailure(string Key, string Reason, DateOnly Expires, string? Issue, Discovery.SourceLocation Location);

/// <summary>What is known about the failure of one case.</summary>
/// <param name="Expired">The day has passed: it counts as a failure again.</param>
public sealed record KnownFailureMatch(KnownFailure Failure, bool Expired)
{
    /// <summary>One sentence for a report.</summary>
    public string Message => Expired
        ? $"Known failure expired on {Failure.Expires:yyyy-MM-dd}: {Failure.Reason}"
        : $"Known failure until {Failure.Expires:yyyy-MM-dd}: {Failure.Reason}{(Failure.Issue is null ? "" : $" ({Failure.Issue})")}";
}

/// <summary>The known failures of a project (<c>alicerce/known-failures.yaml</c>), asked for each case that failed.</summary>
public sealed class KnownFailures
{
    private readonly string _file;
    private readonly Dictionary<string, KnownFailure> _exact = [];
    private readonly List<(GlobPattern Pattern, KnownFailure Failure)> _globs = [];
    private readonly DateOnly _today;

    /// <param name="failures">As read by <see cref="KnownFailuresFile"/>.</param>
    /// <param name="file">What problems call the file.</param>
    /// <param name="time">Tells today, in UTC.</param>
    public KnownFailures(IEnumerable<KnownFailure> failures, string file, TimeProvider time)
    {
        (_file, _today) = (file, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        foreach (KnownFailure failure in failures)
        {
            if (GlobPattern.IsGlob(failure.Key))
                _globs.Add((GlobPattern.Parse(failure.Key, crossSegments: true), failure));
            else
                _exact[failure.Key] = failure;
        }
    }

    /// <returns>What is known about that case, an entry that still holds before an expired one; null when nothing is.</returns>
    public KnownFailureMatch? Find(string caseKey)
    {
        KnownFailureMatch? expired = null;
        foreach (KnownFailure failure in Matching(caseKey))
        {
            if (failure.Expires >= _today)
                return new KnownFailureMatch(failure, Expired: false);
            expired ??= new KnownFailureMatch(failure, Expired: true);
        }
        return expired;
    }

    /// <summary>Warnings about entries that expired or that fit no case of the suite.</summary>
    public IReadOnlyList<FileProblem> Check(IEnumerable<string> caseKeys)
    {
        var unused = new HashSet<KnownFailure>(_exact.Values.Concat(_globs.Select(g => g.Failure)), ReferenceEqualityComparer.Instance);
        foreach (string key in caseKeys)
        {
            foreach (KnownFailure failure in Matching(key))
                unused.Remove(failure);
        }
        var all = _exact.Values.Concat(_globs.Select(g => g.Failure)).OrderBy(f => f.Location.Line);
        return [.. all.Select(f => unused.Contains(f) ? Unknown(f) : f.Expires < _today ? ExpiredProblem(f) : null).OfType<FileProblem>()];
    }

    private IEnumerable<KnownFailure> Matching(string key)
    {
        if (_exact.TryGetValue(key, out KnownFailure? exact))
            yield return exact;
        foreach ((GlobPattern pattern, KnownFailure failure) in _globs)
        {
            if (pattern.IsMatch(key))
                yield return failure;
        }
    }

    private FileProblem Unknown(KnownFailure failure) =>
        Warning(failure, $"No case has the key '{failure.Key}'.", "Remove the entry, or correct the key.");

    private FileProblem ExpiredProblem(KnownFailure failure) =>
        Warning(failure, $"Expired on {failure.Expires:yyyy-MM-dd}: '{failure.Key}' counts as a failure again.", "Mend it, or agree on a new date.");

    private FileProblem Warning(KnownFailure failure, string message, string hint) =>
        new(_file, failure.Location.Line, failure.Location.Column, message, hint, ProblemSeverity.Warning);
}
