using System.Collections.Frozen;
using Alicerce.Engine.Discovery.Quantum.Rules;

namespace Alicerce.Engine.Discovery.Quantum;

/// <summary>Reads <c>quantum.config.yaml</c>: it gives no component, only findings. A value never appears in one.</summary>
public sealed class QuantumConfigScanner : IComponentScanner
{
    private static readonly FrozenSet<string> s_credentialKeys = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "password", "passwd", "api_key", "apikey", "secret_key", "secret", "client_secret", "access_key", "private_key", "token", "auth_token");

    private static readonly FrozenSet<string> s_drivers = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "sqlite", "postgresql", "postgres", "mysql", "mariadb");

    /// <inheritdoc/>
    public bool Accepts(SourceFile file) => QuantumConfig.IsConfig(file.Path);

    /// <inheritdoc/>
    public ScannedFile Scan(SourceFile file, Func<string, SourceFile?> siblings)
    {
        QuantumConfig config = QuantumConfig.Read(file.Content);
        var findings = new FindingList(file.Path);
        if (config.Problem is { } problem) findings.Add(FindingSeverity.Error, problem.Code, problem.Location, problem.Message, problem.Hint);
        foreach (ConfigValue value in config.Values) Check(value, findings);
        return new ScannedFile([], findings.Sorted());
    }

    private static void Check(ConfigValue value, FindingList findings)
    {
        if (s_credentialKeys.Contains(value.Key) && IsLiteral(value.Value))
        {
            findings.Add(
                FindingSeverity.Error, "security.committed_credential", value.Location, $"{value.Path} holds a credential in clear text",
                "change that credential now, and read it from the environment", value.Path);
        }
        else if (value.Path.StartsWith("datasources.", StringComparison.Ordinal) && value.Key is "driver" or "type" && !s_drivers.Contains(value.Value) && !value.Value.StartsWith("${", StringComparison.Ordinal))
        {
            findings.Add(
                FindingSeverity.Warning, "config.unknown_driver", value.Location, $"{value.Path} names a driver that the runtime does not have",
                "use sqlite, postgresql, mysql or mariadb", value.Path);
        }
        else if (value.Path == "server.debug" && QuantumValues.IsTrue(value.Value))
        {
            findings.Add(
                FindingSeverity.Warning, "config.debug_enabled", value.Location, "server.debug is on: error pages show the traceback to every visitor",
                "set it to false where others can reach the server", value.Path);
        }
    }

    /// <summary><c>${VAR}</c> takes the value from elsewhere; <c>${VAR:default}</c> with a default holds it all the same.</summary>
    private static bool IsLiteral(string value)
    {
        string trimmed = value.Trim();
        if (trimmed is "" or "null" or "~") return false;
        bool reference = trimmed.StartsWith("${", StringComparison.Ordinal) && trimmed.EndsWith('}');
        return !reference || (trimmed.IndexOf(':') is var colon and >= 0 && colon < trimmed.Length - 2);
    }
}
