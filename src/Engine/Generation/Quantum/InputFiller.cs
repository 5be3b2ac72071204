using System.Text.RegularExpressions;
using Alicerce.Engine.Cases;
using Alicerce.Engine.Discovery;
using Alicerce.Engine.Generation.Values;
using Capture = Alicerce.Engine.Cases.Capture;

namespace Alicerce.Engine.Generation.Quantum;

/// <summary>Fills actions and forms with valid values. What only the running page knows is captured from it.</summary>
internal static class InputFiller
{
    private static readonly string[] TokenNames = ["csrf", "xsrf", "requestverification", "authenticity"];

    /// <summary>Input of an action: its parameters, and what the form that calls it adds to route the request (T004-39).</summary>
    public static Fields ForAction(Component component, ComponentAction action, Random random, bool requiredOnly = false)
    {
        var form = FormOf(component, action);
        var parameters = action.Params.Where(p => p.Required || !requiredOnly).ToList();
        var filled = new Filled();
        foreach (var parameter in parameters)
        {
            var field = form?.Fields.FirstOrDefault(f => f.Name == parameter.Name);
            if (field is not null && TakesPageValue(field)) filled.AddFixed(field);
            else filled.Add(field is null ? ValueRules.From(parameter) : ValueRules.Merge(field, parameter), random, parameter.Default);
        }
        foreach (var field in form?.Fields ?? [])
        {
            if (field.Type == "hidden" && action.Params.All(p => p.Name != field.Name)) filled.AddFixed(field);
        }
        return filled.ToFields(multipart: false);
    }

    /// <summary>Input of a form, each field once, with the named button that sends it.</summary>
    public static Fields ForForm(ComponentForm form, ComponentAction? action, FormField? button, Random random)
    {
        var filled = new Filled();
        foreach (var field in form.Fields.DistinctBy(f => f.Name))
        {
            if (field.Type is "submit" or "button" or "reset" or "image") continue;
            if (TakesPageValue(field)) filled.AddFixed(field);
            else filled.Add(ValueRules.Merge(field, action?.Params.FirstOrDefault(p => p.Name == field.Name)), random, ChoiceOf(field));
        }
        if (button is not null) filled.AddFixed(button);
        return filled.ToFields(form.Encoding.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The form of the page that calls this action: it shares a field, or is the only one that posts to the page.</summary>
    private static ComponentForm? FormOf(Component component, ComponentAction action)
    {
        var posting = component.Forms.Where(f => f.Method != "GET" && FormTarget.Of(f, component)?.Path == component.Route).ToList();
        return posting.Find(f => f.Fields.Any(x => action.Params.Any(p => p.Name == x.Name))) ?? (posting.Count == 1 && action.Params.Count == 0 ? posting[0] : null);
    }

    private static bool TakesPageValue(FormField field) => field.Type == "hidden" || (field.Type == "radio" && field.Value is not null);

    private static string? ChoiceOf(FormField field) => field.Type == "checkbox" && !IsExpression(field.Value) ? field.Value : null;

    private static bool IsExpression(string? value) => value is not null && value.Contains('{');

    private sealed class Filled
    {
        private readonly List<BodyField> _fields = [];
        private readonly List<Capture> _captures = [];
        private readonly Dictionary<string, string> _types = new(StringComparer.Ordinal);
        private bool _hasFile;

        public void Add(ValueRules rules, Random random, string? preferred)
        {
            var option = rules.Enum.FirstOrDefault(o => o.Length > 0 && !IsExpression(o));
            var value = option ?? (IsExpression(preferred) || rules.Type != "checkbox" ? null : preferred) ?? ValueFactory.Valid(rules with { Enum = [] }, random) ?? "";
            if (rules.Type is "file" or "binary")
            {
                _hasFile = true;
                _fields.Add(new(rules.Name, value, "test.txt", "text/plain"));
                return;
            }
            if (rules.IsNumber) _types[rules.Name] = "number";
            if (rules.Type is "boolean" or "bool") _types[rules.Name] = "boolean";
            _fields.Add(new(rules.Name, value));
        }

        /// <summary>A value that the page sets itself; where it is an expression, the running page is asked for it.</summary>
        public void AddFixed(FormField field)
        {
            if (Array.Exists(TokenNames, t => field.Name.Replace("_", "", StringComparison.Ordinal).Contains(t, StringComparison.OrdinalIgnoreCase)))
            {
                _captures.Add(new("csrf", "csrf"));
                _fields.Add(new(field.Name, "{{csrf}}"));
            }
            else if (IsExpression(field.Value))
            {
                var variable = "field_" + field.Name;
                _captures.Add(new(variable, "regex", $"""<(?:input|button)[^>]*\bname="{Regex.Escape(field.Name)}"[^>]*\bvalue="([^"]*)"""));
                _fields.Add(new(field.Name, $$$"""{{{{{variable}}}}}"""));
            }
            else
            {
                _fields.Add(new(field.Name, field.Value ?? ""));
            }
        }

        public Fields ToFields(bool multipart) => new(_fields) { IsMultipart = multipart || _hasFile, JsonTypes = _types, Captures = _captures };
    }
}
