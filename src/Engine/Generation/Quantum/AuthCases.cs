using Alicerce.Engine.Cases;
using Alicerce.Engine.Discovery;

namespace Alicerce.Engine.Generation.Quantum;

/// <summary>Who may come in: nobody without a session, nobody with a made-up one, and only the declared role (S004-GEN-10).</summary>
internal sealed class AuthCases : ICaseSource
{
    /// <summary>Roles that usually may do everything: they prove nothing as the wrong role.</summary>
    private static readonly HashSet<string> Mighty = new(StringComparer.OrdinalIgnoreCase) { "admin", "administrator", "root", "owner", "superuser" };

    private const string MadeUpSession = "eyJ1c2VyIjp7ImlkIjoxfX0.invalid.signature";

    public string Kind => GenerationKinds.Auth;

    public IEnumerable<TestCase> From(Component component, GenerationContext context)
    {
        if (component.Route is null || component.Type == ComponentType.Api) return [];
        return Pages(component, context).Concat(Actions(component, context)).Concat(Login(component, context)).Select(d => d.Build());
    }

    private static IEnumerable<CaseDraft> Pages(Component component, GenerationContext context)
    {
        var get = Requests.Get(component.Route!, Requests.NoAuth);
        if (component.RequiresAuth)
        {
            yield return Case(component, "no-session", "refuses visitors without a session", Requests.Step(get, Checks.Refused));
            var cookie = get with { Headers = [new("Cookie", $"session={MadeUpSession}")] };
            yield return Case(component, "made-up-session", "refuses a made-up session", Requests.Step(cookie, Checks.Refused));
            foreach (var draft in Roles(component, context)) yield return draft;
        }
        else if (component.RequiredRole is { } role && context.FindingFor(component, component.Name, "role", "permission") is { } finding)
        {
            yield return Case(component, "role-without-auth", $"keeps its declared role '{role}'", Requests.Step(get, Checks.Refused)) with { Probes = finding };
        }
    }

    private static IEnumerable<CaseDraft> Roles(Component component, GenerationContext context)
    {
        if (context.TryAuth(component, true, out var profile) && profile is not null)
        {
            yield return Case(component, "signed-in", $"opens for {profile}",
                Requests.Step(Requests.Get(component.Route!, profile, PageInputs.Identifiers(component)), Checks.Status(200), Checks.NoErrors));
        }
        if (component.RequiredRole is not { } role) yield break;
        foreach (var other in OtherProfiles(role, profile, context))
        {
            yield return Case(component, $"wrong-role:{other}", $"refuses {other}, who lacks role '{role}'", Requests.Step(Requests.Get(component.Route!, other), Checks.Status(403)));
        }
    }

    /// <summary>Profiles with another role. Where nobody gave profiles roles, each counts by its name.</summary>
    private static IEnumerable<string> OtherProfiles(string role, string? right, GenerationContext context)
    {
        var roles = context.Options.RoleProfiles.Select(r => (Role: r.Key, Profile: r.Value));
        if (context.Options.RoleProfiles.Count == 0)
            roles = context.Options.AuthProfileNames.Select(n => (Role: n, Profile: n));
        return roles
            .Where(r => r.Profile != right && !r.Role.Equals(role, StringComparison.OrdinalIgnoreCase) && !Mighty.Contains(r.Role))
            .Select(r => r.Profile).Distinct(StringComparer.Ordinal);
    }

    private static IEnumerable<CaseDraft> Actions(Component component, GenerationContext context)
    {
        foreach (var action in component.Actions.Where(a => a.Reachable && a.Operation is null && a.Method != "GET"))
        {
            var finding = component.RequiresAuth || !action.RequiresAuth ? null : context.FindingFor(component, action.Name, "auth");
            if (!component.RequiresAuth && finding is null) continue;
            var what = $"action:{action.Name}:no-session";
            var fields = InputFiller.ForAction(component, action, context.RandomFor(component, CaseKind.Auth, what));
            if (fields.Captures.Count > 0) fields = fields with { Items = [.. fields.Items.Where(f => !f.Value.StartsWith("{{", StringComparison.Ordinal))], Captures = [] };
            var elsewhere = action.RedirectTo == context.Options.LoginPath ? null : Checks.RedirectTo(action.RedirectTo);
            yield return Case(component, what, $"action {action.Name} refuses visitors without a session",
                Requests.Step(Requests.Send(action.Method, component.Route!, fields, Requests.NoAuth), Checks.Refused, elsewhere is null ? null : elsewhere with { Not = true })) with
            {
                Source = $"action:{action.Name}",
                Probes = finding,
            };
        }
    }

    /// <summary>Wrong credentials leave the doors closed, whatever the login page answers.</summary>
    private static IEnumerable<CaseDraft> Login(Component component, GenerationContext context)
    {
        if (context.Login is not { } login || !ReferenceEquals(login.Page, component) || ProtectedPage(context) is not { } closed) yield break;
        const string What = "wrong-credentials";
        var fields = login.Fill(context.RandomFor(component, CaseKind.Auth, What), credentials: null);
        var steps = fields.StepsTo(
            Requests.Step(Requests.Send("POST", login.Target, fields, Requests.NoAuth, referer: component.Route), Checks.NoServerError, Checks.NoErrors), component.Route!);
        yield return Case(component, What, "wrong credentials open nothing", [.. steps, Requests.Step(Requests.Get(closed.Route!, Requests.NoAuth), Checks.Refused)]);
    }

    /// <summary>A page behind the login, one that any account may see where there is one.</summary>
    public static Component? ProtectedPage(GenerationContext context) => context.Components
        .Where(c => c.RequiresAuth && SmokeCases.Loads(c))
        .OrderBy(c => c.RequiredRole is null ? 0 : 1).FirstOrDefault();

    private static CaseDraft Case(Component component, string what, string title, params IReadOnlyList<Step> steps) =>
        new(component, CaseKind.Auth, what, $"Auth: {component.Name} - {title}", $"Verify on {component.Route}: {title}")
        {
            Source = $"component:{component.FilePath}",
            Steps = steps,
        };
}
