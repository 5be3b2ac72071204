using System.Text.RegularExpressions;
using Alicerce.Modules.Resources.Hosts;

namespace Alicerce.Modules.Resources.Configs;

/// <summary>
/// Names that go into files of others. Values are quoted by each writer; names cannot be quoted everywhere, so what is not plain is refused before
/// anything is written (T004-19).
/// </summary>
internal static partial class ConfigNames
{
    /// <summary>All mistakes at once.</summary>
    /// <exception cref="ConfigMistakesException">There is one.</exception>
    public static void Demand(ConfigFacts facts)
    {
        var mistakes = new List<string>();
        void Check(bool holds, string mistake)
        {
            if (!holds) mistakes.Add(mistake);
        }

        Check(Plain().IsMatch(facts.Project), "The project's name is not plain.");
        Check(facts.Environment is null || Plain().IsMatch(facts.Environment), "The environment's name is not plain.");
        Check(IsHost(facts.Host), "The environment's docker_host is no host name.");
        foreach (var name in facts.Variables.Keys.Concat(facts.SecretKeys).Where(name => !Variable().IsMatch(name))) Check(false, $"A variable or secret is named '{Shown(name)}': use letters, digits and underscores.");
        foreach (var (name, value) in facts.Variables) Check(!value.Contains('\0'), $"The variable {Shown(name)} holds a NUL character, which no variable can.");
        foreach (var port in facts.Ports) Check(Plain().IsMatch(port.Service) && IsHost(port.Host) && IsPort(port.Port), $"The port {port.Port} has a service or host whose name is not plain: '{Shown(port.Service)}'.");
        foreach (var port in facts.Ports) Check((port.PartOf is null || Plain().IsMatch(port.PartOf)) && (port.Image is null || IsImage(port.Image)), $"The port {port.Port} has an image or a program whose name is not plain.");
        foreach (var service in facts.Services)
        {
            Check(Plain().IsMatch(service.Name) && IsHost(service.Host) && IsPort(service.Port), $"A registered service has a name, host or port that is not plain: '{Shown(service.Name)}'.");
            Check(service.Protocol is "http" or "https" or "tcp" or "grpc", $"The service {Shown(service.Name)} has an unknown protocol.");
            foreach (var path in new[] { service.HealthPath, service.MetricsPath }) Check(path is null || !service.IsWeb || WebPath().IsMatch(path), $"The service {Shown(service.Name)} has a path that is none.");
            foreach (var name in service.Env ?? []) Check(Variable().IsMatch(name), $"The service {Shown(service.Name)} declares a variable named '{Shown(name)}': use letters, digits and underscores.");
            Check(service.Image is null || IsImage(service.Image), $"The image of the service {Shown(service.Name)} is no name of an image.");
        }

        foreach (var source in facts.Datasources) Check(Plain().IsMatch(source.Name) && IsHost(source.Host) && IsPort(source.Port), $"The datasource '{Shown(source.Name)}' has a name, host or port that is not plain.");
        if (mistakes.Count > 0) throw new ConfigMistakesException(mistakes);
    }

    /// <summary>As a variable: <c>shop-web</c> with <c>PORT</c> is <c>SHOP_WEB_PORT</c>.</summary>
    public static string VariableOf(string name, string suffix)
    {
        var plain = new string([.. $"{name}_{suffix}".Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToUpperInvariant(c) : '_')]);
        return char.IsAsciiDigit(plain[0]) ? $"_{plain}" : plain;
    }

    public static string HostInUrl(string host) => host.Contains(':') ? $"[{host}]" : host;

    public static bool IsImage(string name) => Image().IsMatch(name);

    private static bool IsHost(string host) => HostNames.Canonical(host) is not null;

    private static bool IsPort(int port) => port is >= 1 and <= 65_535;

    private static string Shown(string text) => new([.. text.Take(60).Select(c => char.IsControl(c) ? '?' : c)]);

    [GeneratedRegex(@"^[A-Za-z0-9]([A-Za-z0-9._-]{0,98}[A-Za-z0-9])?\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Plain();

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*\z", RegexOptions.NonBacktracking)]
    private static partial Regex Variable();

    [GeneratedRegex(@"^/[A-Za-z0-9._~/%+=&?-]*\z", RegexOptions.NonBacktracking)]
    private static partial Regex WebPath();

    [GeneratedRegex(@"^[a-z0-9][A-Za-z0-9._/:@-]{0,254}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Image();
}
