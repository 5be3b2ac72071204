using System.CommandLine;
using Alicerce.Cli.Project;
using Alicerce.Cli.Scan;
using Alicerce.Engine.Cases;
using Alicerce.Engine.Projects;
using Spectre.Console;

namespace Alicerce.Cli;

/// <summary><c>alicerce init DIR</c>: writes alicerce.yaml, the schemas for editors and the generated cases; what exists is never overwritten.</summary>
internal static class InitCommand
{
    private static readonly Argument<string> Directory = new("dir") { Description = "The project's folder.", DefaultValueFactory = _ => "." };
    private static readonly Option<string> Url = new("--url") { Description = "Address of the 'local' environment.", DefaultValueFactory = _ => "http://localhost:8080" };

    public static Command Create()
    {
        var command = new Command("init", "Write alicerce.yaml and the generated cases of a project.") { Directory, Url };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetValue(Directory)!, parsed.GetValue(Url)!, ct));
        return command;
    }

    private static async Task<int> RunAsync(string directory, string url, CancellationToken ct)
    {
        var console = CommandLine.Terminal();
        var project = await ProjectFolder.OpenAsync(directory, ct);
        if (!project.HasConfig)
        {
            await WriteNewAsync(Path.Combine(project.Path, ProjectFolder.ConfigFile), ConfigTemplate(project.Config.Name, url), ct);
            project = await ProjectFolder.OpenAsync(directory, ct);
        }
        foreach (var schema in PublishedSchemas.Names)
            await WriteNewAsync(Path.Combine(project.Path, "alicerce", "schemas", schema), ReadSchema(schema), ct);

        var scan = project.Scan(ct);
        console.WriteLine(ScanTable.Totals(scan));
        if (project.Cases.HasFiles)
        {
            console.WriteLine($"{project.Cases.Path} already holds cases; 'alicerce check --update' brings them up to date.");
            return ExitCodes.Ok;
        }
        var generated = project.Generate(scan, types: [], seed: null, defaultAuth: project.Config.Environments.GetValueOrDefault("local")?.DefaultAuth);
        await project.Cases.WriteAsync(SuiteMerge.Merge([], generated.Cases), new CasePlaces(), ct);
        console.WriteLine($"Wrote {generated.Cases.Count} cases to {project.Cases.Path}.");
        console.WriteLine(scan.Components.Count == 0
            ? "Nothing to test was found: Alicerce looks for Quantum pages (.q) and OpenAPI documents (.json, .yaml, .yml). Check the folder and 'ignore' in alicerce.yaml."
            : $"Next: set the address in {ProjectFolder.ConfigFile} if it is not {url}, start the application, and run 'alicerce check {directory}'.");
        return ExitCodes.Ok;
    }

    private static async Task WriteNewAsync(string path, string text, CancellationToken ct)
    {
        if (File.Exists(path))
            return;
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, text, ct);
    }

    private static string ReadSchema(string name)
    {
        using var reader = new StreamReader(PublishedSchemas.Open(name));
        return reader.ReadToEnd();
    }

    private static string ConfigTemplate(string name, string url) => $$"""
        # yaml-language-server: $schema=alicerce/schemas/alicerce.schema.json
        # What 'alicerce check' knows of this project; docs/cases.md explains every key.
        project: {{name}}

        environments:
          local:
            base_url: {{url}}
        #    default_auth: user
        #  production:
        #    base_url: https://example.com
        #    protected: true        # nothing that changes state is sent

        # auth:
        #   user: { type: form, login_path: /login, fields: { email: me@example.com, password: "${secret:USER_PASSWORD}" } }

        """;
}
