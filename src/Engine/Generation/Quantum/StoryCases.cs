using Alicerce.Engine.Cases;
using Alicerce.Engine.Discovery;

namespace Alicerce.Engine.Generation.Quantum;

/// <summary>The story of a visit: the door is closed, sign in, it opens, sign out, it is closed again (T004-75).</summary>
internal sealed class StoryCases : ICaseSource
{
    private static readonly string[] LogoutNames = ["logout", "signout", "sign-out", "sair", "logoff"];

    public string Kind => GenerationKinds.E2e;

    public IEnumerable<TestCase> From(Component component, GenerationContext context)
    {
        if (context.Login is not { } login || !ReferenceEquals(login.Page, component) || AuthCases.ProtectedPage(context) is not { } page) yield break;
        if (context.Options.LoginFields.Count == 0)
        {
            context.Note("no_login", "No login fields are given: the story of a visit is not generated.", component, FindingSeverity.Warning);
            yield break;
        }
        var closed = Requests.Step(Requests.Get(page.Route!, Requests.NoAuth), Checks.Refused);
        var fields = login.Fill(context.RandomFor(component, CaseKind.E2e, "login"), context.Options.LoginFields);
        var signIn = Requests.Step(Requests.Send("POST", login.Target, fields, Requests.NoAuth, referer: component.Route), Checks.StatusIn(200, 302, 303), Checks.NotRejected);
        var open = Requests.Step(Requests.Get(page.Route!, Requests.NoAuth), page.RequiredRole is null ? Checks.Status(200) : Checks.StatusIn(200, 403), Checks.NoErrors);
        List<Step> steps = [closed, .. fields.StepsTo(signIn, component.Route!), open];
        if (Logout(context) is { } logout) steps.AddRange([logout, closed]);
        yield return new CaseDraft(component, CaseKind.E2e, "login", $"Story: sign in, open {page.Name}{(steps.Count > 4 ? ", sign out" : "")}", $"Verify that {page.Route} opens for a visitor who signs in, and for nobody else")
        {
            Source = $"component:{component.FilePath}",
            Steps = steps,
        }.Build();
    }

    private static Step? Logout(GenerationContext context)
    {
        var page = context.Components.FirstOrDefault(c => c.Route is not null && Array.Exists(LogoutNames, n => c.Route.Trim('/').Equals(n, StringComparison.OrdinalIgnoreCase)));
        if (page is null) return null;
        var action = page.Actions.FirstOrDefault(a => a.Reachable);
        var request = action is null ? Requests.Get(page.Route!, Requests.NoAuth) : Requests.Send(action.Method, page.Route!, Fields.None, Requests.NoAuth);
        return Requests.Step(request, Checks.StatusIn(200, 204, 302, 303), Checks.NoErrors);
    }
}
