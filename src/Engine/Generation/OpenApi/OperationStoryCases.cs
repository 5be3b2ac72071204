using Alicerce.Engine.Cases;
using Alicerce.Engine.Discovery;

namespace Alicerce.Engine.Generation.OpenApi;

/// <summary>The life of a thing: made, read, changed, deleted, gone.</summary>
internal sealed class OperationStoryCases : ICaseSource
{
    public string Kind => GenerationKinds.E2e;

    public IEnumerable<TestCase> From(Component component, GenerationContext context)
    {
        var calls = OperationCall.Of(component, context).ToList();
        if (calls.Find(c => c.Action.Method == "GET" && !c.NeverEnds) is not { } read || ResourceIds.Of(read.Operation) is not { } resource) yield break;
        if (ResourceIds.FromCreate(read, resource.Collection, resource.Id, context) is not { } create) yield break;

        List<Step> steps = [create];
        Add(steps, read, context);
        if (calls.Find(c => c.Action.Method is "PUT") is { } update) Add(steps, update, context);
        if (calls.Find(c => c.Action.Method == "DELETE") is { } delete && Step(delete, context) is { } deleting)
        {
            steps.Add(deleting);
            // Some services keep what was deleted for whoever knows its address: gone or still readable, but never an error.
            if (Step(read, context) is { } reading) steps.Add(reading with { Assertions = [Checks.StatusIn(404, 410, 200)] });
        }
        yield return new CaseDraft(component, CaseKind.E2e, "life", $"Story: life of {resource.Collection}", $"Verify that a thing of {resource.Collection} can be made, read, changed and deleted")
        {
            Source = $"component:{component.FilePath}",
            Steps = steps,
        }.Build();
    }

    private static void Add(List<Step> steps, OperationCall call, GenerationContext context)
    {
        if (Step(call, context) is { } step) steps.Add(step);
    }

    private static Step? Step(OperationCall call, GenerationContext context)
    {
        if (ResourceIds.Of(call.Operation) is not { } resource || call.Input(context, CaseKind.E2e, call.Action.Name) is not { } input) return null;
        return Requests.Step(call.Request(input.With(resource.Id, ResourceIds.Placeholder(resource.Id))), DeclaredAnswers.Success(call.Operation));
    }
}
