namespace Alicerce.Engine.Discovery.Quantum;

/// <summary>Reads HTML forms with every kind of field (S004-DISC-06, T004-33).</summary>
internal static class FormReader
{
    public static List<ComponentForm> ReadAll(QuantumPage page) => [.. page.Forms.Select(Read)];

    private static ComponentForm Read(QuantumElement form)
    {
        var fields = new List<FormField>();
        var buttons = new List<FormField>();
        Collect(form, fields, buttons);
        bool multipart = string.Equals(form["enctype"]?.Trim(), "multipart/form-data", StringComparison.OrdinalIgnoreCase);
        return new ComponentForm
        {
            Id = QuantumValues.Text(form["id"]) ?? QuantumValues.Text(form["name"]),
            Action = form.Prefixed(QuantumVocabulary.Prefix, "action") ?? QuantumValues.Text(form["action"]),
            Method = QuantumValues.Method(form["method"], "GET"),
            Encoding = multipart ? "multipart/form-data" : "application/x-www-form-urlencoded",
            Fields = fields,
            Buttons = buttons,
            Location = form.Location,
        };
    }

    private static void Collect(QuantumElement parent, List<FormField> fields, List<FormField> buttons)
    {
        foreach (QuantumElement element in parent.Children)
        {
            if (element.Prefix.Length == 0) Note(element, fields, buttons);
            Collect(element, fields, buttons);
        }
    }

    private static void Note(QuantumElement element, List<FormField> fields, List<FormField> buttons)
    {
        switch (element.LocalName)
        {
            case "input" when InputType(element) is "submit" or "image": AddNamed(buttons, element, "submit"); break;
            case "input" when InputType(element) is not ("button" or "reset"): AddNamed(fields, element, InputType(element)); break;
            case "textarea": AddNamed(fields, element, "textarea"); break;
            case "select": AddNamed(fields, element, "select"); break;
            case "button" when InputType(element, "submit") == "submit": AddNamed(buttons, element, "submit"); break;
        }
    }

    private static string InputType(QuantumElement element, string otherwise = "text") => QuantumValues.Text(element["type"])?.ToLowerInvariant() ?? otherwise;

    /// <summary>A field without a name is never sent, so it is no field.</summary>
    private static void AddNamed(List<FormField> to, QuantumElement element, string type)
    {
        if (QuantumValues.Text(element["name"]) is not { } name) return;
        IReadOnlyList<string> options = type == "select" ? Options(element) : [];
        int known = type == "radio" ? to.FindIndex(f => f.Type == "radio" && f.Name == name) : -1;
        if (known >= 0)
        {
            to[known] = WithChoice(to[known], element);
            return;
        }
        to.Add(new FormField
        {
            Name = name,
            Type = type,
            Required = element.Has("required"),
            Value = type == "textarea" ? QuantumValues.Text(element.Text) : type == "select" ? SelectedOption(element) : element["value"],
            Options = type == "radio" ? [element["value"] ?? "on"] : options,
            Pattern = element["pattern"],
            Min = QuantumValues.Number(element["min"]),
            Max = QuantumValues.Number(element["max"]),
            MinLength = QuantumValues.Count(element["minlength"]),
            MaxLength = QuantumValues.Count(element["maxlength"]),
        });
    }

    /// <summary>Radio buttons of one name are one field with several options.</summary>
    private static FormField WithChoice(FormField field, QuantumElement radio) => field with
    {
        Options = [.. field.Options, radio["value"] ?? "on"],
        Required = field.Required || radio.Has("required"),
        Value = radio.Has("checked") ? radio["value"] : field.Value,
    };

    private static List<string> Options(QuantumElement select) => [.. OptionElements(select).Select(ValueOf)];

    private static string? SelectedOption(QuantumElement select) => OptionElements(select).FirstOrDefault(o => o.Has("selected")) is { } selected ? ValueOf(selected) : null;

    private static string ValueOf(QuantumElement option) => option["value"] ?? option.Text.Trim();

    private static IEnumerable<QuantumElement> OptionElements(QuantumElement parent) => parent.Children.SelectMany(
        child => child is { Prefix: "", LocalName: "option" } ? [child] : OptionElements(child));
}
