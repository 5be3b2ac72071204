using Alicerce.Engine.Cases;
using Alicerce.Engine.Cases.Files;
using Alicerce.Engine.Discovery;

namespace Alicerce.Engine.Generation.Quantum;

/// <summary>Declared queries run on the environment's own datasource, reads only (S004-GEN-06, T004-41).</summary>
internal sealed class QueryCases : ICaseSource
{
    public string Kind => GenerationKinds.Query;

    public IEnumerable<TestCase> From(Component component, GenerationContext context)
    {
        foreach (var query in component.Queries)
        {
            var name = string.IsNullOrEmpty(query.Name) ? "query" : query.Name;
            if (WhyNot(query) is { } reason)
            {
                context.Note("query_left_out", $"{component.Name}: query '{name}' {reason}.", component);
                continue;
            }
            yield return new CaseDraft(component, CaseKind.Query, name, $"Query: {name} - executes", "Verify query executes without SQL errors")
            {
                Source = $"query:{name}",
                Steps =
                [
                    new Step
                    {
                        Name = $"query {name}",
                        Query = new QuerySpec(query.Datasource!, query.Sql, [.. query.Params.Select(p => new QueryArgument(p.Name, TypeOf(p), Value(p)))]),
                        Assertions = [Checks.NoSqlError, Checks.ReturnsData],
                    },
                ],
            }.Build();
        }
    }

    private static string? WhyNot(ComponentQuery query) => query switch
    {
        { ReadOnly: false } => "writes and is not run",
        { Datasource: null or "" } => "names no datasource and is not run",
        { Datasource: var d } when d.StartsWith("knowledge:", StringComparison.Ordinal) => "asks a knowledge base, not a database",
        { Datasource: var d } when d.Contains('{') => "names its datasource only at run time",
        { Sql: var sql } when sql.Contains('{') => "puts an expression into its SQL, which the server refuses",
        _ => null,
    };

    /// <summary>Queries bind a few types only; what a page calls anything else, an e-mail address say, is text to the database.</summary>
    private static string TypeOf(QueryParameter parameter) =>
        Array.Find(CaseFileKeys.ParamTypes, t => t.Equals(parameter.Type, StringComparison.OrdinalIgnoreCase)) ?? "string";

    /// <summary>A literal as it is; in place of an expression, a value of its type.</summary>
    private static string? Value(QueryParameter parameter)
    {
        if (parameter.Value is { } literal && !literal.Contains('{')) return literal;
        return TypeOf(parameter) switch
        {
            "integer" => "1",
            "decimal" => "1.5",
            "boolean" => "true",
            "datetime" => "2024-01-15T10:30:00Z",
            "date" => "2024-01-15",
            "time" => "10:30:00",
            "array" => "[\"test\"]",
            "json" => "{}",
            _ => $"test_{parameter.Name}",
        };
    }
}
