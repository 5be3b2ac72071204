using Alicerce.Engine.Files;

namespace Alicerce.Engine.Cases.Files;

/// <summary>One exchange of a case file: a request or a query, its assertions and its captures.</summary>
internal static class StepNodes
{
    public static Step Read(MapReader step)
    {
        bool hasRequest = step.Has("request"), hasQuery = step.Has("query");
        if (hasRequest == hasQuery && !step.HasUnknownKeys)
        {
            step.Log.Error(step.Map, hasRequest ? "A step has a request or a query, not both." : "A step needs a request or a query.",
                hasRequest ? "Write two steps under 'steps:'." : "Add 'request: GET /path'.");
        }
        return new Step
        {
            Request = hasRequest ? RequestNodes.Read(step.Node("request")!, step.Log) : null,
            Query = hasQuery && step.MapAt("query") is { } query ? ReadQuery(query, step.Log) : null,
            Assertions = [.. (step.ListAt("asserts")?.Items ?? []).Select(a => AssertionNodes.Read(a, step.Log)).OfType<Assertion>()],
            Captures = [.. (step.ListAt("captures")?.Items ?? []).Select(c => ReadCapture(step, c)).OfType<Capture>()],
        };
    }

    /// <summary>Adds what the step says to the entries of its owner: the case itself, or an item of <c>steps</c>.</summary>
    public static void Write(Step step, List<YamlEntry> entries)
    {
        if (step.Name is not null)
            entries.Add(Nodes.Entry("name", Nodes.Text(step.Name)));
        if (step.Request is not null)
            entries.Add(Nodes.Entry("request", RequestNodes.Write(step.Request)));
        if (step.Query is not null)
            entries.Add(Nodes.Entry("query", WriteQuery(step.Query)));
        if (step.Assertions.Count > 0)
            entries.Add(Nodes.Entry("asserts", Nodes.List(step.Assertions.Select(AssertionNodes.Write))));
        if (step.Captures.Count > 0)
            entries.Add(Nodes.Entry("captures", Nodes.List(step.Captures.Select(WriteCapture))));
    }

    private static QuerySpec ReadQuery(YamlMap map, ProblemLog log)
    {
        var query = new MapReader(map, "a query", CaseFileKeys.Query, log);
        var arguments = new List<QueryArgument>();
        foreach (YamlNode item in query.ListAt("params")?.Items ?? [])
        {
            if ((item as YamlMap ?? query.Wrong<YamlMap>(item, "params", "a list of {name, type, value}")) is not { } param)
                continue;
            var reader = new MapReader(param, "a query parameter", CaseFileKeys.Param, log);
            arguments.Add(new QueryArgument(reader.RequiredText("name"), reader.Word("type", CaseFileKeys.ParamTypes) ?? "string", reader.Text("value")));
        }
        return new QuerySpec(query.RequiredText("datasource"), query.RequiredText("sql"), arguments);
    }

    private static YamlMap WriteQuery(QuerySpec query)
    {
        var entries = new List<YamlEntry> { Nodes.Entry("datasource", Nodes.Text(query.Datasource)), Nodes.Entry("sql", Nodes.Text(query.Sql)) };
        if (query.Arguments.Count > 0)
            entries.Add(Nodes.Entry("params", Nodes.List(query.Arguments.Select(WriteArgument))));
        return Nodes.Map(entries);
    }

    private static YamlMap WriteArgument(QueryArgument argument)
    {
        var entries = new List<YamlEntry> { Nodes.Entry("name", Nodes.Text(argument.Name)) };
        if (argument.Type != "string")
            entries.Add(Nodes.Entry("type", Nodes.Text(argument.Type)));
        if (argument.Value is not null)
            entries.Add(Nodes.Entry("value", Nodes.Text(argument.Value)));
        return Nodes.Inline(entries);
    }

    private static Capture? ReadCapture(MapReader step, YamlNode node)
    {
        if ((node as YamlMap ?? step.Wrong<YamlMap>(node, "captures", "a list of maps such as {name: token, jsonpath: $.token}")) is not { } map)
            return null;
        var capture = new MapReader(map, "a capture", CaseFileKeys.Capture, step.Log);
        string name = capture.RequiredText("name");
        bool optional = capture.Bool("optional", false);
        string[] sources = [.. CaseFileKeys.CaptureSources.Where(capture.Has)];
        if (sources.Length + (capture.Has("from") ? 1 : 0) != 1)
        {
            step.Log.Error(map, "A capture takes its value from exactly one place.", $"Add one of: {string.Join(", ", CaseFileKeys.CaptureSources)}.");
            return null;
        }
        return sources is [var source]
            ? new Capture(name, source, capture.Text(source), optional)
            : new Capture(name, capture.Word("from", CaseFileKeys.CaptureSources) ?? "", null, optional);
    }

    private static YamlMap WriteCapture(Capture capture)
    {
        var entries = new List<YamlEntry>
        {
            Nodes.Entry("name", Nodes.Text(capture.Name)),
            capture.Subject is null ? Nodes.Entry("from", Nodes.Text(capture.From)) : Nodes.Entry(capture.From, Nodes.Text(capture.Subject)),
        };
        if (capture.Optional)
            entries.Add(Nodes.Entry("optional", Nodes.Plain("true")));
        return Nodes.Inline(entries);
    }
}
