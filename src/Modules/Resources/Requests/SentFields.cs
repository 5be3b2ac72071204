using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Alicerce.Platform.Data;
using Alicerce.Platform.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Alicerce.Modules.Resources.Requests;

/// <summary>A record whose fields are never read from an address, which logs and histories keep: it holds secrets (T004-13).</summary>
internal interface IFromBodyOnly;

/// <summary>
/// Reads what is asked from all the ways in which people and scripts send it (T004-44): JSON, a form, query parameters, or JSON that curl
/// calls a form. A field of the body goes before a query parameter of the same name.
/// </summary>
/// <typeparam name="T">A record; one with secrets is <see cref="IFromBodyOnly"/>.</typeparam>
internal sealed record SentFields<T>(T Value)
    where T : class
{
    private const int Largest = 512 * 1024;
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    private static readonly Dictionary<string, Type> Types = typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .ToDictionary(property => SnakeCase.Of(property.Name), property => PlainTypeOf(property.PropertyType), StringComparer.Ordinal);

    public static async ValueTask<SentFields<T>?> BindAsync(HttpContext context)
    {
        var body = await ReadAsync(context.Request, context.RequestAborted);
        try
        {
            var fields = typeof(T).IsAssignableTo(typeof(IFromBodyOnly)) ? [] : OfPairs(context.Request.Query);
            foreach (var (name, value) in OfBody(context.Request, body)) fields[name] = value?.DeepClone();
            return new SentFields<T>(fields.Deserialize<T>(ApiJson.Bodies)!);
        }
        catch (JsonException e)
        {
            throw new BadHttpRequestException("The request cannot be read.", StatusCodes.Status400BadRequest, e);
        }
        catch (InvalidOperationException)
        {
            // What a JSON tree says of text that is no Unicode.
            throw new BadHttpRequestException("The request cannot be read.", StatusCodes.Status400BadRequest, new JsonException("It is no text."));
        }
    }

    private static async Task<byte[]> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        using var text = new MemoryStream();
        var total = 0L;
        var buffer = new byte[4 * 1024];
        while (await request.Body.ReadAsync(buffer, ct) is > 0 and var read)
        {
            // Read to its end, within the server's own limit, and not kept: who still sends while the answer comes may never see it.
            total += read;
            if (total <= Largest) text.Write(buffer, 0, read);
        }

        return total <= Largest ? text.ToArray() : throw new BadHttpRequestException("The body is too large.", StatusCodes.Status413PayloadTooLarge);
    }

    // The content decides and not its type: curl calls JSON a form, and on the sources' routes an untyped body, form or not, is called JSON (D7).
    private static JsonObject OfBody(HttpRequest request, byte[] body)
    {
        var content = body.AsSpan().Trim(" \t\r\n"u8);
        if (content.IsEmpty) return [];
        var isForm = request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true;
        if (!isForm && !request.HasJsonContentType()) throw new BadHttpRequestException("This type is not read.", StatusCodes.Status415UnsupportedMediaType);
        var firstWord = content.IndexOf((byte)'=') is > 0 and var end && content[..end].IndexOfAnyExceptInRange((byte)'_', (byte)'z') < 0;
        if (firstWord) return OfPairs(QueryHelpers.ParseQuery(Encoding.UTF8.GetString(content)));
        return JsonNode.Parse(content, documentOptions: Strict) as JsonObject ?? throw new JsonException("It is no object.", "$", null, null);
    }

    private static JsonObject OfPairs(IEnumerable<KeyValuePair<string, StringValues>> pairs)
    {
        var fields = new JsonObject();
        foreach (var (name, values) in pairs)
        {
            // Left empty is left out.
            if (values is [{ Length: > 0 } value]) fields[name] = ValueOf(name, value);
            else if (values.Count > 1) throw new JsonException("It is given twice.", name, null, null);
        }

        return fields;
    }

    private static Type PlainTypeOf(Type type)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Optional<>)) type = type.GetGenericArguments()[0];
        return Nullable.GetUnderlyingType(type) ?? type;
    }

    private static JsonValue ValueOf(string name, string text)
    {
        var type = Types.GetValueOrDefault(name);
        if (type == typeof(int) && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return JsonValue.Create(number);
        if (type == typeof(bool) && bool.TryParse(text, out var flag)) return JsonValue.Create(flag);
        return JsonValue.Create(text);
    }
}
