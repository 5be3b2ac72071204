namespace Alicerce.Cli.Server.Wire;

internal sealed record TemplateInput(string Content, int? EnvironmentId, string? Filename);

internal sealed record GeneratedConfig(string Content, string Filename, IReadOnlyList<string> Warnings);
