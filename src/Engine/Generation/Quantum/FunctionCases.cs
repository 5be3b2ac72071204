using Alicerce.Engine.Cases;
using Alicerce.Engine.Discovery;

namespace Alicerce.Engine.Generation.Quantum;

/// <summary>
/// Functions with an endpoint answer there. The scan knows that page servers do not mount them, so the case probes that finding: it passes
/// where a server does, and confirms the finding elsewhere.
/// </summary>
internal sealed class FunctionCases : ICaseSource
{
    public string Kind => GenerationKinds.Api;

    public IEnumerable<TestCase> From(Component component, GenerationContext context)
    {
        foreach (var function in component.Functions)
        {
            if (function.Endpoint is not { } endpoint) continue;
            if (context.FindingFor(component, function.Name, "function_endpoint") is not { } finding)
                context.Note("endpoint_not_tried", $"{component.Name}: nothing says whether a server mounts {function.Method} {endpoint}; write a case for it by hand.", component);
            else if (!endpoint.StartsWith('/') || endpoint.StartsWith("//", StringComparison.Ordinal) || endpoint.Contains('{'))
                context.Note("endpoint_not_tried", $"{component.Name}: the endpoint '{endpoint}' of {function.Name} is only known at run time; it is not called.", component);
            else if (context.TryAuth(component, component.RequiresAuth, out var profile))
                yield return Answers(component, function, endpoint, profile ?? (function.Auth is null ? null : context.Options.DefaultAuth), finding, context).Build();
        }
    }

    private static CaseDraft Answers(Component component, ComponentFunction function, string endpoint, string? profile, string finding, GenerationContext context)
    {
        var what = $"function:{function.Name}";
        var call = new ComponentAction { Name = function.Name, Method = function.Method, Params = function.Params };
        var fields = InputFiller.ForAction(component with { Forms = [] }, call, context.RandomFor(component, CaseKind.Api, what));
        return new(component, CaseKind.Api, what, $"API: {function.Name} - answers at {endpoint}", $"Test that {function.Name} is mounted at {function.Method} {endpoint}")
        {
            Source = what,
            Steps = [Requests.Step(Requests.Send(function.Method, endpoint, fields, profile, json: true), Checks.StatusIn(200, 201, 202, 204), Checks.NoErrors)],
            Probes = finding,
        };
    }
}
