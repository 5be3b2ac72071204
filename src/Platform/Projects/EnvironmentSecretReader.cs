using System.Text.RegularExpressions;
using Alicerce.Contracts;
using Alicerce.Outbound;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Alicerce.Platform.Projects;

/// <summary>
/// Answers from variables of the process, <c>ALICERCE_SECRET_{PROJECT}__{ENVIRONMENT}__{KEY}</c>, for what is kept nowhere else: CI systems hand their
/// secrets over like this. Each name is written in capitals, and hyphens as <c>_</c>: <c>db_password</c> of <c>online-shop</c> in <c>staging</c> is
/// <c>ALICERCE_SECRET_ONLINE_SHOP__STAGING__DB_PASSWORD</c>. Projects and environments are kebab-case, so no two of them are written alike and
/// <c>__</c> never stands inside one; keys have no other characters than variables, so that a variable answers to one key only.
/// </summary>
public sealed partial class EnvironmentSecretReader(IConfiguration configuration, NpgsqlDataSource source) : ISecretReader
{
    private const string Prefix = "ALICERCE_SECRET_";
    private const int LongestKey = 255;

    public async ValueTask<ISecretScope> OpenAsync(int projectId, int? environmentId, IReadOnlyCollection<string> keys, string purpose, CancellationToken ct) =>
        new Scope(configuration, environmentId is { } environment ? await NameAsync(projectId, environment, ct) : null);

    /// <summary>Whether there is a secret of a project of that name, so that the name is worth taking.</summary>
    public static bool HasSecretsOf(IConfiguration configuration, string project) => configuration.GetSection($"{Prefix}{Written(project)}").GetChildren().Any();

    /// <summary>A variable that no lookup will ever find is told at the start, not by a case that fails.</summary>
    public static IEnumerable<string> CheckConfiguration(IConfiguration configuration) =>
        configuration.AsEnumerable().Where(setting => setting.Value is not null && setting.Key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            .Select(setting => setting.Key.Replace(ConfigurationPath.KeyDelimiter, "__", StringComparison.Ordinal))
            .Where(variable => !Variable().IsMatch(variable))
            .Select(variable => $"{variable} names no secret: write {Prefix}{{PROJECT}}__{{ENVIRONMENT}}__{{KEY}}, in capitals and with _ for other characters, like {Prefix}ONLINE_SHOP__STAGING__DB_PASSWORD.");

    private async Task<string?> NameAsync(int projectId, int environmentId, CancellationToken ct)
    {
        await using var command = source.CreateCommand(
            "SELECT p.name, e.name FROM platform.environments e JOIN platform.projects p ON p.id = e.project_id WHERE p.id = $1 AND e.id = $2");
        command.Parameters.AddWithValue(projectId);
        command.Parameters.AddWithValue(environmentId);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? $"{Written(reader.GetString(0))}__{Written(reader.GetString(1))}" : null;
    }

    private static string Written(string name) => name.Replace('-', '_').ToUpperInvariant();

    // The provider of environment variables hands out "__" as the delimiter of sections.
    private static string KeyOf(string variable) => variable.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal);

    private sealed class Scope(IConfiguration configuration, string? name) : ISecretScope
    {
        /// <exception cref="SecretRefusedException">No variable can have that name.</exception>
        public string? Find(string key)
        {
            if (name is null || key.Length is 0 or > LongestKey) return null;
            if (!Key().IsMatch(key))
                throw new SecretRefusedException($"The secret '{key}' cannot be read from a variable: name it with letters, digits and _ only, like '{NotAWordCharacter().Replace(key, "_")}'.");
            return configuration[KeyOf($"{Prefix}{name}__{key.ToUpperInvariant()}")];
        }
    }

    [GeneratedRegex("^[A-Za-z0-9_]+\\z", RegexOptions.NonBacktracking)]
    private static partial Regex Key();

    [GeneratedRegex("[^A-Za-z0-9_]", RegexOptions.NonBacktracking)]
    private static partial Regex NotAWordCharacter();

    [GeneratedRegex("^ALICERCE_SECRET_[A-Z0-9]+(_[A-Z0-9]+)*__[A-Z0-9]+(_[A-Z0-9]+)*__[A-Z0-9_]+\\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Variable();
}
