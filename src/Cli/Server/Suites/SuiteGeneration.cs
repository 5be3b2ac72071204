using System.Text.Json;
using Alicerce.Cli.Server.Connection;
using Alicerce.Cli.Server.Wire;
using Alicerce.Engine.Generation;

namespace Alicerce.Cli.Server.Suites;

/// <summary>Asks the server to generate a suite.</summary>
internal static class SuiteGeneration
{
    public const string DefaultName = "Auto Suite";

    public static Task<ServerAnswer<GenerateAnswer>> RunAsync(
        ServerClient client, RemoteProject project, string name, IReadOnlyList<string> types, int? seed, bool preview, CancellationToken ct)
    {
        var input = new GenerateInput(name, types.Count > 0 ? types : null, seed, preview);
        var content = RequestContent.Json(input, ServerJson.Default.GenerateInput);
        return client.SendAsync(HttpMethod.Post, $"projects/{project.Id}/test-suites/generate", content, ServerJson.Default.GenerateAnswer, ct);
    }

    /// <exception cref="UserError">A kind that the generator does not know.</exception>
    public static string[] ReadTypes(string[]? values)
    {
        string[] types = [.. (values ?? []).SelectMany(v => v.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
        return GenerationKinds.Problem(types) is { } problem ? throw new UserError(problem) : types;
    }

    public static void ShowWarnings(GenerateAnswer answer, TextWriter to)
    {
        foreach (var warning in answer.Warnings ?? [])
        {
            var text = warning.ValueKind == JsonValueKind.Object && warning.TryGetProperty("message", out var message) ? message.ToString() : warning.ToString();
            to.WriteLine($"! {PlainText.OneLine(text)}");
        }
    }
}
