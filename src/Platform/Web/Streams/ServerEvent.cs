namespace Alicerce.Platform.Web.Streams;

/// <summary>One server-sent event.</summary>
/// <param name="Id">What a client sends back as <c>Last-Event-ID</c> to go on from here; null when it cannot be resumed from.</param>
/// <param name="Data">Written as one line of snake_case JSON.</param>
public sealed record ServerEvent(string? Id, string Name, object Data);
