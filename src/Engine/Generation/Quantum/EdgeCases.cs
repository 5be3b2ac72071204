using Alicerce.Engine.Cases;
using Alicerce.Engine.Discovery;
using Alicerce.Engine.Generation.Values;

namespace Alicerce.Engine.Generation.Quantum;

/// <summary>The boundary table on each parameter of each action that is run (S004-GEN-10).</summary>
internal sealed class EdgeCases : ICaseSource
{
    public string Kind => GenerationKinds.Edge;

    public IEnumerable<TestCase> From(Component component, GenerationContext context)
    {
        foreach (var action in component.Actions.Where(a => a.Operation is null && a.Method != "PATCH"))
        {
            if (!ActionCases.IsCallable(component, action, context) || !context.MayProbe(component)) continue;
            if (!context.TryAuth(component, action, out var profile)) continue;
            foreach (var parameter in action.Params)
            {
                foreach (var draft in Cases(new Probe(component, action, parameter, profile), context)) yield return draft.Build();
            }
        }
    }

    private static IEnumerable<CaseDraft> Cases(Probe probe, GenerationContext context)
    {
        var (component, action, parameter, _) = probe;
        if (parameter.Type is "file" or "binary") yield break;
        var isLogin = context.Login?.Calls(component, action) == true;
        foreach (var boundary in Boundaries.Of(ValueRules.From(parameter), context.RandomFor(component, CaseKind.Edge, $"{action.Name}:{parameter.Name}")))
        {
            var verdict = isLogin && boundary.Verdict == Verdict.Accepted ? Verdict.Survives : boundary.Verdict;
            if (verdict == Verdict.Survives)
            {
                yield return Draft(probe, boundary, "", verdict, context);
                continue;
            }
            var standing = EnforcedRules.Of(component, action, parameter, boundary.Label, context);
            if (standing.Enforced || standing.Finding is not null) yield return Draft(probe, boundary, "", verdict, context) with { Probes = standing.Finding };
            // Declared, not enforced: whether it holds is a finding. That it breaks nothing is asked in any case.
            if (!standing.Enforced && boundary.Label == "wrong_type") yield return Draft(probe, boundary, ":survives", Verdict.Survives, context);
        }
    }

    private static CaseDraft Draft(Probe probe, Boundary boundary, string suffix, Verdict verdict, GenerationContext context)
    {
        var (component, action, parameter, profile) = probe;
        var what = $"{action.Name}:{parameter.Name}:{boundary.Label}{suffix}";
        var valid = InputFiller.ForAction(component, action, context.RandomFor(component, CaseKind.Edge, what));
        var fields = boundary.Value is { } value ? valid.With(parameter.Name, LongText.Shorten(value)) : valid.Without(parameter.Name);
        var send = Requests.Step(Requests.Send(action.Method, component.Route!, fields, profile), Assertions(verdict));
        return new(component, CaseKind.Edge, what, $"Edge: {action.Name} - {parameter.Name} {boundary.Title}{(suffix.Length > 0 ? ", nothing breaks" : "")}", Describe(action.Name, $"{parameter.Name} {boundary.Title}", verdict))
        {
            Source = $"action:{action.Name}",
            Steps = fields.StepsTo(send, component.Route!),
        };
    }

    public static IEnumerable<Assertion> Assertions(Verdict verdict) => verdict switch
    {
        Verdict.Accepted => [Checks.StatusIn(200, 201, 302, 303), Checks.NoErrors, Checks.NotRejected],
        Verdict.Rejected => [Checks.Rejected],
        _ => [Checks.NoServerError, Checks.NoErrors],
    };

    public static string Describe(string action, string input, Verdict verdict)
    {
        var expectation = verdict switch { Verdict.Accepted => "accepted", Verdict.Rejected => "refused", _ => "answered without breaking" };
        return $"Test that {action} with {input} is {expectation}";
    }

    private sealed record Probe(Component Component, ComponentAction Action, Parameter Parameter, string? Profile);
}
