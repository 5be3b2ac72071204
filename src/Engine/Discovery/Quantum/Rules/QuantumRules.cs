namespace Alicerce.Engine.Discovery.Quantum.Rules;

/// <summary>All static rules about what the runtime makes of a well-formed page (D22, grammar sections 2 to 4).</summary>
internal static class QuantumRules
{
    public static IReadOnlyList<Action<QuantumPage, FindingList>> All { get; } =
    [
        ActionRules.Reachability,
        ActionRules.Protection,
        ActionRules.Method,
        ActionRules.Body,
        ParameterRules.Lengths,
        ParameterRules.Bounds,
        ParameterRules.Patterns,
        ParameterRules.Validators,
        ParameterRules.OfComponent,
        QueryRules.Name,
        QueryRules.Datasource,
        QueryRules.Parameters,
        QueryRules.Text,
        PageRules.ValidateTag,
        PageRules.RoleWithoutAuth,
        PageRules.IncludeTag,
        PageRules.ElseBesideIf,
        PageRules.RedirectTarget,
        PageRules.FunctionEndpoint,
    ];
}
