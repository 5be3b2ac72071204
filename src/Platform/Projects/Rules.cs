using System.Text.RegularExpressions;
using Alicerce.Outbound;
using Alicerce.Platform.Web.Answers;

namespace Alicerce.Platform.Projects;

/// <summary>What names, addresses and variables may look like.</summary>
internal static partial class Rules
{
    // The attributes of the inputs repeat these for the API's description; what decides is the check here.
    public const string KebabCase = "^[a-z0-9]+(-[a-z0-9]+)*$";
    public const string WebAddress = "^https?://[^?#@]+$";
    public const string HostName = "^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$";
    public const string Something = @"\S";
    public const int LongestName = 100;
    public const int LongestAddress = 2000;
    public const int LongestHost = 255;
    public const string HostWithPort = $@"^({Label}(\.{Label})*|\[[0-9A-Fa-f:.]+\])(:({Port}))?$";
    private const string Label = "[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?";
    private const string Port = "[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]";
    public const int MostHosts = 100;
    public const int MostVariables = 200;
    public const int LongestVariable = 4000;

    public static Validation CheckName(this Validation validation, string name) =>
        validation.Check(
            name.Length <= LongestName && Kebab().IsMatch(name), "name", "not_kebab_case",
            $"name has 1 to {LongestName} lower-case letters and digits, with single hyphens between them, like 'online-shop'.");

    public static Validation CheckText(this Validation validation, string? text, string field, int longest) =>
        validation.Check(text is null || text.Length <= longest, field, "too_long", $"{field} has at most {longest} characters.");

    public static Validation CheckRequired(this Validation validation, string text, string field, int longest) =>
        validation.Check(text.Trim().Length > 0, field, "required", $"{field} is required.").CheckText(text, field, longest);

    public static Validation CheckBaseUrl(this Validation validation, string? baseUrl) =>
        validation.Check(
            baseUrl is null || (baseUrl.Length <= LongestAddress && IsWebAddress(baseUrl)), "base_url", "not_an_address",
            "base_url is an absolute http or https address without user, query and fragment, like 'http://localhost:5080'.");

    public static Validation CheckPort(this Validation validation, int? port) =>
        validation.Check(port is null or (>= 1 and <= 65_535), "port", "out_of_range", "port is a number from 1 to 65535.");

    public static Validation CheckHost(this Validation validation, string? host, string field) =>
        validation.Check(host is null || IsHost(host), field, "not_a_host", $"{field} is a host name or an IP address, without port.");

    public static Validation CheckVariables(this Validation validation, IReadOnlyDictionary<string, string> variables)
    {
        validation.Check(variables.Count <= MostVariables, "variables", "too_many", $"An environment has at most {MostVariables} variables.");
        foreach (var (name, value) in variables.Take(MostVariables))
        {
            validation.Check(name.Length <= LongestName && Variable().IsMatch(name), "variables", "bad_name", "Names of variables have letters, digits and underscores, and do not start with a digit.");
            validation.Check(value?.Length <= LongestVariable, $"variables.{(Variable().IsMatch(name) ? name : "?")}", "not_text", $"A variable is text of at most {LongestVariable} characters.");
        }

        return validation;
    }

    public static Validation CheckApprovedHosts(this Validation validation, IReadOnlyList<string> hosts)
    {
        validation.Check(hosts.Count <= MostHosts, "approved_hosts", "too_many", $"At most {MostHosts} hosts can be approved.");
        for (var i = 0; i < Math.Min(hosts.Count, MostHosts); i++)
        {
            validation.Check(
                hosts[i]?.Length <= LongestHost && EgressRule.HostOf(hosts[i]) is not null, $"approved_hosts[{i}]", "not_a_host",
                "An approved host is a name or an address, with or without a port, like 'shop.example', 'shop.example:8443' or '[::1]:8443'; no scheme, no path, no network.");
        }

        return validation;
    }

    private static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
        && uri.Host.Length > 0 && uri.UserInfo.Length == 0 && uri.Query.Length == 0 && uri.Fragment.Length == 0;

    private static bool IsHost(string host) => host.Length <= LongestHost && EgressRule.HostOf(host) is { Port: null };

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Kebab();

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*\z", RegexOptions.NonBacktracking)]
    private static partial Regex Variable();
}
