using Alicerce.Engine.Cases;
using Alicerce.Engine.Running.Assertions;

namespace Alicerce.Engine.Running;

/// <summary>Decides before anything is sent whether a case may run at all.</summary>
internal static class CaseGate
{
    /// <summary>How a case ends that may not run; null when it may.</summary>
    public static CaseResult? Check(TestCase testCase, RunContext context)
    {
        var run = context.Run;
        if (!testCase.IsActive) return Ended(CaseStatus.Skipped, Reasons.Filtered, "The case is switched off");
        if (AssertionValidation.Check(testCase, context.Expressions) is { Count: > 0 } problems)
            return Ended(CaseStatus.Error, Reasons.InvalidCase, $"The case cannot run: {string.Join("; ", problems)}");
        if (run.Target.IsProtected && testCase.ChangesState() && Protected(run.Target, testCase) is { } why) return Ended(CaseStatus.Skipped, Reasons.ProtectedEnvironment, why);
        if (run.Target.IsProtected && NotAllowedProfile(run.Target, testCase) is { } whose) return Ended(CaseStatus.Skipped, Reasons.ProtectedEnvironment, whose);
        if (run.Queries is null && testCase.Steps.FirstOrDefault(s => s.Query is not null) is { Query: { } query })
            return Ended(CaseStatus.Skipped, Reasons.NoDatasource, $"No datasource '{query.Datasource}' is registered for this run");
        if (testCase.Kind == CaseKind.Load && !run.Limits.AllowLoad)
            return Ended(CaseStatus.Skipped, Reasons.ConnectionRefusedByPolicy, "Load cases run only against registered hosts");
        return null;

        CaseResult Ended(CaseStatus status, string reason, string message) => new()
        {
            Case = testCase,
            Status = status,
            Reason = reason,
            Message = message,
            StartedAt = context.Time.GetUtcNow(),
            CauseKey = status == CaseStatus.Error ? Verdicts.CauseKey.Of(reason, message) : null,
        };
    }

    /// <returns>Null for a case that is allowed as it is.</returns>
    private static string? Protected(TargetEnvironment target, TestCase testCase)
    {
        var where = $"The case changes state and {Named(target)} is protected";
        if (!target.AllowedMutations.TryGetValue(testCase.Key, out var allowed))
            return target.HowToAllowChanges is { } how ? $"{where}; to run '{testCase.Key}' there, {how}" : where;
        if (allowed == CaseFingerprint.OfDeeds(testCase)) return null;
        return $"{where}; '{testCase.Key}' is not what was allowed to run there: it was made or changed since{(target.HowToAllowAgain is { } again ? $"; {again}" : "")}";
    }

    /// <summary>A form sign-in sends a POST of its own, and a case that was allowed to change state was allowed as the user whom its profile named.</summary>
    private static string? NotAllowedProfile(TargetEnvironment target, TestCase testCase)
    {
        if (target.AllowedProfiles is not { } allowed) return null;
        foreach (var step in testCase.Steps)
        {
            if (step.Request is not { } request || (request.Auth ?? target.DefaultAuth) is not { } name || allowed.Contains(name)) continue;
            if (!target.AuthProfiles.TryGetValue(name, out var profile) || (profile.Type != "form" && !testCase.ChangesState())) continue;
            return $"The auth profile '{name}' is not what an admin wrote, and {Named(target)} is protected{(target.HowToAllowProfile is { } how ? $"; {how}" : "")}";
        }
        return null;
    }

    private static string Named(TargetEnvironment target) => target.Name is { } name ? $"the environment '{name}'" : "the environment";
}
