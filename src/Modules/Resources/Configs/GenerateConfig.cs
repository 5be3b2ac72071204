using Alicerce.Contracts;
using Alicerce.Platform.Identity;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Alicerce.Modules.Resources.Configs;

/// <summary>Makes one file from what is known of a project and environment now (S004-API-10, -11, -17). Nothing of it is kept here.</summary>
internal sealed class GenerateConfig(ConfigSource source, ISecretReader secrets)
{
    private const int LongestTemplate = 256 * 1024;

    /// <param name="Content">The whole file.</param>
    /// <param name="Filename">As people call it.</param>
    /// <param name="Warnings">What a person should look at before using it.</param>
    public sealed record Response(string Content, string Filename, IReadOnlyList<string> Warnings);

    /// <param name="Content">A file with places such as <c>{{port:shop-web}}</c>.</param>
    /// <param name="Filename">As the answer shall call it.</param>
    public sealed record Template(string Content, int? EnvironmentId = null, string? Filename = null);

    public sealed record NginxQuery(
        [FromQuery(Name = "domain")] string? Domain, [FromQuery(Name = "include_ssl")] bool? IncludeSsl, [FromQuery(Name = "ssl_certificate")] string? Certificate,
        [FromQuery(Name = "ssl_certificate_key")] string? CertificateKey, [FromQuery(Name = "services")] string? Services, [FromQuery(Name = "resolver")] string? Resolver);

    /// <summary>The only file with secrets in it: for admins of the project, never to be kept by anybody on the way, and each value that is read is written to the audit log (T004-18).</summary>
    public async Task<Result<Response>> EnvAsync(int project, int? environment, HttpContext http, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "no-store";
        var owner = new Owner(project, environment);
        if (await owner.CheckAsync(http, AccessRole.Admin, ct) is { } refused) return refused;
        return await MakeAsync(owner, async facts =>
        {
            var values = await secrets.OpenAsync(project, environment, facts.SecretKeys, "generate_env", ct);
            return EnvFile.Write(facts, facts.SecretKeys.Select(key => (Key: key, Value: values.Find(key))).Where(secret => secret.Value is not null).ToDictionary(secret => secret.Key, secret => secret.Value!));
        }, ct);
    }

    public Task<Result<Response>> ComposeAsync(int project, int? environment, HttpContext http, CancellationToken ct) => PlainAsync(project, environment, http, ComposeFile.Write, ct);

    public Task<Result<Response>> QuantumAsync(int project, int? environment, HttpContext http, CancellationToken ct) => PlainAsync(project, environment, http, YamlFiles.Quantum, ct);

    public Task<Result<Response>> PrometheusAsync(int project, int? environment, HttpContext http, CancellationToken ct) => PlainAsync(project, environment, http, YamlFiles.Prometheus, ct);

    public Task<Result<Response>> TraefikAsync(int project, int? environment, string? domain, string? services, HttpContext http, CancellationToken ct) =>
        PlainAsync(project, environment, http, facts => YamlFiles.Traefik(facts, domain ?? "localhost", NamesOf(services)), ct);

    public Task<Result<Response>> NginxAsync(int project, int? environment, NginxQuery query, HttpContext http, CancellationToken ct) =>
        PlainAsync(project, environment, http, facts => NginxFile.Write(facts, new NginxOptions(
            query.Domain ?? "localhost", query.IncludeSsl ?? true, query.Certificate, query.CertificateKey, NamesOf(query.Services), query.Resolver ?? NginxFile.UsualResolver)), ct);

    private static string[]? NamesOf(string? list) => list?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A file of the team's own kind, from its own template (S004-CFG-05).</summary>
    public async Task<Result<Response>> TemplateAsync(int project, Template input, HttpContext http, CancellationToken ct)
    {
        var validation = new Validation()
            .Check(input.Content.Length is > 0 and <= LongestTemplate && !input.Content.Contains('\0'), "content", "too_long", $"content is the text of a template, of at most {LongestTemplate} characters.")
            .Check(input.Filename is null || (input.Filename.Length is > 0 and <= 255 && !input.Filename.Any(char.IsControl)), "filename", "bad_name", "filename has at most 255 characters on one line.");
        if (validation.Problem is { } invalid) return invalid;
        return await PlainAsync(project, input.EnvironmentId, http, facts => new GeneratedFile(input.Filename ?? "config", ConfigTemplate.Render(input.Content, facts), []), ct);
    }

    private async Task<Result<Response>> PlainAsync(int project, int? environment, HttpContext http, Func<ConfigFacts, GeneratedFile> write, CancellationToken ct)
    {
        var owner = new Owner(project, environment);
        if (await owner.CheckAsync(http, AccessRole.Viewer, ct) is { } refused) return refused;
        return await MakeAsync(owner, facts => Task.FromResult(write(facts)), ct);
    }

    private async Task<Result<Response>> MakeAsync(Owner owner, Func<ConfigFacts, Task<GeneratedFile>> write, CancellationToken ct)
    {
        try
        {
            var facts = await source.ReadAsync(owner, ct);
            var file = await write(facts);
            return new Response(file.Content, file.FileName, [.. facts.Disagreements, .. file.Warnings]);
        }
        catch (NothingToWriteException nothing)
        {
            return Problem.NotFound("configs.nothing_to_write", nothing.Message);
        }
        catch (ConfigMistakesException mistakes)
        {
            return Problem.Invalid([.. mistakes.Mistakes.Take(50).Select(mistake => new ErrorDetail(null, "configs.cannot_be_written", mistake))]);
        }
        catch (SecretsUnreadableException unreadable)
        {
            return Problem.Conflict("configs.secrets_unreadable", unreadable.Message);
        }
    }
}
