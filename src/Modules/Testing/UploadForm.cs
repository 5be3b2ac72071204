using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Http;

namespace Alicerce.Modules.Testing;

/// <summary>Reads a multipart body; one that cannot be read is the sender's mistake.</summary>
internal static class UploadForm
{
    /// <param name="expected">What to send, for the message: <c>one field 'file'</c>.</param>
    public static async Task<(IFormCollection? Form, Problem? Problem)> ReadAsync(HttpRequest http, string expected, CancellationToken ct)
    {
        try
        {
            return (await http.ReadFormAsync(ct), null);
        }
        catch (Exception e) when (e is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return (null, Problem.BadRequest("multipart.malformed", $"The multipart body is damaged or breaks a limit: send {expected}."));
        }
    }
}
