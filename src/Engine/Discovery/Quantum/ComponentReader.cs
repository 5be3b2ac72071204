namespace Alicerce.Engine.Discovery.Quantum;

/// <summary>Puts a page together into the plain data of a <see cref="Component"/> (S004-DISC-03).</summary>
internal static class ComponentReader
{
    /// <summary>Tags whose effects leave the page, besides <c>q:invoke</c>.</summary>
    private static readonly string[] s_effects =
        ["mail", "file", "llm", "agent", "team", "knowledge", "websocket", "schedule", "job", "thread", "message", "queue", "subscribe", "python", "dispatchEvent"];

    public static Component Read(QuantumPage page, SourceFile file, string? route, string contentHash)
    {
        QuantumElement root = page.Root;
        List<ComponentAction> actions = ActionReader.ReadActions(page);
        List<ComponentQuery> queries = QueryReader.ReadAll(page);
        List<ComponentForm> forms = FormReader.ReadAll(page);
        List<ComponentFunction> functions = ActionReader.ReadFunctions(page);
        Conditional[] conditionals = [.. page.All("if").Select(ReadConditional)];
        Loop[] loops = [.. page.All("loop").Select(ReadLoop)];
        return new Component
        {
            FilePath = file.Path,
            Name = QuantumValues.Text(root["name"]) ?? QuantumValues.Text(root["id"]) ?? Stem(file.Path),
            Type = ComponentTypeRule.TypeOf(page, functions.Exists(f => f.Endpoint is not null)),
            Route = IsServed(root) ? route : null,
            Served = IsServed(root),
            RequiresAuth = QuantumValues.IsFlag(root["require_auth"]),
            RequiredRole = QuantumValues.Text(root["require_role"]) ?? QuantumValues.Text(root["require_permission"]),
            Parameters = ParameterReader.ReadAll(root),
            Actions = actions,
            Queries = queries,
            Forms = forms,
            Conditionals = conditionals,
            Loops = loops,
            Includes = ReadIncludes(page),
            Functions = functions,
            SideEffects = ReadSideEffects(page),
            LineCount = page.Document.LineCount,
            ComplexityScore = 1 + conditionals.Sum(c => c.Branches) + loops.Length + (2 * actions.Count) + queries.Count + forms.Count,
            FileModifiedAt = file.ModifiedAt,
            ContentHash = contentHash,
        };
    }

    /// <summary>Behaviours, prefabs and jobs are imported or scheduled, never asked for by URL.</summary>
    private static bool IsServed(QuantumElement root) => root.LocalName is not ("behavior" or "prefab" or "job");

    private static Conditional ReadConditional(QuantumElement element) => new(
        element["condition"]?.Trim() ?? "",
        1 + element.Children.Count(child => child.Tag is "elseif" or "else"));

    private static Loop ReadLoop(QuantumElement element)
    {
        if (element["query"] is { } query) return new Loop("query", query);
        string type = QuantumValues.Text(element["type"])?.ToLowerInvariant() ?? "range";
        return new Loop(type, type == "range" ? $"{element["from"]}..{element["to"]}" : QuantumValues.Text(element["items"]));
    }

    private static List<string> ReadIncludes(QuantumPage page)
    {
        var includes = new List<string>();
        foreach (QuantumElement import in page.All("import"))
        {
            string? name = import["component"] ?? import["behavior"] ?? import["prefab"] ?? import["tilemap"];
            string from = import["from"]?.Trim().TrimEnd('/') ?? "";
            if (from.StartsWith("./", StringComparison.Ordinal)) from = from[2..];
            Add(QuantumValues.Text(name) is { } imported ? from is "" or "." ? imported : $"{from}/{imported}" : QuantumValues.Text(from));
        }
        foreach (QuantumElement include in page.All("include")) Add(QuantumValues.Text(include["component"] ?? include["src"] ?? include["path"]));
        foreach (QuantumElement call in page.Calls)
        {
            if (!includes.Exists(i => i == call.LocalName || i.EndsWith("/" + call.LocalName, StringComparison.Ordinal))) includes.Add(call.LocalName);
        }
        return includes;

        void Add(string? path)
        {
            if (path is not null && !includes.Contains(path)) includes.Add(path);
        }
    }

    private static List<string> ReadSideEffects(QuantumPage page)
    {
        List<string> effects = [.. s_effects.Where(tag => page.All(tag).Any(e => e != page.Root))];
        foreach (QuantumElement invoke in page.All("invoke"))
        {
            string? target = QuantumValues.Text(invoke["url"]) ?? QuantumValues.Text(invoke["service"]);
            if (target is not null && !effects.Contains("invoke:" + target)) effects.Add("invoke:" + target);
        }
        return effects;
    }

    private static string Stem(string path) => Path.GetFileNameWithoutExtension(path);
}
