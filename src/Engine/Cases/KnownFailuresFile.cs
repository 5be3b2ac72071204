using System.Globalization;
using Alicerce.Engine.Discovery;
using Alicerce.Engine.Files;

namespace Alicerce.Engine.Cases;

/// <summary>Reads <c>alicerce/known-failures.yaml</c>. It never throws on what the file holds; a broken entry costs that entry.</summary>
public static class KnownFailuresFile
{
    internal static readonly string[] FileKeys = ["known_failures"];

    internal static readonly string[] EntryKeys = ["key", "reason", "expires", "issue"];

    public static (IReadOnlyList<KnownFailure> Failures, IReadOnlyList<FileProblem> Problems) Read(string text, string fileName)
    {
        var problems = new List<FileProblem>();
        var log = new ProblemLog(fileName, problems.Add);
        var failures = new List<KnownFailure>();
        YamlNode? root = YamlNodeReader.Read(text, log);
        if (root is YamlMap map)
        {
            var file = new MapReader(map, "this file", FileKeys, log);
            foreach (YamlNode item in file.ListAt("known_failures")?.Items ?? [])
            {
                if ((item as YamlMap ?? file.Wrong<YamlMap>(item, "known_failures", "a list of maps")) is { } entry && ReadEntry(entry, log) is { } failure)
                    failures.Add(failure);
            }
        }
        else if (root is not null and not YamlScalar { IsNull: true })
        {
            log.Error(root, $"This file must be a map with the key 'known_failures', not {root.Kind}.", "Start it with 'known_failures:'.");
        }
        return (failures, problems);
    }

    private static KnownFailure? ReadEntry(YamlMap map, ProblemLog log)
    {
        int before = log.Errors;
        var entry = new MapReader(map, "a known failure", EntryKeys, log);
        string key = entry.RequiredText("key");
        string reason = entry.RequiredText("reason");
        string expires = entry.RequiredText("expires");
        if (!DateOnly.TryParseExact(expires, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) && expires.Length > 0)
            log.Error(entry.Node("expires")!, "'expires' must be a day.", "Write it as 2026-12-31.");
        string? issue = entry.Text("issue");
        return log.Errors == before ? new KnownFailure(key, reason, date, issue, new SourceLocation(map.Line, map.Column)) : null;
    }
}
