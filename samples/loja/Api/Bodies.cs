using System.Text.Json;

namespace Loja.Api;

/// <summary>Takes a JSON body from the wire to the handler, or answers what is wrong with it: 415, 413, 400 or 422.</summary>
internal static class Bodies
{
    /// <summary>Reads and checks the body; <paramref name="handle"/> runs only when it holds what the document declares.</summary>
    public static async Task<IResult> ReadAsync<T>(HttpRequest request, Faults faults, Func<JsonFields, T> read, Func<T, Task<IResult>> handle)
    {
        var isEmpty = request.ContentType is null && request.ContentLength is null or 0;
        if (!isEmpty && !request.HasJsonContentType() && !faults.Has(Fault.MediaTypeNotChecked))
            return Problems.Of(StatusCodes.Status415UnsupportedMediaType, "Use application/json");
        var (value, refusal) = await ParseAsync(request, faults, read);
        return refusal ?? await handle(value!);
    }

    private static async Task<(T? Value, IResult? Refusal)> ParseAsync<T>(HttpRequest request, Faults faults, Func<JsonFields, T> read)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return (default, Problems.Invalid(StatusCodes.Status422UnprocessableEntity, "o corpo deve ser um objeto JSON"));
            var fields = new JsonFields(document.RootElement, []);
            var value = read(fields);
            fields.Close();
            return (value, fields.Errors.Count > 0 ? Problems.Invalid(StatusCodes.Status422UnprocessableEntity, fields.Errors) : null);
        }
        catch (JsonException) when (!faults.Has(Fault.MalformedJsonFails))
        {
            return (default, Problems.Invalid(StatusCodes.Status400BadRequest, "o corpo não é JSON"));
        }
        // Half of a surrogate pair is legal in JSON's grammar and is no text.
        catch (InvalidOperationException)
        {
            return (default, Problems.Invalid(StatusCodes.Status400BadRequest, "o corpo tem texto que não é Unicode"));
        }
    }
}
