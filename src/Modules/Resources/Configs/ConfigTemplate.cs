using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Alicerce.Modules.Resources.Formats;

namespace Alicerce.Modules.Resources.Configs;

/// <summary>
/// A team's own file with places such as <c>{{port:shop-web}}</c>. Whatever stands in two braces is filled in or is a mistake: nothing that is unresolved
/// leaves. A value that is not plain has to say how it is quoted: <c>{{var:GREETING|yaml}}</c>.
/// </summary>
internal static partial class ConfigTemplate
{
    private const string Places =
        "project, environment, host, base_url, port:SERVICE, host:SERVICE, url:SERVICE, var:NAME, and open for two braces themselves";

    // Characters that mean nothing anywhere; YAML's own quoting is JSON's.
    private static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="ConfigMistakesException">With every place that cannot be filled in, by line.</exception>
    public static string Render(string template, ConfigFacts facts)
    {
        var mistakes = new List<string>();
        var text = Place().Replace(template, match =>
        {
            try
            {
                return Fill(match.Groups["name"].Value.Trim(), match.Groups["quote"] is { Success: true } quote ? quote.Value.Trim() : null, facts);
            }
            catch (ConfigMistakesException mistake)
            {
                mistakes.Add($"Line {template.AsSpan(0, match.Index).Count('\n') + 1}: {mistake.Message}");
                return "";
            }
        });
        if (Open().Match(Place().Replace(template, match => new string(' ', match.Length))) is { Success: true } open) mistakes.Add($"Line {template.AsSpan(0, open.Index).Count('\n') + 1}: two braces are opened and not closed on the same line; write {{{{open}}}} for the braces themselves.");
        return mistakes.Count == 0 ? text : throw new ConfigMistakesException(mistakes);
    }

    private static string Fill(string place, string? quote, ConfigFacts facts)
    {
        if (place == "open") return "{{";
        var value = ValueOf(place, facts);
        return quote switch
        {
            null when Plain().IsMatch(value) => value,
            null => throw Mistake($"{{{{{place}}}}} is not plain: say how it is quoted, with |yaml, |json, |env or |raw."),
            "yaml" or "json" => JsonSerializer.Serialize(value, s_json),
            "env" => DotEnv.Write("", value)[1..],
            "raw" => value,
            _ => throw Mistake($"There is no quoting '{quote}'; there are yaml, json, env and raw."),
        };
    }

    private static string ValueOf(string place, ConfigFacts facts)
    {
        var (kind, name) = place.Split(':', 2) is [var first, var second] ? (first, second) : (place, "");
        return kind switch
        {
            "project" when name.Length == 0 => facts.Project,
            "environment" when name.Length == 0 => facts.Environment ?? throw Mistake("{{environment}}: the file is generated for no environment."),
            "host" when name.Length == 0 => facts.Host,
            "base_url" when name.Length == 0 => facts.BaseUrl ?? throw Mistake("{{base_url}}: the environment has none."),
            "port" => $"{PortOf(name, facts).Port}",
            "host" => PortOf(name, facts).Host,
            "url" => facts.Services.FirstOrDefault(service => service.Name == name)?.Url ?? throw Mistake($"There is no registered service '{name}' in {facts.Place}."),
            "var" => facts.Variables.GetValueOrDefault(name) ?? throw Mistake($"There is no variable '{name}' in {facts.Place}."),
            "secret" => throw Mistake("A secret is written into the env file only: refer to it from there."),
            _ => throw Mistake($"There is no place '{place}'; there are {Places}."),
        };
    }

    private static ConfigPort PortOf(string service, ConfigFacts facts) =>
        facts.Ports.FirstOrDefault(port => port.Service == service) ?? throw Mistake($"No port is allocated for '{service}' on {facts.Host}.");

    private static ConfigMistakesException Mistake(string text) => new([text]);

    [GeneratedRegex(@"\{\{(?<name>[^{}|\n]*)(\|(?<quote>[^{}|\n]*))?\}\}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Place();

    [GeneratedRegex(@"\{\{", RegexOptions.NonBacktracking)]
    private static partial Regex Open();

    [GeneratedRegex(@"^[A-Za-z0-9_.:/@-]*\z", RegexOptions.NonBacktracking)]
    private static partial Regex Plain();
}
