namespace Alicerce.Platform.Web.Answers;

internal static class ProblemKinds
{
    public static (int Status, string Code) Of(ProblemKind kind) => kind switch
    {
        ProblemKind.BadRequest => (400, "BAD_REQUEST"),
        ProblemKind.Unauthorized => (401, "UNAUTHORIZED"),
        ProblemKind.Forbidden => (403, "FORBIDDEN"),
        ProblemKind.NotFound => (404, "NOT_FOUND"),
        ProblemKind.Conflict => (409, "CONFLICT"),
        ProblemKind.PreconditionFailed => (412, "PRECONDITION_FAILED"),
        ProblemKind.TooLarge => (413, "PAYLOAD_TOO_LARGE"),
        ProblemKind.UnsupportedMediaType => (415, "UNSUPPORTED_MEDIA_TYPE"),
        ProblemKind.Invalid => (422, "VALIDATION_ERROR"),
        ProblemKind.TooManyRequests => (429, "RATE_LIMITED"),
        _ => (503, "SERVICE_UNAVAILABLE"),
    };

    /// <summary>For statuses that the framework sets without a body; <c>HTTP_n</c> only where no better word exists (S001-API-07, T001-06).</summary>
    public static (string Code, string Message) OfStatus(int status) => status switch
    {
        400 => ("BAD_REQUEST", "The request cannot be understood."),
        401 => ("UNAUTHORIZED", "Send a valid token as 'Authorization: Bearer …'."),
        403 => ("FORBIDDEN", "You may not do this."),
        404 => ("NOT_FOUND", "There is nothing at this address."),
        405 => ("METHOD_NOT_ALLOWED", "This address does not take this method; see the Allow header."),
        409 => ("CONFLICT", "This collides with what is there."),
        412 => ("PRECONDITION_FAILED", "It is no longer as If-Match says: read it again."),
        422 => ("VALIDATION_ERROR", "Request validation failed"),
        500 => ("INTERNAL_ERROR", "An unexpected error occurred"),
        413 => ("PAYLOAD_TOO_LARGE", "The body is larger than this address takes."),
        415 => ("UNSUPPORTED_MEDIA_TYPE", "Send the body as 'Content-Type: application/json'."),
        429 => ("RATE_LIMITED", "Too many requests; wait a moment."),
        503 => ("SERVICE_UNAVAILABLE", "Something this needs is away; try again in a moment."),
        _ => ($"HTTP_{status}", "The request failed."),
    };
}
