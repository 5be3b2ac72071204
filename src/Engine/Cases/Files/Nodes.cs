using System.Text.Json.Nodes;
using Alicerce.Engine.Files;
using Alicerce.Engine.Formats;

namespace Alicerce.Engine.Cases.Files;

/// <summary>Short ways to make the nodes that a case file is written from.</summary>
internal static class Nodes
{
    public static YamlScalar Text(string text) => new(text, Plain: false);

    /// <summary>A number, a word of ours or a duration: never quoted.</summary>
    public static YamlScalar Plain(string text) => new(text, Plain: true);

    public static YamlEntry Entry(string key, YamlNode value) => new(new YamlScalar(key, Plain: false), value);

    public static YamlMap Map(IReadOnlyList<YamlEntry> entries) => new(entries);

    public static YamlMap Inline(params IReadOnlyList<YamlEntry> entries) => Map(entries) with { Inline = true };

    public static YamlList List(IEnumerable<YamlNode> items, bool inline = false) => new([.. items]) { Inline = inline };

    /// <summary>A JSON value; text where YAML cannot carry it.</summary>
    public static YamlNode Json(JsonNode value)
    {
        string json = value.ToJsonString();
        return YamlJson.TryParse(json) switch
        {
            YamlMap map => map with { Inline = true },
            YamlList list => list with { Inline = true },
            { } scalar => scalar,
            null => Text(json),
        };
    }

    /// <summary>
    /// Names and values as a map; a name that repeats gets a list. Null when a map would lose something: the order of names that repeat apart
    /// from each other, or a name too long for a key.
    /// </summary>
    public static YamlMap? TryMap(IReadOnlyList<(string Name, string Value)> pairs)
    {
        var entries = new List<YamlEntry>();
        var seen = new HashSet<string>();
        for (int i = 0; i < pairs.Count;)
        {
            string name = pairs[i].Name;
            int end = i + 1;
            while (end < pairs.Count && pairs[end].Name == name)
                end++;
            if (name.Length > YamlText.MaxKeyLength || !seen.Add(name))
                return null;
            entries.Add(Entry(name, end - i == 1 ? Text(pairs[i].Value) : List(pairs.Skip(i).Take(end - i).Select(p => Text(p.Value)), inline: true)));
            i = end;
        }
        return Map(entries);
    }
}
