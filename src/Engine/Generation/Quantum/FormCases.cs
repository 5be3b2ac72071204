using Alicerce.Engine.Cases;
using Alicerce.Engine.Discovery;

namespace Alicerce.Engine.Generation.Quantum;

/// <summary>Forms are sent as a browser sends them: once per submit button and per option, and without each required field (S004-GEN-05, T004-42).</summary>
internal sealed class FormCases : ICaseSource
{
    private const int MaxOptions = 20;

    public string Kind => GenerationKinds.Form;

    public IEnumerable<TestCase> From(Component component, GenerationContext context)
    {
        for (var i = 0; i < component.Forms.Count; i++)
        {
            var form = component.Forms[i];
            if (FormTarget.Of(form, component) is not { } target)
            {
                context.Note("form_target", $"{component.Name}: form {Id(form)} goes to '{form.Action}', which is not a known path of the target; it is not sent.", component);
                continue;
            }
            var receiver = context.At(target.Path) ?? component;
            var owner = receiver.RequiresAuth ? receiver : component;
            if (!context.TryAuth(owner, owner.RequiresAuth, out var profile)) continue;
            var number = component.Forms.Take(i).Count(f => Id(f) == Id(form));
            var action = receiver.Actions.FirstOrDefault(a => a.Reachable && a.Operation is null);
            var crash = action is null ? null : EnforcedRules.CrashOf(receiver, action, context);
            foreach (var draft in Cases(new Sending(component, form, target, action, profile, number == 0 ? Id(form) : $"{Id(form)}-{number + 1}", crash), context))
                yield return draft.Build();
        }
    }

    private static string Id(ComponentForm form) => string.IsNullOrEmpty(form.Id) ? "form" : form.Id;

    private static IEnumerable<CaseDraft> Cases(Sending sending, GenerationContext context)
    {
        var (component, form, _, _, _, id, _) = sending;
        if (context.Login?.Is(component, form) == true)
        {
            yield return Login(sending, context);
        }
        else
        {
            var buttons = form.Buttons.Count == 0 ? [null] : form.Buttons.Cast<FormField?>().ToArray();
            var main = Fill(sending, buttons[0], $"{id}:submit", context);
            yield return Submit(sending, $"{id}:submit", "submit", main);
            foreach (var button in buttons.Skip(1))
            {
                var what = $"{id}:button:{button!.Name}={button.Value}";
                yield return Submit(sending, what, $"submit with {button.Value ?? button.Name}", Fill(sending, button, what, context));
            }
            foreach (var field in form.Fields.Where(f => f.Type is "select" or "radio"))
            {
                foreach (var option in Options(form, field).Skip(1).Take(MaxOptions))
                    yield return Submit(sending, $"{id}:option:{field.Name}={option}", $"submit with {field.Name} {option}", main.With(field.Name, option));
            }
        }
        if (!context.MayProbe(component)) yield break;
        foreach (var draft in MissingFields(sending, context)) yield return draft;
    }

    /// <summary>Options that are written in the file; a radio's options are the values of all fields with its name, told once.</summary>
    private static IEnumerable<string> Options(ComponentForm form, FormField field)
    {
        var values = field.Type == "select" ? field.Options
            : form.Fields.First(f => f.Name == field.Name) == field ? form.Fields.Where(f => f.Name == field.Name).Select(f => f.Value ?? "on") : [];
        return values.Where(o => o.Length > 0 && !o.Contains('{')).Distinct(StringComparer.Ordinal);
    }

    private static Fields Fill(Sending sending, FormField? button, string what, GenerationContext context)
    {
        var random = context.RandomFor(sending.Component, CaseKind.Form, what);
        var fields = InputFiller.ForForm(sending.Form, sending.Action, button, random);
        return sending.Form.Method == "GET" ? fields with { Items = [.. sending.Target.Query.Select(q => new BodyField(q.Name, q.Value)), .. fields.Items] } : fields;
    }

    private static CaseDraft Submit(Sending sending, string what, string title, Fields fields) =>
        Draft(sending, what, title, "Test form submission with valid data", fields,
            Checks.StatusIn(200, 201, 302, 303), Checks.NoErrors, sending.Form.Method == "GET" ? null : Checks.NotRejected, RedirectOf(sending));

    private static Assertion? RedirectOf(Sending sending) => sending.Form.Method == "GET" ? null : Checks.RedirectTo(sending.Action?.RedirectTo);

    private static CaseDraft Login(Sending sending, GenerationContext context)
    {
        var credentials = context.Options.LoginFields;
        var fields = context.Login!.Fill(context.RandomFor(sending.Component, CaseKind.Form, sending.Id), credentials);
        var signedOut = sending with { Profile = Requests.NoAuth };
        return credentials.Count > 0
            ? Submit(signedOut, $"{sending.Id}:submit", "submit", fields)
            : Draft(signedOut, $"{sending.Id}:submit", "submit", "Test form submission with credentials that do not exist", fields,
                Checks.StatusIn(200, 302, 303, 400, 401, 403, 422), Checks.NoErrors);
    }

    /// <summary>Only what the server checks: <c>required</c> in HTML alone is the browser's promise, not the server's.</summary>
    private static IEnumerable<CaseDraft> MissingFields(Sending sending, GenerationContext context)
    {
        if (sending.Action is not { } action || context.At(sending.Target.Path) is not { } receiver) yield break;
        foreach (var parameter in action.Params.Where(p => p.Required && EnforcedRules.Of(receiver, action, p, "missing", context).Enforced))
        {
            if (sending.Form.Method == "GET" || sending.Form.Fields.All(f => f.Name != parameter.Name || f.Type == "hidden")) continue;
            var what = $"{sending.Id}:without:{parameter.Name}";
            var fields = Fill(sending, sending.Form.Buttons is [var first, ..] ? first : null, what, context).Without(parameter.Name);
            yield return Draft(sending, what, $"without {parameter.Name}", $"Test that the form is refused without {parameter.Name}", fields, Checks.Rejected);
        }
    }

    private static CaseDraft Draft(Sending sending, string what, string title, string description, Fields fields, params IEnumerable<Assertion?> assertions)
    {
        var (component, form, target, _, profile, id, _) = sending;
        var page = component.Route ?? target.Path;
        var request = Requests.Send(form.Method == "GET" ? "GET" : "POST", target.Path, fields, profile, referer: page);
        if (form.Method != "GET") request = request with { Query = target.Query };
        return new(component, CaseKind.Form, what, $"Form: {id} - {title}", description)
        {
            Source = $"form:{Id(form)}",
            Steps = fields.StepsTo(Requests.Step(request, assertions), page),
            Probes = sending.Crash,
        };
    }

    private sealed record Sending(Component Component, ComponentForm Form, FormTarget Target, ComponentAction? Action, string? Profile, string Id, string? Crash);
}
