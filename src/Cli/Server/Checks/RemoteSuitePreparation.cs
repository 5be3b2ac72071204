using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Alicerce.Cli.Check;
using Alicerce.Cli.Project;
using Alicerce.Cli.Server.Connection;
using Alicerce.Cli.Server.Suites;
using Alicerce.Cli.Server.Wire;
using Alicerce.Engine.Cases;
using Alicerce.Engine.Cases.Files;
using Alicerce.Engine.Projects;
using Alicerce.Engine.Running;

namespace Alicerce.Cli.Server.Checks;

/// <summary>Brings the suite of a check on the server up to date: generate, then the project's own case files, then how to sign in.</summary>
internal sealed class RemoteSuitePreparation(ServerClient client, CheckOptions options, TextWriter log)
{
    public async Task<int> PrepareAsync(RemoteProject project, ProjectFolder folder, string? environment, CancellationToken ct)
    {
        var seed = options.Seed ?? folder.Config.Generate.Seed;
        var generated = (await SuiteGeneration.RunAsync(client, project, SuiteGeneration.DefaultName, folder.TypesToGenerate(SuiteGeneration.ReadTypes([.. options.Types])), seed, preview: false, ct)).Value;
        SuiteGeneration.ShowWarnings(generated, log);
        await log.WriteLineAsync($"Suite '{SuiteGeneration.DefaultName}': {SuiteDifferenceText.Totals(generated.Diff)}");
        var suiteId = generated.Id ?? throw new UserError($"The server at {client.Address} generated a suite without an id.", ExitCodes.ServerUnavailable);
        if (folder.Cases.HasFiles)
            await ImportAsync(suiteId, folder, ct);
        if (folder.Config.Auth.Count > 0)
            await ConfigureAsync(suiteId, folder, environment, ct);
        return suiteId;
    }

    private async Task ImportAsync(int suiteId, ProjectFolder folder, CancellationToken ct)
    {
        List<TestCase> cases = await folder.Cases.ReadAsync(new KeyPlaces(), ct).Select(read => read.Case).ToListAsync(ct);
        var yaml = Encoding.UTF8.GetBytes(CaseFileWriter.Write(cases));
        var diff = (await SuiteFileCommands.ImportAsync(client, suiteId, yaml, preview: false, ct)).Value;
        await log.WriteLineAsync($"Case files: {SuiteDifferenceText.Totals(diff)}");
    }

    /// <summary>Profiles go into the suite's configuration beside what stands there; their values are references to secrets of the server.</summary>
    private async Task ConfigureAsync(int suiteId, ProjectFolder folder, string? environment, CancellationToken ct)
    {
        var suite = (await client.GetAsync($"test-suites/{suiteId}", ServerJson.Default.RemoteSuite, ct)).Value;
        var config = suite.Config is { ValueKind: JsonValueKind.Object } now ? JsonObject.Create(now)! : [];
        config["auth_profiles"] = new JsonObject(folder.Config.Auth.Select(p => KeyValuePair.Create<string, JsonNode?>(p.Key, ProfileOf(p.Key, p.Value))));
        if (environment is not null && folder.Config.Environments.GetValueOrDefault(environment)?.DefaultAuth is { } defaultAuth)
            config["default_auth"] = defaultAuth;
        await client.SendAsync(HttpMethod.Patch, $"test-suites/{suiteId}", RequestContent.Json(new SuitePatch(config), ServerJson.Default.SuitePatch), ct);
    }

    private static JsonObject ProfileOf(string name, AuthProfile profile)
    {
        if (AuthCredentials.LiteralsIn(profile).FirstOrDefault() is { } place)
            throw new UserError($"auth.{name}.{place} in {ProjectFolder.ConfigFile} holds a credential in clear text, which is not sent to a server: {AuthCredentials.Advice}.");
        var json = new JsonObject { ["type"] = profile.Type };
        foreach (var (member, value) in new[]
        {
            ("token", profile.Token), ("in", profile.In), ("name", profile.Name), ("value", profile.Value),
            ("username", profile.Username), ("password", profile.Password), ("login_path", profile.LoginPath),
        })
        {
            if (value is not null)
                json[member] = value;
        }
        if (profile.Fields.Count > 0)
            json["fields"] = new JsonObject(profile.Fields.Select(f => KeyValuePair.Create<string, JsonNode?>(f.Key, f.Value)));
        return json;
    }
}
