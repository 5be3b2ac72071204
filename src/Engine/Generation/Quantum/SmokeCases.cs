using Alicerce.Engine.Cases;
using Alicerce.Engine.Discovery;

namespace Alicerce.Engine.Generation.Quantum;

/// <summary>Each page that can be asked for loads (S004-GEN-02, T004-38).</summary>
internal sealed class SmokeCases : ICaseSource
{
    /// <summary>A page that takes longer is broken for the person who waits.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public string Kind => GenerationKinds.Smoke;

    public IEnumerable<TestCase> From(Component component, GenerationContext context)
    {
        if (!Loads(component)) yield break;
        var signedIn = context.TryAuth(component, component.RequiresAuth, out var profile);
        var draft = new CaseDraft(component, CaseKind.Smoke, "loads", $"Smoke: {component.Name} loads", $"Verify {component.FilePath} loads without errors")
        {
            Source = $"component:{component.FilePath}",
            Steps =
            [
                signedIn
                    ? Requests.Step(Requests.Get(component.Route!, profile, PageInputs.Identifiers(component)), Checks.Status(200), Checks.NoErrors)
                    : Requests.Step(Requests.Get(component.Route!, Requests.NoAuth), Checks.Refused, Checks.NoErrors),
            ],
        };
        yield return draft.Build() with { Timeout = Patience };
    }

    /// <summary>Layouts and partials only where the route map gives them an address of their own.</summary>
    public static bool Loads(Component component) => component is { Route: not null, Type: ComponentType.Page or ComponentType.Layout };
}
