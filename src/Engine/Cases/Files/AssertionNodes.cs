using System.Text.Json.Nodes;
using Alicerce.Engine.Files;
using Alicerce.Engine.Formats;

namespace Alicerce.Engine.Cases.Files;

/// <summary>
/// Assertions as a person writes them: <c>status: 200</c>, <c>header: {name: content-type, contains: json}</c>,
/// <c>not: {contains: Traceback}</c>, or just <c>no_errors</c>.
/// </summary>
internal static class AssertionNodes
{
    /// <returns>The assertion; null when it is broken, which the log then tells.</returns>
    public static Assertion? Read(YamlNode node, ProblemLog log)
    {
        switch (node)
        {
            case YamlScalar word:
                return IsType(word, log) ? new Assertion { Type = word.Text } : null;
            case YamlMap { Entries: [{ Key.Text: "not", Value: var negated }] }:
                if (negated is YamlMap { Entries: [{ Key: { Text: "not" } again }] })
                {
                    log.Error(again, "'not' inside 'not' says nothing.", "Remove both.");
                    return null;
                }
                return Read(negated, log) is { } assertion ? assertion with { Not = true } : null;
            case YamlMap { Entries: [{ Key: var type, Value: var value }] }:
                return IsType(type, log) ? ReadDetails(type.Text, value, log) : null;
            default:
                log.Error(node, $"An assertion must be a word or a map with one key, not {node.Kind}{(node is YamlMap m ? $" with {m.Entries.Count} keys" : "")}.",
                    "Write '- status: 200', '- no_errors' or '- header: {name: content-type, contains: json}'; each assertion has a dash of its own.");
                return null;
        }
    }

    public static YamlNode Write(Assertion assertion)
    {
        YamlNode node = WriteDetails(assertion) is { } details ? Nodes.Map([Nodes.Entry(assertion.Type, details)]) : Nodes.Text(assertion.Type);
        return assertion.Not ? Nodes.Map([Nodes.Entry("not", node is YamlMap map ? map with { Inline = true } : node)]) : node;
    }

    private static Assertion? ReadDetails(string type, YamlNode value, ProblemLog log)
    {
        if (value is not YamlMap map)
            return new Assertion { Type = type, Value = YamlJson.ToJson(value) };

        string subjectKey = CaseFileKeys.SubjectKey(type);
        var details = new MapReader(map, $"a '{type}' assertion", [subjectKey, "value", .. CaseFileKeys.Operators], log);
        YamlEntry[] operators = [.. map.Entries.Where(e => CaseFileKeys.Operators.Contains(e.Key.Text) || e.Key.Text == "value")];
        if (operators.Length > 1)
        {
            log.Error(operators[1].Key, $"A second operator '{operators[1].Key.Text}' in one assertion.", "Give it a dash and an assertion of its own.");
            return null;
        }
        var assertion = new Assertion { Type = type, Subject = details.Text(subjectKey) };
        if (operators is not [{ Key.Text: var name, Value: var expected }])
            return assertion;
        if (name == "value")
            return assertion with { Value = YamlJson.ToJson(expected) };
        return ReadOperator(assertion, name, expected, log);
    }

    private static Assertion? ReadOperator(Assertion assertion, string name, YamlNode expected, ProblemLog log)
    {
        if (name == "in" && expected is not YamlList)
        {
            log.Error(expected, $"'in' needs a list, not {expected.Kind}.", "Write 'in: [200, 302]'.");
            return null;
        }
        JsonNode? value = YamlJson.ToJson(expected);
        bool says = CaseFileKeys.Unary.Contains(name) && value?.GetValueKind() == System.Text.Json.JsonValueKind.True;
        return assertion with { Operator = name, Value = says ? null : value };
    }

    private static YamlNode? WriteDetails(Assertion a)
    {
        YamlNode? value = a.Value is null ? null : Nodes.Json(a.Value);
        if (a.Subject is null && a.Operator is null)
            return value is YamlMap ? Nodes.Inline(Nodes.Entry("value", value)) : value;

        var entries = new List<YamlEntry>();
        if (a.Subject is not null)
            entries.Add(Nodes.Entry(CaseFileKeys.SubjectKey(a.Type), Nodes.Text(a.Subject)));
        if (a.Operator is not null)
            entries.Add(Nodes.Entry(a.Operator, value ?? Nodes.Plain(CaseFileKeys.Unary.Contains(a.Operator) ? "true" : "null")));
        else if (value is not null)
            entries.Add(Nodes.Entry("value", value));
        return Nodes.Inline([.. entries]);
    }

    private static bool IsType(YamlScalar word, ProblemLog log)
    {
        if (AssertionTypes.All.Contains(word.Text))
            return true;
        log.Error(word, $"'{(word.Text.Length > 60 ? word.Text[..60] + "…" : word.Text)}' is not an assertion.", Spelling.Suggest(word.Text, [.. AssertionTypes.All, "not"]));
        return false;
    }
}
