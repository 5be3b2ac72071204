using Alicerce.Engine.Cases;
using Alicerce.Engine.Discovery;

namespace Alicerce.Engine.Generation.Quantum;

/// <summary>Actions do what they declare with valid input and refuse input without what they require (S004-GEN-03, S004-GEN-04).</summary>
internal sealed class ActionCases : ICaseSource
{
    public string Kind => GenerationKinds.Api;

    public IEnumerable<TestCase> From(Component component, GenerationContext context)
    {
        foreach (var action in component.Actions.Where(a => a.Operation is null))
        {
            if (!IsCallable(component, action, context)) continue;
            if (!context.TryAuth(component, action, out var profile)) continue;
            foreach (var draft in Cases(new Call(component, action, profile), context)) yield return draft.Build();
        }
    }

    /// <summary>An action that the runtime never runs gives a note, not a case that must fail.</summary>
    public static bool IsCallable(Component component, ComponentAction action, GenerationContext context)
    {
        if (component.Route is null)
            context.Note("no_route", $"{component.Name}: action '{action.Name}' has no address of its own and is not called.", component);
        else if (!action.Reachable)
            context.Note("unreachable_action", $"{component.Name}: action '{action.Name}' is never run by the server, only the first action of a file is.", component, FindingSeverity.Warning);
        else
            return true;
        return false;
    }

    private static IEnumerable<CaseDraft> Cases(Call call, GenerationContext context)
    {
        var (component, action, _) = call;
        if (context.Login?.Calls(component, action) == true)
        {
            yield return Login(call, context);
        }
        else
        {
            var valid = InputFiller.ForAction(component, action, context.RandomFor(component, CaseKind.Api, action.Name));
            yield return Success(call, context, action.Name, "success", $"Test {action.Name} action with valid input", valid, json: false);
            if (action.Params.Any(p => !p.Required) && action.Params.Count > 0)
            {
                var least = InputFiller.ForAction(component, action, context.RandomFor(component, CaseKind.Api, $"{action.Name}:required"), requiredOnly: true);
                yield return Success(call, context, $"{action.Name}:required", "only required input", $"Test {action.Name} action without its optional fields", least, json: false);
            }
            if (action.Method is "POST" or "PUT" && !valid.IsMultipart && action.Params.Count > 0)
                yield return Success(call, context, $"{action.Name}:json", "success as JSON", $"Test {action.Name} action with valid input sent as JSON", valid, json: true);
        }
        if (action.Params.Count > 0 && context.MayProbe(component)) yield return Invalid(call, context);
    }

    private static CaseDraft Success(Call call, GenerationContext context, string what, string title, string description, Fields fields, bool json)
    {
        var (component, action, profile) = call;
        int[] statuses = [200, 201, 302, 303, .. action.RedirectStatus is { } declared && action.RedirectTo is not null ? [declared] : Array.Empty<int>()];
        var send = Requests.Step(
            Requests.Send(action.Method, component.Route!, fields, profile, json),
            Checks.StatusIn(statuses), Checks.NoErrors, Checks.NotRejected, Checks.RedirectTo(action.RedirectTo));
        return new(component, CaseKind.Api, what, $"API: {action.Name} - {title}", description)
        {
            Source = $"action:{action.Name}",
            Steps = fields.StepsTo(send, component.Route!),
            Probes = MethodFinding(component, action, context) ?? EnforcedRules.CrashOf(component, action, context),
        };
    }

    /// <summary>Without an account the most that can be asked of a login is a clean answer.</summary>
    private static CaseDraft Login(Call call, GenerationContext context)
    {
        var (component, action, _) = call;
        var credentials = context.Options.LoginFields;
        var fields = context.Login!.Fill(context.RandomFor(component, CaseKind.Api, action.Name), credentials);
        if (credentials.Count == 0)
            context.Note("no_login", "No login fields are given: the login is only tried with credentials that do not exist.", component, FindingSeverity.Warning);
        var request = Requests.Send(action.Method, component.Route!, fields, Requests.NoAuth);
        return new(component, CaseKind.Api, action.Name, $"API: {action.Name} - success", $"Test {action.Name} action with valid input")
        {
            Source = $"action:{action.Name}",
            Steps = fields.StepsTo(
                credentials.Count > 0
                    ? Requests.Step(request, Checks.StatusIn(200, 201, 302, 303), Checks.NoErrors, Checks.NotRejected, Checks.RedirectTo(action.RedirectTo))
                    : Requests.Step(request, Checks.StatusIn(200, 302, 303, 400, 401, 403, 422), Checks.NoErrors),
                component.Route!),
        };
    }

    private static CaseDraft Invalid(Call call, GenerationContext context)
    {
        var (component, action, profile) = call;
        var declared = action.Params.Any(p => p.Required);
        var (enforced, finding) = EnforcedRules.OfNothing(component, action, context);
        var mustRefuse = enforced || finding is not null;
        var description = declared ? $"Test {action.Name} with missing required fields" : $"Test {action.Name} without any of its optional fields";
        return new(component, CaseKind.Api, $"{action.Name}:invalid", $"API: {action.Name} - invalid input", description)
        {
            Source = $"action:{action.Name}:invalid",
            Steps = [Requests.Step(Requests.Send(action.Method, component.Route!, Fields.None, profile), mustRefuse ? [Checks.Rejected] : [Checks.NoServerError, Checks.NoErrors])],
            Probes = finding ?? MethodFinding(component, action, context),
        };
    }

    /// <summary>PATCH is a legal method of an action that the runtime does not route: known, so never red.</summary>
    private static string? MethodFinding(Component component, ComponentAction action, GenerationContext context) =>
        action.Method == "PATCH" ? context.FindingFor(component, action.Name, "patch", "method") : null;

    private sealed record Call(Component Component, ComponentAction Action, string? Profile);
}
