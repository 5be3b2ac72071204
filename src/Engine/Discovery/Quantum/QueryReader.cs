namespace Alicerce.Engine.Discovery.Quantum;

/// <summary>Reads <c>q:query</c> (S004-DISC-05).</summary>
internal static class QueryReader
{
    public static List<ComponentQuery> ReadAll(QuantumPage page) => [.. page.All("query").Select(Read)];

    public static string NameOf(QuantumElement query, int index) => QuantumValues.Text(query["name"]) ?? $"query-{index + 1}";

    private static ComponentQuery Read(QuantumElement element, int index)
    {
        string sql = element.Text.Trim();
        return new ComponentQuery
        {
            Name = NameOf(element, index),
            Datasource = QuantumValues.Text(element["datasource"]) ?? QuantumValues.Text(element["source"]),
            Sql = sql,
            Params = ReadParams(element),
            ReadOnly = SqlText.IsReadOnly(sql),
            Location = element.Location,
        };
    }

    private static List<QueryParameter> ReadParams(QuantumElement query)
    {
        var read = new List<QueryParameter>();
        foreach (QuantumElement child in query.Children)
        {
            if (child.Tag != "param" || QuantumValues.Text(child["name"]) is not { } name) continue;
            string type = QuantumValues.Text(child["type"])?.ToLowerInvariant() ?? "string";
            read.Add(new QueryParameter(name, type, child["value"], QuantumValues.IsTrue(child["null"])));
        }
        return read;
    }
}
