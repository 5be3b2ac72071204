using System.Net;

namespace Alicerce.Platform.Services;

/// <summary>Another service did not do what it was asked. The message names it and never holds a key or a token.</summary>
public sealed class ServiceCallException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What it answered; null when there was no answer.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>It may work again in a moment.</summary>
    public bool IsAway { get; init; }
}
