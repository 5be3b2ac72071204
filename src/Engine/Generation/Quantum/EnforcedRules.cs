using Alicerce.Engine.Discovery;

namespace Alicerce.Engine.Generation.Quantum;

/// <summary>Whether the runtime keeps a declared rule: it must then be kept (enforced), or it is a finding to probe, or nobody knows.</summary>
internal readonly record struct Standing(bool Enforced, string? Finding);

/// <summary>Tells declared rules that the runtime keeps from those it ignores (D22), by what the scanner found.</summary>
internal static class EnforcedRules
{
    private static readonly HashSet<string> CheckedTypes = new(StringComparer.Ordinal) { "string", "email", "url", "integer", "decimal", "float", "boolean" };

    /// <param name="component">The component of the action.</param>
    /// <param name="action">The action of the parameter.</param>
    /// <param name="parameter">The parameter whose rule is broken.</param>
    /// <param name="label">The boundary that breaks it.</param>
    /// <param name="context">Knows the findings.</param>
    public static Standing Of(Component component, ComponentAction action, Parameter parameter, string label, GenerationContext context)
    {
        var subject = $"{action.Name}.{parameter.Name}";
        if (context.FindingFor(component, subject, WordsFor(label)) is { } own) return new(false, own);
        if (!parameter.Enforced && context.FindingFor(component, parameter.Name, "validate_tag") is { } tag) return new(false, tag);
        // A scanner that tells which rule is ignored says by that that the others are kept.
        var isTold = context.FindingFor(component, subject) is not null;
        if (!parameter.Enforced && !isTold) return new(false, null);
        return new(label != "wrong_type" || (CheckedTypes.Contains(parameter.Type) && parameter.Validate is null), null);
    }

    /// <summary>What happens when all required input is missing.</summary>
    public static Standing OfNothing(Component component, ComponentAction action, GenerationContext context)
    {
        var all = action.Params.Where(p => p.Required).Select(p => Of(component, action, p, "missing", context)).ToList();
        return all.Exists(s => s.Enforced) ? new(true, null) : new(false, all.Find(s => s.Finding is not null).Finding);
    }

    /// <summary>A finding that says that even valid input ends in an error.</summary>
    public static string? CrashOf(Component component, ComponentAction action, GenerationContext context) =>
        action.Params.Select(p => context.FindingFor(component, $"{action.Name}.{p.Name}", "integer_min_max")).FirstOrDefault(f => f is not null);

    private static string[] WordsFor(string label) => label switch
    {
        "min_length-1" or "min_length" or "max_length" or "max_length+1" => ["length", "integer_min_max"],
        "min-1" or "min" or "max" or "max+1" => ["min_max"],
        "wrong_type" => ["min_max", "param_validate"],
        _ => ["integer_min_max"],
    };
}
