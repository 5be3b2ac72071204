using Alicerce.Engine.Cases;
using Alicerce.Engine.Discovery;

namespace Alicerce.Engine.Generation.Quantum;

/// <summary>What a page reads from its query string: values bound into its queries, its own parameters, and its GET forms.</summary>
internal static class PageInputs
{
    private const string Prefix = "{query.";

    /// <summary>Names, each once, in the order of the file.</summary>
    public static IReadOnlyList<string> Names(Component component) =>
    [
        .. FromQueries(component).Select(q => q.Name)
            .Concat(component.Parameters.Where(p => p.Source is "auto" or "query").Select(p => p.Name))
            .Concat(component.Forms.Where(f => f.Method == "GET" && FormTarget.Of(f, component)?.Path == component.Route)
                .SelectMany(f => f.Fields).Where(f => f.Type is not ("hidden" or "submit")).Select(f => f.Name))
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>A page about one thing needs to be told which: the first.</summary>
    public static IReadOnlyList<NameValue> Identifiers(Component component) =>
        [.. FromQueries(component).Where(q => q.Type == "integer" && !IsPaging(q.Name)).Select(q => new NameValue(q.Name, "1")).Distinct()];

    private static bool IsPaging(string name) => name is "limit" or "offset" or "page" or "pagina";

    private static IEnumerable<(string Name, string Type)> FromQueries(Component component) =>
        from query in component.Queries
        from parameter in query.Params
        let value = parameter.Value?.Trim()
        where value is not null && value.StartsWith(Prefix, StringComparison.Ordinal) && value.EndsWith('}')
        select (value[Prefix.Length..^1], parameter.Type);
}
