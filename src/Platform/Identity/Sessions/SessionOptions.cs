namespace Alicerce.Platform.Identity;

/// <summary>How long a browser stays signed in, and when an account is locked.</summary>
internal sealed record SessionOptions
{
    /// <summary>The end of a session, whatever is done until then.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromHours(12);

    /// <summary>A session that is not used for that long ends.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromHours(2);

    /// <summary>Wrong passwords in a row that lock an account.</summary>
    public int WrongPasswords { get; init; } = 5;

    /// <summary>How long it stays locked.</summary>
    public TimeSpan Lockout { get; init; } = TimeSpan.FromMinutes(15);
}
