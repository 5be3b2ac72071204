namespace Alicerce.Platform.Web.Answers;

/// <summary>One mistake: where, a stable code, and a sentence for a person.</summary>
/// <param name="Field">Path in the request such as <c>environments[0].base_url</c>; null when it concerns the whole request.</param>
public sealed record ErrorDetail(string? Field, string Code, string Message);
