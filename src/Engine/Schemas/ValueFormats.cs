using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Alicerce.Engine.Schemas;

/// <summary>The formats that are checked. One that is not here is a note for people, as the specification has it.</summary>
public static partial class ValueFormats
{
    private static readonly Dictionary<string, Func<JsonElement, bool>> s_formats = new()
    {
        ["date-time"] = Text(IsDateTime),
        ["date"] = Text(IsDate),
        ["time"] = Text(text => IsTime(text)),
        ["duration"] = Text(text => Duration().IsMatch(text)),
        ["email"] = Text(IsEmail),
        ["hostname"] = Text(IsHostname),
        ["ipv4"] = Text(text => Ipv4().IsMatch(text)),
        ["ipv6"] = Text(IsIpv6),
        ["uri"] = Text(text => UriText().IsMatch(text) && Uri.TryCreate(text, UriKind.Absolute, out _)),
        ["uri-reference"] = Text(text => UriReference().IsMatch(text)),
        ["uuid"] = Text(text => Guid.TryParseExact(text, "D", out _)),
        ["regex"] = Text(text => EcmaPattern.Compile(text, out _) is not null),
        ["json-pointer"] = Text(text => Pointer().IsMatch(text)),
        ["relative-json-pointer"] = Text(text => RelativePointer().IsMatch(text)),
        ["byte"] = Text(text => text.Length % 4 == 0 && Base64.IsValid(text) && !text.AsSpan().ContainsAny(" \n\r\t")),
        ["int32"] = value => Within(value, int.MinValue, int.MaxValue),
        ["int64"] = value => value.ValueKind != JsonValueKind.Number || (JsonNumber.Of(value) is { IsInteger: true } number
            && number.Against(s_least64) >= 0 && number.Against(s_most64) <= 0),
    };

    private static readonly JsonNumber s_least64 = JsonNumber.Parse("-9223372036854775808");
    private static readonly JsonNumber s_most64 = JsonNumber.Parse("9223372036854775807");

    public static IReadOnlyCollection<string> Names => s_formats.Keys;

    internal static Func<JsonElement, bool>? Find(string format) => s_formats.GetValueOrDefault(format);

    private static Func<JsonElement, bool> Text(Func<string, bool> test) => value => value.ValueKind != JsonValueKind.String || Tested(test, value.GetString()!);

    private static bool Tested(Func<string, bool> test, string text)
    {
        try
        {
            return test(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static bool Within(JsonElement value, long least, long most) =>
        value.ValueKind != JsonValueKind.Number || (JsonNumber.Of(value) is { IsInteger: true } number
            && number.Against(JsonNumber.Parse(least.ToString(CultureInfo.InvariantCulture))) >= 0
            && number.Against(JsonNumber.Parse(most.ToString(CultureInfo.InvariantCulture))) <= 0);

    private static bool IsDate(string text) =>
        text.Length == 10 && text[..4] != "0000" && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsDateTime(string text) =>
        text.Length > 11 && text[10] is 'T' or 't' or ' ' && IsDate(text[..10]) && IsTime(text[11..]);

    private static bool IsTime(string text)
    {
        if (Time().Match(text) is not { Success: true } match)
            return false;
        int Part(string name) => match.Groups[name].ValueSpan is { IsEmpty: false } span ? int.Parse(span, CultureInfo.InvariantCulture) : 0;
        var (hour, minute, second, zoneHour, zoneMinute) = (Part("h"), Part("m"), Part("s"), Part("zh"), Part("zm"));
        if (hour > 23 || minute > 59 || second > 60 || zoneHour > 23 || zoneMinute > 59)
            return false;
        // A leap second is added at the end of a UTC day.
        var offset = (zoneHour * 60 + zoneMinute) * (match.Groups["sign"].Value == "-" ? -1 : 1);
        return second < 60 || ((hour * 60 + minute - offset) % 1440 + 1440) % 1440 == 1439;
    }

    private static bool IsEmail(string text) => text.Length <= 320 && Email().IsMatch(text);

    private static bool IsHostname(string text) => text.Length is > 0 and <= 253 && Hostname().IsMatch(text);

    private static bool IsIpv6(string text) =>
        text.Contains(':') && !text.AsSpan().ContainsAny("[]%/") && IPAddress.TryParse(text, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6
        && (!text.Contains('.') || Ipv4().IsMatch(text[(text.LastIndexOf(':') + 1)..]));

    [GeneratedRegex(@"\A(?<h>[0-9]{2}):(?<m>[0-9]{2}):(?<s>[0-9]{2})(?:\.[0-9]+)?(?:[zZ]|(?<sign>[+-])(?<zh>[0-9]{2}):?(?<zm>[0-9]{2}))\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Time();

    [GeneratedRegex(@"\AP(?!\z)(?:(?:[0-9]+Y)?(?:[0-9]+M)?(?:[0-9]+D)?(?:T(?=[0-9])(?:[0-9]+H)?(?:[0-9]+M)?(?:[0-9]+S)?)?|[0-9]+W)\z", RegexOptions.None, 1000)]
    private static partial Regex Duration();

    [GeneratedRegex(@"\A[a-zA-Z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-zA-Z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?\.)+[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?\z", RegexOptions.None, 1000)]
    private static partial Regex Email();

    [GeneratedRegex(@"\A[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*\.?\z", RegexOptions.None, 1000)]
    private static partial Regex Hostname();

    [GeneratedRegex(@"\A(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\.|\z)){4}(?<!\.)\z", RegexOptions.None, 1000)]
    private static partial Regex Ipv4();

    [GeneratedRegex(@"\A[a-zA-Z][a-zA-Z0-9+.-]*:(?:[a-zA-Z0-9._~:/?#\[\]@!$&'()*+,;=-]|%[0-9a-fA-F]{2})*\z", RegexOptions.None, 1000)]
    private static partial Regex UriText();

    [GeneratedRegex(@"\A(?:[a-zA-Z0-9._~:/?\[\]@!$&'()*+,;=-]|%[0-9a-fA-F]{2})*(?:#(?:[a-zA-Z0-9._~:/?@!$&'()*+,;=-]|%[0-9a-fA-F]{2})*)?\z", RegexOptions.None, 1000)]
    private static partial Regex UriReference();

    [GeneratedRegex(@"\A(?:/(?:[^~/]|~0|~1)*)*\z", RegexOptions.None, 1000)]
    private static partial Regex Pointer();

    [GeneratedRegex(@"\A(?:0|[1-9][0-9]*)(?:#|(?:/(?:[^~/]|~0|~1)*)*)\z", RegexOptions.None, 1000)]
    private static partial Regex RelativePointer();
}
