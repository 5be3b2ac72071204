using Alicerce.Engine.Cases;
using Alicerce.Engine.Discovery;

namespace Alicerce.Engine.Generation.OpenApi;

/// <summary>Operations answer valid calls as declared: status, content type, schema and headers.</summary>
internal sealed class OperationCases : ICaseSource
{
    public string Kind => GenerationKinds.Api;

    public IEnumerable<TestCase> From(Component component, GenerationContext context) =>
        OperationCall.Of(component, context).SelectMany(call => Cases(call, context)).Select(d => d.Build());

    private static IEnumerable<CaseDraft> Cases(OperationCall call, GenerationContext context)
    {
        var name = call.Action.Name;
        if (call.NeverEnds)
        {
            context.Note("stream_not_tried", $"{name} answers with a stream of events that does not end: what it sends is not checked, only what it refuses.", call.Component);
            yield break;
        }
        if (call.Input(context, CaseKind.Api, name) is not { } least) yield break;
        if (Success(call, context, least, name, "success", $"Test {name} with valid input") is not { } draft) yield break;
        yield return draft;
        var all = call.Input(context, CaseKind.Api, $"{name}:all", requiredOnly: false);
        if (all is null || (all.Values.Count == least.Values.Count && all.Body?.ToJsonString() == least.Body?.ToJsonString())) yield break;
        if (Success(call, context, all, $"{name}:all", "success with all parameters", $"Test {name} with all its parameters") is { } complete) yield return complete;
    }

    private static CaseDraft? Success(OperationCall call, GenerationContext context, OperationInput input, string what, string title, string description)
    {
        List<Step> steps = [];
        var known = true;
        if (ResourceIds.Of(call.Operation) is { } resource && resource.Id.Example is null)
        {
            var first = call.Action.Method == "DELETE" ? null : ResourceIds.FromList(call, resource.Collection, resource.Id, context);
            first = call.IsSafe ? first ?? ResourceIds.FromCreate(call, resource.Collection, resource.Id, context) : ResourceIds.FromCreate(call, resource.Collection, resource.Id, context) ?? first;
            if (first is not null)
            {
                steps.Add(first);
                input = input.With(resource.Id, ResourceIds.Placeholder(resource.Id));
            }
            else if (call.Action.Method == "DELETE")
            {
                context.Note("no_disposable_resource", $"{call.Action.Name}: nothing is known that may be deleted; add an example of {resource.Id.Name} to the document.", call.Component);
                return null;
            }
            known = first is not null;
        }
        else if (call.Operation.Parameters.Any(p => p.In == "path" && p.Example is null))
        {
            known = false;
        }
        steps.Add(Requests.Step(call.Request(input), Answers(call, known)));
        return call.Draft(CaseKind.Api, what, $"API: {call.Action.Name} - {title}", description, steps);
    }

    /// <summary>An id that was made up may name nothing.</summary>
    private static IEnumerable<Assertion> Answers(OperationCall call, bool known) =>
        call.JudgesCredentials && OperationInput.JsonMedia(call.Operation) is { Example: null } ? DeclaredAnswers.Success(call.Operation, 401)
        : known ? DeclaredAnswers.Success(call.Operation)
        : DeclaredAnswers.Success(call.Operation, 404);
}
