using Alicerce.Engine.Cases;
using Alicerce.Engine.Discovery;

namespace Alicerce.Engine.Generation.OpenApi;

/// <summary>One operation with the profile that may call it; it writes the cases' common parts.</summary>
internal sealed record OperationCall(Component Component, ComponentAction Action, ApiOperation Operation, string? Profile)
{
    /// <summary>The component's operations that can be called: those that need credentials only where there is a profile.</summary>
    public static IEnumerable<OperationCall> Of(Component component, GenerationContext context)
    {
        foreach (var action in component.Actions)
        {
            if (action.Operation is not { } operation) continue;
            if (!IsSecured(operation))
            {
                yield return new(component, action, operation, Requests.NoAuth);
            }
            else if (context.Options.ProfileForSchemes(operation.Security.SelectMany(s => s)) is { } profile)
            {
                yield return new(component, action, operation, profile);
            }
            else
            {
                context.Note("needs_auth_profile", $"{action.Name} needs {string.Join(" or ", operation.Security.SelectMany(s => s).Distinct())}: give an auth profile to test it.", component, FindingSeverity.Warning);
            }
        }
    }

    /// <summary>No alternative is "no credentials at all".</summary>
    public static bool IsSecured(ApiOperation operation) => operation.Security.Count > 0 && operation.Security.All(s => s.Count > 0);

    public bool IsSafe => Action.Method is "GET" or "HEAD" or "OPTIONS";

    /// <summary>Its success is a stream of events that ends when the caller leaves: waiting for the whole answer is waiting for ever.</summary>
    public bool NeverEnds => DeclaredAnswers.AreOnly(Operation, "text/event-stream");

    /// <summary>An open operation that can answer 401 looks at credentials in its input, as a login does: made-up ones fail.</summary>
    public bool JudgesCredentials => !IsSecured(Operation) && Operation.Responses.ContainsKey("401");

    public RequestSpec Request(OperationInput input) => input.ToRequest(Action.Method, Operation, Profile);

    public OperationInput? Input(GenerationContext context, CaseKind kind, string what, bool requiredOnly = true)
    {
        var input = OperationInput.Valid(Operation, context, context.RandomFor(Component, kind, what), requiredOnly);
        if (input is null) context.Note("no_valid_input", $"{Action.Name}: no valid input could be made up; add an example to the document.", Component, FindingSeverity.Warning);
        return input;
    }

    public CaseDraft Draft(CaseKind kind, string what, string title, string description, params IReadOnlyList<Step> steps) =>
        new(Component, kind, what, title, description) { Source = $"action:{Action.Name}", Steps = steps };
}
