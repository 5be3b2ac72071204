using System.Text.Json;
using Alicerce.Platform.Web;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Http;

namespace Alicerce.Modules.Testing.Discovery;

/// <summary>What to scan, as it came in: exactly one of the three, or nothing, which means the source of the last scan.</summary>
/// <param name="Path">Absolute folder under <c>ALICERCE_SCAN_ROOTS</c>.</param>
/// <param name="OpenapiUrl">Address of an OpenAPI document.</param>
/// <param name="Config">Text of the project's <c>alicerce.yaml</c>.</param>
internal sealed record ScanBody(string? Path = null, string? OpenapiUrl = null, string? Config = null);

/// <summary>Reads a scan request from any of its forms: multipart with an archive, JSON, or no body at all.</summary>
internal sealed record ScanRequest(ScanBody Body, IFormFile? Archive)
{
    private const int LargestJson = 1024 * 1024;

    public static readonly Problem WrongType = new(
        ProblemKind.UnsupportedMediaType, "scan_body_type", "Send JSON, or multipart/form-data with the field 'archive' (.zip or .tar.gz), or no body to scan the last source again.");

    public static async Task<(ScanRequest? Request, Problem? Problem)> ReadAsync(HttpRequest http, CancellationToken ct)
    {
        if (http.HasFormContentType && http.ContentType!.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase)) return await ReadFormAsync(http, ct);
        using var text = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await http.Body.ReadAsync(buffer, ct) is > 0 and var read)
        {
            if (text.Length + read > LargestJson) return (null, new Problem(ProblemKind.TooLarge, "scan_body_too_large", "The JSON body of a scan has at most 1 MiB; send sources as an archive."));
            text.Write(buffer, 0, read);
        }

        if (text.Length == 0) return (new ScanRequest(new ScanBody(), null), null);
        return http.HasJsonContentType() ? ReadJson(text) : (null, WrongType);
    }

    private static (ScanRequest? Request, Problem? Problem) ReadJson(MemoryStream text)
    {
        try
        {
            var body = JsonSerializer.Deserialize<ScanBody>(text.GetBuffer().AsSpan(0, (int)text.Length), ApiJson.Bodies) ?? new ScanBody();
            return body is { Path: not null, OpenapiUrl: not null }
                ? (null, Problem.Invalid("openapi_url", "one_source", "Give either path or openapi_url."))
                : (new ScanRequest(body, null), null);
        }
        catch (JsonException e)
        {
            throw new BadHttpRequestException("The body cannot be read.", StatusCodes.Status400BadRequest, e);
        }
    }

    private static async Task<(ScanRequest? Request, Problem? Problem)> ReadFormAsync(HttpRequest http, CancellationToken ct)
    {
        var (form, damaged) = await UploadForm.ReadAsync(http, "one field 'archive' and, if wanted, one field 'config'", ct);
        if (damaged is not null) return (null, damaged);
        if (form!.Files["archive"] is not { } archive) return (null, Problem.Invalid("archive", "required", "The field archive, a .zip or .tar.gz file, is required."));
        var config = form["config"].FirstOrDefault();
        if (config is null && form.Files["config"] is { Length: <= ScanConfig.Longest } file)
        {
            using var reader = new StreamReader(file.OpenReadStream());
            config = await reader.ReadToEndAsync(ct);
        }

        return (new ScanRequest(new ScanBody(Config: config), archive), null);
    }
}
