using System.Globalization;

namespace Alicerce.Platform.Limits;

/// <summary>How many requests a minute are answered (D23); settings <c>ALICERCE_LIMIT_…</c>.</summary>
public sealed record RateLimitOptions
{
    private const int Largest = 10_000_000;

    /// <summary><c>ALICERCE_LIMIT_SIGN_IN</c>: of an address, at each way of signing in.</summary>
    public int SignIn { get; init; } = 5;

    /// <summary><c>ALICERCE_LIMIT_ANONYMOUS</c>: of an address that is not signed in.</summary>
    public int Anonymous { get; init; } = 100;

    /// <summary><c>ALICERCE_LIMIT_USER</c>: of a user, with all tokens and sessions together.</summary>
    public int User { get; init; } = 600;

    /// <summary><c>ALICERCE_LIMIT_SELF_TEST</c>: of a token of scope <c>self_test</c>, with which Alicerce tests itself.</summary>
    public int SelfTest { get; init; } = 600_000;

    /// <param name="setting">Reads a setting by its name.</param>
    /// <param name="mistakes">Gets a sentence for each one that is no number.</param>
    public static RateLimitOptions Read(Func<string, string?> setting, ICollection<string> mistakes)
    {
        var standard = new RateLimitOptions();
        return new RateLimitOptions
        {
            SignIn = Number("ALICERCE_LIMIT_SIGN_IN", standard.SignIn),
            Anonymous = Number("ALICERCE_LIMIT_ANONYMOUS", standard.Anonymous),
            User = Number("ALICERCE_LIMIT_USER", standard.User),
            SelfTest = Number("ALICERCE_LIMIT_SELF_TEST", standard.SelfTest),
        };

        int Number(string name, int otherwise)
        {
            if (setting(name) is not { Length: > 0 } text) return otherwise;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= Largest) return number;
            mistakes.Add($"{name} is '{text}': use the number of requests a minute, from 1 to {Largest}.");
            return otherwise;
        }
    }
}
