using System.Text;
using System.Text.RegularExpressions;
using YamlDotNet.Core;

namespace Alicerce.Cli.Server.Packing;

/// <summary>
/// Takes the credentials out of a YAML file (D20): values below names like <c>password</c>, also as defaults in <c>${NAME:default}</c>, users
/// and passwords in addresses, keys in PEM form, and every comment, which could hold any of them. References like <c>${NAME}</c> stay, and
/// so does each line's number.
/// </summary>
internal static partial class CredentialRemoval
{
    /// <summary>Stands where a credential stood: still a literal, so that a scan still finds that one was written there.</summary>
    public const string Removed = "***";
    private const int LargestFile = 256 * 1024;
    private const int DeepestLevel = 64;

    /// <param name="Text">The file without them; null when nobody can say what is in it: it is not YAML, or credentials could hide in its keys and aliases.</param>
    /// <param name="Paths">Where something was removed, such as <c>datasources.main.password</c>.</param>
    public sealed record Result(string? Text, IReadOnlyList<string> Paths);

    public static Result Remove(string yaml)
    {
        if (yaml.Length > LargestFile)
            return new Result(null, []);
        try
        {
            var cuts = new YamlCuts(DeepestLevel).Find(new Parser(new Scanner(new StringReader(yaml), skipComments: false)));
            var result = Apply(yaml, cuts);
            ReadToEnd(result.Text!); // A cut in what was barely YAML can leave what is none.
            return result;
        }
        catch (Exception e) when (e is YamlException or InvalidOperationException or ArgumentException or OverflowException or FormatException or IndexOutOfRangeException)
        {
            // The library's parser also trips over what is not YAML.
            return new Result(null, []);
        }
    }

    /// <summary>What may be sent of a value; the same text when there is nothing to hide in it.</summary>
    public static string Cleaned(string value, bool isCredential)
    {
        var trimmed = value.Trim();
        if (isCredential && Reference().Match(trimmed) is { Success: true } reference)
            return reference.Groups["default"].Length > 1 ? $"${{{reference.Groups["name"].Value}:{Removed}}}" : value;
        if (isCredential)
            return trimmed is "" or "~" or "null" or "true" or "false" ? value : Removed;
        if (value.Contains("-----BEGIN ", StringComparison.Ordinal))
            return Removed;
        return UserInfo().Replace(value, $"://{Removed}@");
    }

    private static Result Apply(string yaml, IReadOnlyCollection<YamlCut> cuts)
    {
        var text = new StringBuilder(yaml.Length);
        var at = 0;
        foreach (var cut in cuts.OrderBy(c => c.Start))
        {
            if (cut.Start < at)
                continue;
            text.Append(yaml, at, cut.Start - at).Append(cut.Replacement);
            // Lines keep their numbers, so that the server's findings point at the right ones.
            text.Append('\n', yaml.AsSpan(cut.Start, cut.End - cut.Start).Count('\n'));
            at = cut.End;
        }
        text.Append(yaml, at, yaml.Length - at);
        return new Result(text.ToString(), [.. cuts.Where(c => c.Path is not null).Select(c => c.Path!)]);
    }

    private static void ReadToEnd(string yaml)
    {
        var parser = new Parser(new StringReader(yaml));
        var open = 0;
        while (parser.MoveNext()) open += parser.Current!.NestingIncrease;
        if (open != 0) throw new YamlException("it ends before what it began");
    }

    [GeneratedRegex(@"^\$\{(?<name>(?:secret:)?[A-Za-z_][A-Za-z0-9_.-]*)(?<default>:[^}]*)?\}$", RegexOptions.NonBacktracking)]
    private static partial Regex Reference();

    [GeneratedRegex(@"://\S*@", RegexOptions.NonBacktracking)]
    private static partial Regex UserInfo();
}
