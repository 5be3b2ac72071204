using Alicerce.Outbound;

namespace Alicerce.Cli.Check;

/// <summary>Reads <c>--secret NAME=env:VAR</c>. The value itself never stands on a command line, where every process of the machine could read it.</summary>
internal static class SecretOption
{
    public static IReadOnlyDictionary<string, Secret> Read(IEnumerable<string> options)
    {
        Dictionary<string, Secret> secrets = new(StringComparer.Ordinal);
        foreach (var option in options)
        {
            var (name, source) = option.Split('=', 2) is [var n, var s] ? (n, s) : (option, "");
            if (name.Length == 0 || !source.StartsWith("env:", StringComparison.Ordinal))
                throw new UserError($"--secret for '{name}' must have the form NAME=env:VAR; the value is read from the environment variable VAR.");
            var value = Environment.GetEnvironmentVariable(source[4..]);
            if (string.IsNullOrEmpty(value))
                throw new UserError($"--secret {name}: the environment variable '{source[4..]}' is not set.");
            secrets[name] = new Secret(value);
        }
        return secrets;
    }
}
