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
        try
        {
            using var document = await JsonDocument.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return Problems.Invalid(StatusCodes.Status422UnprocessableEntity, "o corpo deve ser um objeto JSON");
            var fields = new JsonFields(document.RootElement, []);
            var value = read(fields);
            fields.Close();
            return fields.Errors.Count > 0 ? Problems.Invalid(StatusCodes.Status422UnprocessableEntity, fields.Errors) : await handle(value);
        }
        catch (JsonException) when (!faults.Has(Fault.MalformedJsonFails))
        {
            return Problems.Invalid(StatusCodes.Status400BadRequest, "o corpo não é JSON");
        }
        catch (InvalidOperationException failure) when (failure is not ObjectDisposedException && failure.Source == "System.Text.Json")
        {
            return Problems.Invalid(StatusCodes.Status400BadRequest, "o corpo tem texto que não é Unicode");
        }
    }
}
