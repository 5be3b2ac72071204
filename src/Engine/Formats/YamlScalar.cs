using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Alicerce.Engine.Formats;

/// <summary>The types of YAML 1.2's core schema: null, true and false in three spellings, integers, floats; everything else is a string.</summary>
internal static partial class YamlScalar
{
    private const int LongestNumber = 400;

    public static JsonNode? Read(Scalar scalar, TreeBuilder tree)
    {
        var text = scalar.Value;
        var tag = scalar.Tag.IsEmpty ? "" : scalar.Tag.Value;
        if (tag is "" && scalar.Style == ScalarStyle.Plain)
            return Plain(text, scalar, tree);
        if (tag is "tag:yaml.org,2002:int" or "tag:yaml.org,2002:float" or "tag:yaml.org,2002:bool" or "tag:yaml.org,2002:null")
            return Plain(text, scalar, tree);
        if (tag is not ("" or "!" or "tag:yaml.org,2002:str"))
            tree.Warn($"The tag '{TreeBuilder.Shown(tag)}' is not known; the value is read as text.", Place(scalar));
        return JsonValue.Create(text);
    }

    private static JsonNode? Plain(string text, Scalar scalar, TreeBuilder tree)
    {
        switch (text)
        {
            case "" or "~" or "null" or "Null" or "NULL":
                return null;
            case "true" or "True" or "TRUE":
                return JsonValue.Create(value: true);
            case "false" or "False" or "FALSE":
                return JsonValue.Create(value: false);
        }
        if (text.Length > LongestNumber || !(char.IsAsciiDigit(text[0]) || text[0] is '-' or '+' or '.'))
            return JsonValue.Create(text);
        if (InfinityOrNaN().IsMatch(text))
            tree.Warn($"JSON has no value for '{text}'; it is read as text.", Place(scalar));
        return JsonNumber(text) is { } number ? tree.Number(number) : JsonValue.Create(text);
    }

    /// <summary>The number as JSON writes it, or null when the text is not a number of the core schema.</summary>
    private static string? JsonNumber(string text)
    {
        if (Octal().IsMatch(text))
            return text[2..].Aggregate(BigInteger.Zero, (sum, digit) => sum * 8 + (digit - '0')).ToString(CultureInfo.InvariantCulture);
        if (Hexadecimal().IsMatch(text))
            return BigInteger.Parse("0" + text[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
        var match = Decimal().Match(text);
        if (!match.Success)
            return null;
        var whole = match.Groups["whole"].Value.TrimStart('0');
        var fraction = match.Groups["fraction"].Value;
        return (text[0] == '-' ? "-" : "") + (whole.Length == 0 ? "0" : whole) + (fraction.Length == 0 ? "" : "." + fraction) + match.Groups["exponent"].Value;
    }

    private static Discovery.SourceLocation Place(Scalar scalar) => new((int)scalar.Start.Line, (int)scalar.Start.Column);

    [GeneratedRegex(@"\A0o[0-7]+\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Octal();

    [GeneratedRegex(@"\A0x[0-9a-fA-F]+\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hexadecimal();

    [GeneratedRegex(@"\A[-+]?(?:(?<whole>[0-9]+)(?:\.(?<fraction>[0-9]*))?|\.(?<fraction>[0-9]+))(?<exponent>[eE][-+]?[0-9]+)?\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Decimal();

    [GeneratedRegex(@"\A(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InfinityOrNaN();
}
