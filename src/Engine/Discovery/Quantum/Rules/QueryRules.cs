namespace Alicerce.Engine.Discovery.Quantum.Rules;

internal static class QueryRules
{
    public static void Name(QuantumPage page, FindingList findings)
    {
        foreach ((int index, QuantumElement query) in page.All("query").Index())
        {
            if (QuantumValues.Text(query["name"]) is null)
                findings.Broken("query.without_name", query, "a query without a name makes the page answer 400", "add name=\"…\"", QueryReader.NameOf(query, index));
        }
    }

    public static void Datasource(QuantumPage page, FindingList findings)
    {
        foreach ((int index, QuantumElement query) in page.All("query").Index())
        {
            if (!query.Has("datasource") && !query.Has("source"))
                findings.Broken("query.without_datasource", query, "a query needs a datasource or a source", "add datasource=\"…\"", QueryReader.NameOf(query, index));
        }
    }

    /// <summary>Each <c>:name</c> needs a <c>q:param</c>, and a cast <c>::type</c> reads as one.</summary>
    public static void Parameters(QuantumPage page, FindingList findings)
    {
        foreach ((int index, QuantumElement query) in SqlQueries(page))
        {
            string name = QueryReader.NameOf(query, index);
            string sql = query.Text;
            if (SqlText.HasCast(sql))
                findings.Broken("declared_not_enforced.sql_cast", query, $"query '{name}' makes the page answer 400: the runtime takes :: for a parameter", "write CAST(x AS type)", name);
            foreach (string unbound in SqlText.NamedParameters(sql).Where(p => !query.Children.Any(c => c.Tag == "param" && c["name"] == p)))
                findings.Broken("query.unbound_parameter", query, $"query '{name}' makes the page answer 400: :{unbound} has no q:param", $"add <q:param name=\"{unbound}\" value=\"…\" />", $"{name}.{unbound}");
        }
    }

    public static void Text(QuantumPage page, FindingList findings)
    {
        foreach ((int index, QuantumElement query) in SqlQueries(page))
        {
            if (SqlText.HasBraces(query.Text))
            {
                string name = QueryReader.NameOf(query, index);
                findings.Broken("declared_not_enforced.brace_in_sql", query, $"query '{name}' makes the page answer 400: {{…}} in SQL is refused", "bind the value with q:param", name);
            }
        }
    }

    /// <summary>A <c>knowledge:</c> source is a vector base, not SQL.</summary>
    private static IEnumerable<(int Index, QuantumElement Query)> SqlQueries(QuantumPage page) =>
        page.All("query").Index().Where(q => q.Item["datasource"]?.StartsWith("knowledge:", StringComparison.Ordinal) != true);
}
