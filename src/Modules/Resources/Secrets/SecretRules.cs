using System.Text;
using System.Text.RegularExpressions;
using Alicerce.Platform.Web.Answers;

namespace Alicerce.Modules.Resources.Secrets;

/// <summary>What keys and values may look like.</summary>
internal static partial class SecretRules
{
    public const string KeyPattern = "^[A-Za-z_][A-Za-z0-9_]*$";
    public const int LongestKey = 255;
    public const int LargestValue = 64 * 1024;
    public const int LongestDescription = 500;

    /// <summary>Of one owner; what a process is started with has to fit into its environment.</summary>
    public const int MostSecrets = 1000;

    public static Validation CheckKey(this Validation validation, string? key, string field = "key") => validation
        .Check(
            key is { Length: > 0 and <= LongestKey } && Key().IsMatch(key), field, "not_a_key",
            $"{field} has 1 to {LongestKey} letters, digits and underscores, and does not start with a digit, like 'DB_PASSWORD': it becomes the name of a variable.")
        .Check(key is null || !ChoosesPrograms(key), field, "chooses_programs", $"{field} is a variable that decides which program or library runs: whoever may write secrets would decide that for everybody who starts one with them.");

    public static Validation CheckValue(this Validation validation, string? value, string field = "value") => validation
        .Check(value is not { Length: 0 }, field, "empty", $"{field} is empty: delete the secret instead.")
        .Check(value is null || Encoding.UTF8.GetByteCount(value) <= LargestValue, field, "too_large", $"{field} has at most {LargestValue / 1024} KiB as UTF-8: keep files elsewhere, and their key here.")
        .Check(value is null || !value.Contains('\0', StringComparison.Ordinal), field, "not_text", $"{field} holds a NUL character, which no variable can: write binary values as base64.");

    public static Validation CheckDescription(this Validation validation, string? description) =>
        validation.Check(description is null || description.Length <= LongestDescription, "description", "too_long", $"description has at most {LongestDescription} characters.");

    public static bool IsKey(string text) => text.Length is > 0 and <= LongestKey && Key().IsMatch(text);

    private static bool ChoosesPrograms(string key) =>
        key is "PATH" or "IFS" or "ENV" or "BASH_ENV" or "SHELLOPTS" or "PYTHONSTARTUP" or "PYTHONPATH" or "NODE_OPTIONS" or "PERL5OPT" or "RUBYOPT" or "JAVA_TOOL_OPTIONS" or "DOTNET_STARTUP_HOOKS"
        || key.StartsWith("LD_", StringComparison.Ordinal) || key.StartsWith("DYLD_", StringComparison.Ordinal);

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*\z", RegexOptions.NonBacktracking)]
    private static partial Regex Key();
}
