using System.CommandLine;
using Alicerce.Cli.Server.Connection;
using Alicerce.Cli.Server.Environments;
using Alicerce.Cli.Server.Wire;

namespace Alicerce.Cli.Server.Configs;

/// <summary><c>alicerce configs generate|diff KIND</c>: files that agree with the server's ports, services and secrets.</summary>
internal static class ConfigsCommand
{
    private const string SecretKind = "env";
    private const string TemplateKind = "template";
    private static readonly Argument<string> Kind = new("kind") { Description = "env, docker-compose, nginx, quantum-config, traefik, prometheus, or template for a file of your own." };
    private static readonly Option<string?> Output = new("--output", "-o") { Description = "Write this file, and keep the one before beside it; stdout when left out.", HelpName = "file" };
    private static readonly Option<string> Deployed = new("--file") { Description = "The copy to compare with.", Required = true, HelpName = "file" };
    private static readonly Option<bool> Block = new("--block") { Description = "Only the lines between '# alicerce:begin KIND' and '# alicerce:end' are generated." };
    private static readonly Option<string?> Template = new("--template") { Description = "Your own template, for the kind template.", HelpName = "file" };
    private static readonly Option<string?> Domain = new("--domain") { Description = "Domain of the web services, for nginx and traefik." };
    private static readonly Option<string[]> Services = new("--service") { Description = "A service to be reached from outside, for nginx and traefik; may be repeated. Without it, those whose metadata says so.", HelpName = "name" };
    private static readonly Option<string?> Resolver = new("--resolver") { Description = "IP address of the DNS server that nginx asks for names of hosts; 127.0.0.53 when it is not given, 'none' looks them up when it starts.", HelpName = "address" };
    private static readonly Option<bool> NoSsl = new("--no-ssl") { Description = "nginx without TLS." };
    private static readonly Option<string?> Certificate = new("--ssl-certificate") { Description = "Path of the certificate on the machine of nginx.", HelpName = "path" };
    private static readonly Option<string?> CertificateKey = new("--ssl-certificate-key") { Description = "Path of its key.", HelpName = "path" };

    public static Command Create()
    {
        Kind.AcceptOnlyFromAmong(SecretKind, "docker-compose", "nginx", "quantum-config", "traefik", "prometheus", TemplateKind);
        var generate = new Command("generate", "Generate a file from what the server knows now.") { Kind, ServerOptions.Project, OwnerScope.Environment, Output, Block, Template, Domain, Services, Resolver, NoSsl, Certificate, CertificateKey }.WithServer();
        generate.SetServerAction(GenerateAsync);
        var diff = new Command("diff", "Compare a deployed copy with what would be generated now: exit code 1 when they differ.") { Kind, ServerOptions.Project, OwnerScope.Environment, Deployed, Block, Template, Domain, Services, Resolver, NoSsl, Certificate, CertificateKey }.WithServer();
        diff.SetServerAction(DiffAsync);
        return new Command("configs", "Files that agree with ports, services and secrets of an Alicerce server.") { generate, diff, ValidateCommand.Create() };
    }

    private static async Task<int> GenerateAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var (kind, path) = (parsed.GetValue(Kind)!, parsed.GetValue(Output));
        if (path is null && parsed.GetValue(Block)) throw new UserError("--block changes a part of a file: name it with --output.");
        var answer = await AskAsync(parsed, client, ct);
        foreach (var warning in answer.Value.Warnings) await Console.Error.WriteLineAsync($"alicerce: {PlainText.OneLine(warning)}");
        if (parsed.GetValue(ServerOptions.Json)) ServerOutput.Json(answer.Json);
        else if (path is null) await Console.Out.WriteAsync(answer.Value.Content);
        if (path is null) return ExitCodes.Ok;

        var before = await ConfigFile.ReadAsync(path, ct);
        var after = parsed.GetValue(Block) ? ManagedBlock.Put(before, kind, answer.Value.Content) : answer.Value.Content;
        var changes = LineDifference.Of(before, after);
        if (changes.Count > 0 || !File.Exists(path)) await ConfigFile.WriteAsync(path, after, kind == SecretKind, ct);
        if (parsed.GetValue(ServerOptions.Json)) return ExitCodes.Ok;
        ServerOutput.Line(changes.Count == 0 ? $"{path} is as it would be generated." : $"Wrote {path}{(before.Length > 0 ? $"; the one before is {path}.alicerce-backup" : "")}.");
        if (before.Length > 0 && kind != SecretKind) Show(changes);
        return ExitCodes.Ok;
    }

    private static async Task<int> DiffAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var (kind, path) = (parsed.GetValue(Kind)!, parsed.GetValue(Deployed)!);
        if (!File.Exists(path)) throw new UserError($"There is no file {path}.");
        var file = await ConfigFile.ReadAsync(path, ct);
        var deployed = parsed.GetValue(Block) ? ManagedBlock.Find(file, kind) ?? throw new UserError($"{path} has no block '# alicerce:begin {kind}'.") : file;
        var answer = await AskAsync(parsed, client, ct);
        var changes = LineDifference.Of(deployed, answer.Value.Content);
        if (changes.Count == 0)
        {
            ServerOutput.Line($"{path} is as it would be generated.");
            return ExitCodes.Ok;
        }

        // A terminal has a history: nothing of a file with secrets is shown.
        if (kind == SecretKind) ServerOutput.Line($"{path} differs from what would be generated.");
        else Show(changes);
        return ExitCodes.Failed;
    }

    private static async Task<ServerAnswer<GeneratedConfig>> AskAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        parsed.RequireProject();
        var (project, environment) = await OwnerScope.ReadAsync(parsed, client, ct);
        var kind = parsed.GetValue(Kind)!;
        if ((kind == TemplateKind) != (parsed.GetValue(Template) is not null)) throw new UserError("The kind template and the option --template FILE go together.");
        if (parsed.GetValue(Template) is { } template) return await FillInAsync(template, project!.Value, environment, client, ct);
        (string Name, string? Value)[] wanted =
        [
            ("environment_id", environment is { } id ? $"{id}" : null), ("domain", kind is "nginx" or "traefik" ? parsed.GetValue(Domain) : null),
            ("include_ssl", kind == "nginx" && parsed.GetValue(NoSsl) ? "false" : null), ("ssl_certificate", kind == "nginx" ? parsed.GetValue(Certificate) : null),
            ("services", kind is "nginx" or "traefik" && parsed.GetValue(Services) is { Length: > 0 } services ? string.Join(',', services) : null),
            ("resolver", kind == "nginx" ? parsed.GetValue(Resolver) : null), ("ssl_certificate_key", kind == "nginx" ? parsed.GetValue(CertificateKey) : null),
        ];
        var query = string.Join('&', wanted.Where(one => one.Value is not null).Select(one => $"{one.Name}={Uri.EscapeDataString(one.Value!)}"));
        var address = $"resources/generate/{kind}/{project}?{query}";
        return await client.GetAsync(address, ServerJson.Default.GeneratedConfig, ct);
    }

    private static async Task<ServerAnswer<GeneratedConfig>> FillInAsync(string path, int project, int? environment, ServerClient client, CancellationToken ct)
    {
        if (!File.Exists(path)) throw new UserError($"There is no file {path}.");
        var input = new TemplateInput(await ConfigFile.ReadAsync(path, ct), environment, Path.GetFileName(path));
        return await client.SendAsync(HttpMethod.Post, $"resources/generate/template/{project}", RequestContent.Json(input, ServerJson.Default.TemplateInput), ServerJson.Default.GeneratedConfig, ct);
    }

    private static void Show(IEnumerable<string> lines)
    {
        foreach (var line in lines) ServerOutput.Line(line);
    }
}
