using System.Net;
using System.Text.RegularExpressions;
using Alicerce.Modules.Resources.Hosts;
using Alicerce.Modules.Resources.Rows;
using Alicerce.Platform.Web.Answers;

namespace Alicerce.Modules.Resources.Ports;

/// <summary>What names, types and numbers of ports may look like. Names go into files and shells of others, so they are plain ASCII.</summary>
internal static partial class PortRules
{
    public const string ServiceName = "^[A-Za-z0-9]([A-Za-z0-9._-]{0,98}[A-Za-z0-9])?$";
    public const string TypeName = "^[a-z][a-z0-9_-]{0,48}[a-z0-9]$";

    /// <summary>The type without a range: its port is always named.</summary>
    public const string Custom = "custom";

    private const int LongestText = 255;

    public static Validation CheckService(this Validation validation, string? name) => validation.Check(
        name is not null && Service().IsMatch(name), "service_name", "not_a_label",
        "service_name has 1 to 100 letters and digits of ASCII, with dots, hyphens and underscores between them, like 'shop-web'.");

    public static Validation CheckPort(this Validation validation, int? port, string field) =>
        validation.Check(port is null or (>= 1 and <= 65_535), field, "out_of_range", $"{field} is a number from 1 to 65535.");

    public static Validation CheckType(this Validation validation, string? type, string field = "port_type") => validation.Check(
        type is not null && Type().IsMatch(type), field, "not_a_label", $"{field} is the name of a range, such as app, database, cache, web or queue, or 'custom'.");

    public static Validation CheckText(this Validation validation, string? text, string field) => validation.Check(
        text is null || (text.Length <= LongestText && !text.Any(char.IsControl)), field, "bad_text", $"{field} has at most {LongestText} characters on one line.");

    /// <summary>Brings the host to its one spelling, or adds what is wrong with it.</summary>
    /// <param name="allowEvery">Takes <c>*</c> as well.</param>
    public static Validation ReadHost(this Validation validation, string? given, bool allowEvery, out string host, string field = "host")
    {
        host = allowEvery && given == PortAllocation.Every ? PortAllocation.Every : HostNames.Canonical(given) ?? "";
        return validation.Check(host.Length > 0, field, "not_a_host", $"{field} {HostNames.Rule}{(allowEvery ? ", or * for all hosts" : "")}.");
    }

    /// <summary>An address of the host, or <c>*</c>, which the addresses that mean all of them are brought to.</summary>
    public static Validation ReadBindAddress(this Validation validation, string? given, out string address)
    {
        address = PortAllocation.Every;
        if (given is null or PortAllocation.Every) return validation;
        if (!IPAddress.TryParse(given, out var parsed) || given.Contains('%')) return validation.Check(false, "bind_address", "not_an_address", "bind_address is an IP address of the host, or * for all of them.");
        if (parsed.IsIPv4MappedToIPv6) parsed = parsed.MapToIPv4();
        if (!parsed.Equals(IPAddress.Any) && !parsed.Equals(IPAddress.IPv6Any)) address = parsed.ToString();
        return validation;
    }

    [GeneratedRegex(@"^[A-Za-z0-9]([A-Za-z0-9._-]{0,98}[A-Za-z0-9])?\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Service();

    [GeneratedRegex(@"^[a-z][a-z0-9_-]{0,48}[a-z0-9]\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Type();
}
