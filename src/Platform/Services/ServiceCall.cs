using Alicerce.Outbound;

namespace Alicerce.Platform.Services;

/// <summary>What one call says beyond its path and its body.</summary>
public sealed record ServiceCall
{
    /// <summary>
    /// The user's own token: set it where the other service has to know who asks. It goes in place of our key, so that nobody gets more than the user
    /// may (S001-AUTH-06).
    /// </summary>
    public Secret? UserToken { get; init; }

    /// <summary>Lets a POST be sent again: the other service knows a second one by it.</summary>
    public string? IdempotencyKey { get; init; }
}
