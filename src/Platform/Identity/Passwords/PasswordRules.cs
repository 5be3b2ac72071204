using Alicerce.Platform.Web.Answers;

namespace Alicerce.Platform.Identity;

/// <summary>What a password may look like: long, and not made of what everybody knows about the account.</summary>
internal static class PasswordRules
{
    public const int Shortest = 12;
    public const int Longest = 128;
    private const int FewestDifferent = 5;

    public static Validation CheckPassword(this Validation validation, string password, string field, string name, string? email) => validation
        .Check(password.Length is >= Shortest and <= Longest, field, "bad_length", $"{field} has {Shortest} to {Longest} characters.")
        .Check(password.Distinct().Count() >= Math.Min(FewestDifferent, password.Length), field, "too_simple", $"{field} repeats a few characters: choose a longer phrase.")
        .Check(!CommonPasswords.Includes(password), field, "too_common", $"{field} is one of the first that anybody would try: choose a phrase of your own.")
        .Check(!name.Split(' ').Any(part => Holds(password, part)) && !Holds(password, email?.Split('@')[0]) && !Holds(password, "alicerce"), field, "guessable",
            $"{field} holds the name or e-mail of the account, or of this product: choose something that others cannot guess.");

    private static bool Holds(string password, string? known) => known is { Length: >= 4 } && password.Contains(known, StringComparison.OrdinalIgnoreCase);
}
