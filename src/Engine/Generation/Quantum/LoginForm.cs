using Alicerce.Engine.Discovery;

namespace Alicerce.Engine.Generation.Quantum;

/// <summary>The form that signs visitors in: made-up values cannot succeed there, so it is treated on its own.</summary>
internal sealed record LoginForm(Component Page, ComponentForm Form, string Target)
{
    private static readonly string[] Names = ["login", "signin", "sign-in", "sign_in", "entrar", "logon", "acesso"];

    /// <summary>A posting form with exactly one password, on the login path or on a page or action with a telling name.</summary>
    public static LoginForm? Find(GenerationContext context)
    {
        var found =
            from component in context.Components
            from form in component.Forms
            where form.Method != "GET" && form.Fields.Count(f => f.Type == "password") == 1
            let target = FormTarget.Of(form, component)
            where target is not null
            let onPath = component.Route == context.Options.LoginPath || target.Path == context.Options.LoginPath
            where onPath || IsTelling(component.Name) || component.Actions.Any(a => IsTelling(a.Name))
            orderby onPath ? 0 : 1
            select new LoginForm(component, form, target.Path);
        return found.FirstOrDefault();
    }

    /// <summary>What to send: the form's hidden fields, with the given credentials or with wrong ones.</summary>
    public Fields Fill(Random random, IReadOnlyDictionary<string, string>? credentials)
    {
        var fields = InputFiller.ForForm(Form, Page.Actions.FirstOrDefault(a => a.Reachable), Form.Buttons is [var first, ..] ? first : null, random);
        foreach (var (name, value) in credentials ?? new Dictionary<string, string>()) fields = fields.With(name, value);
        return fields;
    }

    public bool Is(Component component, ComponentForm form) => ReferenceEquals(Page, component) && ReferenceEquals(Form, form);

    /// <summary>The action that this form calls.</summary>
    public bool Calls(Component component, ComponentAction action) => Target == component.Route && action.Reachable && component.Actions.Contains(action);

    private static bool IsTelling(string name) => Array.Exists(Names, n => name.Contains(n, StringComparison.OrdinalIgnoreCase));
}
