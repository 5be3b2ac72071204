using System.Text.RegularExpressions;
using Alicerce.Datasources;
using Alicerce.Engine.Projects;
using Alicerce.Outbound;

namespace Alicerce.Cli.Check;

/// <summary>
/// Datasources for query cases: those of the environment, and those of <c>--datasource NAME=env:VAR</c>, where VAR holds
/// <c>postgres://user:password@host:port/database</c>. Credentials never stand on a command line.
/// </summary>
internal static partial class DatasourceOption
{
    private const int PostgresPort = 5432;

    public static IReadOnlyDictionary<string, DatasourceDefinition> Read(
        IEnumerable<string> options, EnvironmentConfig? environment, IReadOnlyDictionary<string, Secret> secrets)
    {
        Dictionary<string, DatasourceDefinition> all = new(StringComparer.Ordinal);
        foreach (var (name, config) in environment?.Datasources ?? new Dictionary<string, DatasourceConfig>())
            all[name] = FromConfig(name, config, secrets);
        foreach (var option in options)
        {
            var definition = FromOption(option);
            all[definition.Name] = definition;
        }
        return all;
    }

    private static DatasourceDefinition FromConfig(string name, DatasourceConfig config, IReadOnlyDictionary<string, Secret> secrets) => new()
    {
        Name = name,
        Driver = config.Driver,
        Host = config.Host,
        Port = config.Port ?? PostgresPort,
        Database = config.Database,
        Username = config.Username ?? "",
        Password = config.Password is { } password ? Resolve(name, password, secrets) : null,
        SslMode = config.Ssl,
    };

    private static Secret Resolve(string datasource, string password, IReadOnlyDictionary<string, Secret> secrets)
    {
        if (SecretReference().Match(password) is not { Success: true } match)
            return new Secret(password);
        var name = match.Groups["name"].Value;
        return secrets.GetValueOrDefault(name)
            ?? throw new UserError($"Datasource '{datasource}' needs the secret {name}: give --secret {name}=env:VAR.");
    }

    private static DatasourceDefinition FromOption(string option)
    {
        var (name, variable) = option.Split("=env:", 2) is [var n, var v] ? (n, v) : (option, "");
        if (name.Length == 0 || variable.Length == 0)
            throw new UserError($"--datasource '{name}' must have the form NAME=env:VAR; VAR holds postgres://user:password@host:port/database.");
        // The value holds a password, so no message repeats it.
        if (!Uri.TryCreate(Environment.GetEnvironmentVariable(variable), UriKind.Absolute, out var url) || url.AbsolutePath.Length < 2)
            throw new UserError($"--datasource {name}: the environment variable '{variable}' does not hold postgres://user:password@host:port/database.");
        var user = url.UserInfo.Split(':', 2);
        return new DatasourceDefinition
        {
            Name = name,
            Driver = url.Scheme,
            Host = url.IdnHost,
            Port = url.Port > 0 ? url.Port : PostgresPort,
            Database = Uri.UnescapeDataString(url.AbsolutePath[1..]),
            Username = Uri.UnescapeDataString(user[0]),
            Password = user.Length == 2 ? new Secret(Uri.UnescapeDataString(user[1])) : null,
        };
    }

    [GeneratedRegex(@"^\$\{secret:(?<name>[^}]+)\}$", RegexOptions.NonBacktracking)]
    private static partial Regex SecretReference();
}
