namespace Alicerce.Engine.Discovery.Quantum.Rules;

/// <summary>Rules about <c>q:param</c> of actions, functions and components; parameters of queries follow other rules.</summary>
internal static class ParameterRules
{
    /// <summary>The runtime reads lower-case names only.</summary>
    public static void Lengths(QuantumPage page, FindingList findings)
    {
        foreach (QuantumElement param in OfActions(page).Where(ParameterReader.HasCamelCaseLength))
            findings.NotEnforced("camel_case_length", param, $"the length of '{param["name"]}' is not checked: minLength and maxLength are ignored", "write minlength and maxlength", Subject(param));
    }

    public static void Bounds(QuantumPage page, FindingList findings)
    {
        foreach (QuantumElement param in OfActions(page).Where(ParameterReader.HasBounds))
        {
            string type = QuantumValues.Text(param["type"])?.ToLowerInvariant() ?? "string";
            if (ParameterReader.IsNumeric(type))
                findings.Broken("declared_not_enforced.integer_min_max", param, $"every number sent as '{param["name"]}' answers 500: bounds of {type} are compared as text", "remove min and max", Subject(param));
            else if (!ParameterReader.IsChecked(type))
                findings.NotEnforced("number_min_max", param, $"'{param["name"]}' accepts anything: type {type} is not checked, nor are its bounds", "use a pattern", Subject(param));
        }
    }

    /// <summary>A pattern is matched at the start of the value only.</summary>
    public static void Patterns(QuantumPage page, FindingList findings)
    {
        foreach (QuantumElement param in OfActions(page))
        {
            if (param["pattern"] is not { Length: > 0 } pattern || pattern.EndsWith('$')) continue;
            findings.Add(
                FindingSeverity.Info,
                "declared_not_enforced.pattern_prefix",
                param.Location,
                $"the pattern of '{param["name"]}' is matched at the start only: more text may follow",
                "end it with $",
                Subject(param));
        }
    }

    public static void Validators(QuantumPage page, FindingList findings)
    {
        foreach (QuantumElement param in OfActions(page).Where(p => p.Has("validate") || p.Has("validation")))
            findings.NotEnforced("param_validate", param, $"the validator of '{param["name"]}' is not applied", "use type=\"email\" or \"url\", or a pattern", Subject(param));
    }

    /// <summary>Values of the query string never reach a component's parameter, so a required one fails each time.</summary>
    public static void OfComponent(QuantumPage page, FindingList findings)
    {
        if (page.Root.Tag != "component") return;
        foreach (QuantumElement param in page.Root.Children.Where(c => c.Tag == "param" && QuantumValues.IsTrue(c["required"]) && !c.Has("default")))
        {
            findings.Add(
                FindingSeverity.Warning,
                "declared_not_enforced.component_param_required",
                param.Location,
                $"asked for by URL, this component answers 500: nothing can send its required parameter '{param["name"]}'",
                "give it a default, or read {query." + param["name"] + "}",
                param["name"]);
        }
    }

    private static IEnumerable<QuantumElement> OfActions(QuantumPage page) => page.All("param").Where(p => p.Parent?.Tag == "action");

    private static string Subject(QuantumElement param) => $"{param.Parent?["name"]}.{param["name"]}";
}
