using Alicerce.Engine.Cases;
using Alicerce.Engine.Cases.Files;
using Alicerce.Engine.Files;
using Alicerce.Engine.Running;

namespace Alicerce.Engine.Projects;

/// <summary>One auth profile of <c>alicerce.yaml</c>.</summary>
internal static class AuthProfileNodes
{
    public static AuthProfile? Read(string name, YamlMap map, ProblemLog log)
    {
        var reader = new MapReader(map, $"auth profile '{name}'", ProjectConfigKeys.Auth, log);
        if (name == "none")
            log.Error(map, "'none' means no credentials and cannot be the name of a profile.", "Give it another name.");
        string type = reader.RequiredText("type");
        if (!CheckType(reader, type))
            return null;
        foreach (string secret in AuthCredentials.Members)
            WarnOfLiteral(reader, secret);
        return new AuthProfile
        {
            Type = type,
            Token = reader.Text("token"),
            In = reader.Word("in", ["header", "query"]),
            Name = reader.Text("name"),
            Value = reader.Text("value"),
            Username = reader.Text("username"),
            Password = reader.Text("password"),
            LoginPath = reader.Text("login_path"),
            Fields = ReadFields(reader),
            Success = [.. (reader.ListAt("success")?.Items ?? []).Select(a => AssertionNodes.Read(a, log)).OfType<Assertion>()],
        };
    }

    /// <summary>A secret written into a file that is committed is a leak waiting to happen; it still works, so it is a warning.</summary>
    public static void WarnOfLiteral(MapReader reader, string key)
    {
        if (reader.Node(key) is YamlScalar { Text.Length: > 0, IsNull: false } scalar && !AuthCredentials.IsReference(scalar.Text))
            reader.Log.Warning(scalar, $"'{key}' stands here in plain text.", "Write ${secret:NAME} and give its value with --secret NAME=env:VAR.");
    }

    private static bool CheckType(MapReader reader, string type)
    {
        if (type.Length == 0)
            return false;
        if (!ProjectConfigKeys.AuthTypes.TryGetValue(type, out (string[] Needed, string[] Optional) keys))
        {
            reader.Log.Error(reader.Node("type")!, $"'{type}' is not a type of auth profile.", Spelling.Suggest(type, ProjectConfigKeys.AuthTypes.Keys));
            return false;
        }
        foreach (string missing in keys.Needed.Where(k => !reader.Has(k) && !reader.HasUnknownKeys))
            reader.Log.Error(reader.Map, $"An auth profile of type '{type}' needs '{missing}'.", $"Add '{missing}: …'.");
        foreach (YamlEntry extra in reader.Map.Entries.Where(e => reader.Has(e.Key.Text) && e.Key.Text != "type" && !keys.Needed.Contains(e.Key.Text) && !keys.Optional.Contains(e.Key.Text)))
            reader.Log.Error(extra.Key, $"'{extra.Key.Text}' means nothing in an auth profile of type '{type}'.", $"It has: {string.Join(", ", keys.Needed.Concat(keys.Optional))}.");
        return true;
    }

    private static IReadOnlyDictionary<string, string> ReadFields(MapReader reader)
    {
        IReadOnlyDictionary<string, string> fields = reader.TextMap("fields");
        if (reader.Node("fields") is YamlMap map)
        {
            var secrets = new MapReader(map, "'fields'", [.. map.Entries.Select(e => e.Key.Text)], reader.Log);
            foreach (string field in fields.Keys.Where(f => CredentialNames.Fits(f)))
                WarnOfLiteral(secrets, field);
        }
        return fields;
    }
}
