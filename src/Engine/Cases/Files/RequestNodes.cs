using Alicerce.Engine.Files;
using Alicerce.Engine.Formats;

namespace Alicerce.Engine.Cases.Files;

/// <summary>A request of a case file: <c>GET /path</c> in one line, or a map.</summary>
internal static class RequestNodes
{
    /// <returns>The request, its broken parts left out; the log then has an error.</returns>
    public static RequestSpec? Read(YamlNode node, ProblemLog log)
    {
        if (node is YamlScalar line)
            return ReadLine(line, log);
        if (node is not YamlMap map)
        {
            log.Error(node, $"'request' must be 'METHOD /path' or a map, not {node.Kind}.", "Write 'request: GET /login'.");
            return null;
        }
        var request = new MapReader(map, "a request", CaseFileKeys.Request, log, CaseFileKeys.RequestAdvice);
        string path = request.RequiredText("path");
        if (path.Length > 0)
            CheckPath(path, request.Node("path")!, log);
        return new RequestSpec
        {
            Method = ReadMethod(request, log),
            Target = path,
            Query = ReadPairs(request, "query"),
            Headers = ReadPairs(request, "headers"),
            Auth = request.Text("auth"),
            FollowRedirects = request.Bool("follow_redirects", false),
            Body = request.MapAt("body") is { } body ? ReadBody(body, log) : null,
        };
    }

    public static YamlNode Write(RequestSpec request)
    {
        bool isShort = request is { Query.Count: 0, Headers.Count: 0, Auth: null, FollowRedirects: false, Body: null };
        if (isShort && IsMethod(request.Method) && request.Target.StartsWith('/'))
            return Nodes.Text($"{request.Method} {request.Target}");

        var entries = new List<YamlEntry>();
        if (request.Method != "GET")
            entries.Add(Nodes.Entry("method", Nodes.Text(request.Method)));
        entries.Add(Nodes.Entry("path", Nodes.Text(request.Target)));
        if (request.Query.Count > 0)
            entries.Add(Nodes.Entry("query", WritePairs(request.Query)));
        if (request.Headers.Count > 0)
            entries.Add(Nodes.Entry("headers", WritePairs(request.Headers)));
        if (request.Auth is not null)
            entries.Add(Nodes.Entry("auth", Nodes.Text(request.Auth)));
        if (request.FollowRedirects)
            entries.Add(Nodes.Entry("follow_redirects", Nodes.Plain("true")));
        if (request.Body is not null)
            entries.Add(Nodes.Entry("body", WriteBody(request.Body)));
        return Nodes.Map(entries);
    }

    private static RequestSpec? ReadLine(YamlScalar line, ProblemLog log)
    {
        int space = line.Text.IndexOf(' ');
        string method = space < 0 ? "GET" : line.Text[..space];
        string path = line.Text[(space + 1)..];
        if (!IsMethod(method) || path.Length == 0)
        {
            log.Error(line, $"A request in one line is 'METHOD /path', not {line.Kind}.", "Write 'request: GET /login'.");
            return null;
        }
        CheckPath(path, line, log);
        return new RequestSpec { Method = method, Target = path };
    }

    private static void CheckPath(string path, YamlNode at, ProblemLog log)
    {
        if (path[0] == '/' && !path.StartsWith("//", StringComparison.Ordinal) || path.StartsWith("{{", StringComparison.Ordinal))
            return;
        string hint = path.Contains("://", StringComparison.Ordinal)
            ? "Write the path alone; the host comes from 'base_url' of the environment."
            : $"Write '/{path.TrimStart('/')}'.";
        log.Error(at, "A path starts with exactly one slash.", hint);
    }

    private static string ReadMethod(MapReader request, ProblemLog log)
    {
        string method = request.Text("method") ?? "GET";
        if (!IsMethod(method))
            log.Error(request.Node("method")!, "A method is a word in capitals.", "Write GET, POST, PUT, PATCH, DELETE, HEAD or OPTIONS.");
        return method;
    }

    private static bool IsMethod(string text) => text.Length is > 0 and <= 32 && !text.AsSpan().ContainsAnyExceptInRange('A', 'Z');

    private static List<NameValue> ReadPairs(MapReader owner, string key)
    {
        var pairs = new List<NameValue>();
        switch (owner.Node(key))
        {
            case YamlMap map:
                foreach (YamlEntry entry in map.Entries)
                    pairs.AddRange(ReadValues(owner, entry).Select(v => new NameValue(entry.Key.Text, v)));
                break;
            case YamlList list:
                foreach (YamlNode item in list.Items)
                {
                    if ((item as YamlMap ?? owner.Wrong<YamlMap>(item, key, "a list of {name, value}")) is not { } map)
                        continue;
                    var pair = new MapReader(map, $"an item of '{key}'", CaseFileKeys.NameValue, owner.Log);
                    pairs.Add(new NameValue(pair.RequiredText("name", allowEmpty: true), pair.Text("value") ?? ""));
                }
                break;
            case { } other and not YamlScalar { IsNull: true }:
                owner.Wrong<object>(other, key, "a map of names and values");
                break;
        }
        return pairs;
    }

    private static IEnumerable<string> ReadValues(MapReader owner, YamlEntry entry)
    {
        foreach (YamlNode value in entry.Value is YamlList list ? list.Items : [entry.Value])
        {
            if (value is YamlScalar scalar)
                yield return scalar.IsNull ? "" : scalar.Text;
            else
                owner.Wrong<string>(value, entry.Key.Text, "a text or a list of texts");
        }
    }

    private static YamlNode WritePairs(IReadOnlyList<NameValue> pairs) =>
        (YamlNode?)Nodes.TryMap([.. pairs.Select(p => (p.Name, p.Value))])
        ?? Nodes.List(pairs.Select(p => Nodes.Inline(Nodes.Entry("name", Nodes.Text(p.Name)), Nodes.Entry("value", Nodes.Text(p.Value)))));

    private static RequestBody? ReadBody(YamlMap map, ProblemLog log)
    {
        var body = new MapReader(map, "a body", CaseFileKeys.Body, log);
        YamlEntry[] contents = [.. map.Entries.Where(e => e.Key.Text != "content_type" && CaseFileKeys.Body.Contains(e.Key.Text))];
        if (contents is not [{ Key: var kind, Value: var content }])
        {
            log.Error(contents.Length == 0 ? map : contents[1].Key, "A body has exactly one of json, json_text, form, multipart and text.");
            return null;
        }
        string? contentType = body.Text("content_type");
        return kind.Text switch
        {
            "json" => new RequestBody { Kind = BodyKind.Json, Text = YamlJson.ToText(content), ContentType = contentType },
            "json_text" => new RequestBody { Kind = BodyKind.Json, Text = body.Text(kind.Text), ContentType = contentType },
            "text" => new RequestBody { Kind = BodyKind.Raw, Text = body.Text(kind.Text), ContentType = contentType },
            var fields => new RequestBody
            {
                Kind = fields == "form" ? BodyKind.Form : BodyKind.Multipart,
                Fields = ReadFields(body, kind.Text, content),
                ContentType = contentType,
            },
        };
    }

    private static List<BodyField> ReadFields(MapReader body, string kind, YamlNode content)
    {
        if (content is not YamlList list)
            return [.. ReadPairs(body, kind).Select(p => new BodyField(p.Name, p.Value))];
        var fields = new List<BodyField>();
        foreach (YamlNode item in list.Items)
        {
            if ((item as YamlMap ?? body.Wrong<YamlMap>(item, kind, "a map or a list of {name, value}")) is not { } map)
                continue;
            var field = new MapReader(map, "a field", CaseFileKeys.Field, body.Log);
            fields.Add(new BodyField(field.RequiredText("name", allowEmpty: true), field.Text("value") ?? "", field.Text("file"), field.Text("content_type")));
        }
        return fields;
    }

    private static YamlMap WriteBody(RequestBody body)
    {
        var entries = new List<YamlEntry>();
        switch (body.Kind)
        {
            case BodyKind.Json when body.Text is not null && YamlJson.TryParse(body.Text) is { } value && YamlJson.ToText(value) == body.Text:
                entries.Add(Nodes.Entry("json", value));
                break;
            case BodyKind.Json or BodyKind.Raw:
                entries.Add(Nodes.Entry(body.Kind == BodyKind.Json ? "json_text" : "text", body.Text is null ? Nodes.Plain("null") : Nodes.Text(body.Text)));
                break;
            default:
                entries.Add(Nodes.Entry(body.Kind == BodyKind.Form ? "form" : "multipart", WriteFields(body.Fields)));
                break;
        }
        if (body.ContentType is not null)
            entries.Add(Nodes.Entry("content_type", Nodes.Text(body.ContentType)));
        return Nodes.Map(entries);
    }

    private static YamlNode WriteFields(IReadOnlyList<BodyField> fields)
    {
        if (fields.All(f => f is { FileName: null, ContentType: null }) && Nodes.TryMap([.. fields.Select(f => (f.Name, f.Value))]) is { } map)
            return map;
        return Nodes.List(fields.Select(WriteField));
    }

    private static YamlMap WriteField(BodyField field)
    {
        var entries = new List<YamlEntry> { Nodes.Entry("name", Nodes.Text(field.Name)), Nodes.Entry("value", Nodes.Text(field.Value)) };
        if (field.FileName is not null)
            entries.Add(Nodes.Entry("file", Nodes.Text(field.FileName)));
        if (field.ContentType is not null)
            entries.Add(Nodes.Entry("content_type", Nodes.Text(field.ContentType)));
        return Nodes.Inline(entries);
    }
}
