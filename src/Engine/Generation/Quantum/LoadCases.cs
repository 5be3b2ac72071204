using Alicerce.Engine.Cases;
using Alicerce.Engine.Discovery;

namespace Alicerce.Engine.Generation.Quantum;

/// <summary>A few users at once on each page, for a bounded time and only when asked for (T004-75).</summary>
internal sealed class LoadCases : ICaseSource
{
    public string Kind => GenerationKinds.Load;

    public IEnumerable<TestCase> From(Component component, GenerationContext context)
    {
        if (!SmokeCases.Loads(component) || !context.TryAuth(component, component.RequiresAuth, out var profile)) yield break;
        var (users, duration) = (context.Options.LoadUsers, context.Options.LoadDuration);
        yield return new CaseDraft(component, CaseKind.Load, "loads", $"Load: {component.Name} with {users} users", $"Verify {component.FilePath} under {users} users for {duration.TotalSeconds:0} s")
        {
            Source = $"component:{component.FilePath}",
            Steps = [Requests.Step(Requests.Get(component.Route!, profile, PageInputs.Identifiers(component)), Checks.Status(200))],
            Load = new LoadProfile(users, duration),
        }.Build();
    }
}
