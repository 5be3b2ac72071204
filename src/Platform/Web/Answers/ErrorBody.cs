namespace Alicerce.Platform.Web.Answers;

/// <summary>The one error body (S001-API-03).</summary>
/// <param name="Status">Always <c>error</c>.</param>
/// <param name="Code">Upper-case word for the kind of failure, such as <c>VALIDATION_ERROR</c>.</param>
/// <param name="RequestId">The same as in the <c>X-Request-ID</c> header and in the logs.</param>
public sealed record ErrorBody(string Status, string Code, string Message, IReadOnlyList<ErrorDetail> Details, string RequestId);
