using System.Text.RegularExpressions;
using Alicerce.Platform.Web.Answers;

namespace Alicerce.Platform.Identity;

/// <summary>What a user's fields may look like (S001-SEC-16, with T001-97 mended: trimmed first, apostrophes allowed, ASCII digits only).</summary>
internal static partial class UserRules
{
    public const string NamePattern = @"^\s*[\p{L}\p{M}0-9 .'’-]{2,100}\s*$";
    public const string PhonePattern = @"^\+?[0-9 ()-]{8,20}$";
    public const string EmailPattern = @"^[^\s@]+@[^\s@]+\.[^\s@]+$";
    public const int LongestEmail = 254;
    private const int FewestPhoneDigits = 8;

    public static string Normalised(string email) => email.Trim().ToLowerInvariant();

    public static Validation CheckUser(this Validation validation, string name, string email, string? phone) => validation
        .Check(Name().IsMatch(name.Trim()), "name", "not_a_name", "name has 2 to 100 letters, digits, spaces, hyphens, dots and apostrophes.")
        .Check(Normalised(email) is { Length: <= LongestEmail } address && Email().IsMatch(address), "email", "not_an_email", "email is an address like ana@example.com.")
        .Check(phone is null || (Phone().IsMatch(phone) && phone.Count(char.IsAsciiDigit) >= FewestPhoneDigits), "phone", "not_a_phone",
            "phone has 8 to 20 characters: digits, spaces, hyphens and parentheses, and a + in front where you like.");

    public static bool IsEmail(string address) => Email().IsMatch(address);

    public static Validation CheckRole(this Validation validation, string role) =>
        validation.Check(AccessRoles.Parse(role) != AccessRole.None, "role", "unknown", "role is viewer, developer or admin.");

    [GeneratedRegex(@"^[\p{L}\p{M}0-9 .'’-]{2,100}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Name();

    [GeneratedRegex(@"^\+?[0-9 ()-]{7,20}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Phone();

    [GeneratedRegex(@"^[a-z0-9!#$%&'*+/=?^_`{|}~.-]+@[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Email();
}
