using System.Text.RegularExpressions;
using Alicerce.Engine.Running;

namespace Alicerce.Engine.Projects;

/// <summary>
/// The one rule of credentials in auth profiles: they are references to secrets. A file of one's own is warned of a literal; a server refuses it.
/// </summary>
public static partial class AuthCredentials
{
    /// <summary>How to mend a literal.</summary>
    public const string Advice = "write ${secret:NAME}, and let the environment where it runs hold the value";

    private static readonly (string Name, Func<AuthProfile, string?> Of)[] Own = [("token", p => p.Token), ("value", p => p.Value), ("password", p => p.Password)];

    /// <summary>Members of a profile that are credentials; fields of a form are told by their names.</summary>
    public static IEnumerable<string> Members => Own.Select(member => member.Name);

    /// <summary>The whole value is one reference, at most behind a scheme: <c>Bearer ${secret:TOKEN}</c>. Any other text beside it could be a credential.</summary>
    public static bool IsReference(string value) => Reference().IsMatch(value);

    /// <summary>Where a profile holds a credential itself: <c>token</c>, <c>fields.password</c>.</summary>
    public static IEnumerable<string> LiteralsIn(AuthProfile profile)
    {
        foreach (var (name, of) in Own)
            if (IsLiteral(of(profile))) yield return name;
        foreach (var (name, value) in profile.Fields)
            if (CredentialNames.Fits(name) && IsLiteral(value)) yield return $"fields.{name}";
    }

    private static bool IsLiteral(string? value) => value is { Length: > 0 } && !IsReference(value);

    [GeneratedRegex(
        @"^\s*(?:(?:Bearer|Basic|Token|JWT|OAuth|DPoP|Key|Api-?Key)\s+)?\$\{secret:\s*[\p{L}_$][\p{L}\p{Nd}_.-]*\s*\}\s*$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
