using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Alicerce.Contracts;
using Alicerce.Outbound;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Alicerce.Platform.Projects;

/// <summary>
/// Answers from variables of the process, <c>ALICERCE_SECRET_{PROJECT}__{ENVIRONMENT}__{KEY}</c>, until the Resources module keeps secrets
/// itself. Each name is written in capitals and every character that is no ASCII letter or digit as <c>_</c>: <c>db-password</c> of
/// <c>online-shop</c> in <c>staging</c> is <c>ALICERCE_SECRET_ONLINE_SHOP__STAGING__DB_PASSWORD</c>. Projects and environments are kebab-case,
/// so no two of them are written alike and <c>__</c> never stands inside one; keys can be, and the second of two in one scope is refused.
/// </summary>
public sealed partial class EnvironmentSecretReader(IConfiguration configuration, NpgsqlDataSource source) : ISecretReader
{
    private const string Prefix = "ALICERCE_SECRET_";
    private const int LongestKey = 255;

    // As long as this reader: one request or one job, so that a misspelt key of yesterday is forgotten.
    private readonly ConcurrentDictionary<string, string> _keys = new(StringComparer.Ordinal);

    /// <exception cref="SecretRefusedException">Another key was read from the same variable.</exception>
    public async ValueTask<string?> ReadAsync(string key, int projectId, int? environmentId, CancellationToken ct)
    {
        if (key.Length is 0 or > LongestKey || environmentId is not { } environment || await ScopeAsync(projectId, environment, ct) is not { } scope) return null;
        var variable = $"{Prefix}{scope}__{Written(key)}";
        var first = _keys.GetOrAdd(variable, key);
        if (first != key) throw new SecretRefusedException($"The secrets '{first}' and '{key}' are both read from {variable}, so which one is meant is unknown: rename one of them.");
        return configuration[KeyOf(variable)];
    }

    /// <summary>A variable that no lookup will ever find is told at the start, not by a case that fails.</summary>
    public static IEnumerable<string> CheckConfiguration(IConfiguration configuration) =>
        configuration.AsEnumerable().Where(setting => setting.Value is not null && setting.Key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            .Select(setting => setting.Key.Replace(ConfigurationPath.KeyDelimiter, "__", StringComparison.Ordinal))
            .Where(variable => !Variable().IsMatch(variable))
            .Select(variable => $"{variable} names no secret: write {Prefix}{{PROJECT}}__{{ENVIRONMENT}}__{{KEY}}, in capitals and with _ for other characters, like {Prefix}ONLINE_SHOP__STAGING__DB_PASSWORD.");

    private async Task<string?> ScopeAsync(int projectId, int environmentId, CancellationToken ct)
    {
        await using var command = source.CreateCommand(
            "SELECT p.name, e.name FROM platform.environments e JOIN platform.projects p ON p.id = e.project_id WHERE p.id = $1 AND e.id = $2");
        command.Parameters.AddWithValue(projectId);
        command.Parameters.AddWithValue(environmentId);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? $"{Written(reader.GetString(0))}__{Written(reader.GetString(1))}" : null;
    }

    private static string Written(string name) => NotAWordCharacter().Replace(name, "_").ToUpperInvariant();

    // The provider of environment variables hands out "__" as the delimiter of sections.
    private static string KeyOf(string variable) => variable.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal);

    [GeneratedRegex("[^A-Za-z0-9]", RegexOptions.NonBacktracking)]
    private static partial Regex NotAWordCharacter();

    [GeneratedRegex("^ALICERCE_SECRET_[A-Z0-9]+(_[A-Z0-9]+)*__[A-Z0-9]+(_[A-Z0-9]+)*__[A-Z0-9_]+\\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Variable();
}
