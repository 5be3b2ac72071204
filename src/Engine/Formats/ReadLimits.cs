namespace Alicerce.Engine.Formats;

/// <summary>How much of a document is read before it is refused; the defaults hold for files that people upload.</summary>
public sealed record ReadLimits
{
    public static readonly ReadLimits Default = new();

    public int MaxBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Nested objects and arrays. Below the 64 of System.Text.Json, so that what was read can be stored and read again.</summary>
    public int MaxDepth { get; init; } = 56;

    /// <summary>Values of the whole document, aliases counted as often as they are used: a "billion laughs" file stops here.</summary>
    public int MaxNodes { get; init; } = 500_000;
}
