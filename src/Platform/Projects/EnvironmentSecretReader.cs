using System.Text.RegularExpressions;
using Alicerce.Contracts;
using Microsoft.Extensions.Configuration;

namespace Alicerce.Platform.Projects;

/// <summary>Answers from <c>ALICERCE_SECRET_KEY</c> variables of the process until the Resources module keeps secrets itself.</summary>
public sealed partial class EnvironmentSecretReader(IConfiguration configuration) : ISecretReader
{
    private const int LongestKey = 255;

    /// <summary><c>db-password</c> is read from <c>ALICERCE_SECRET_DB_PASSWORD</c>.</summary>
    public ValueTask<string?> ReadAsync(string key, int projectId, int? environmentId, CancellationToken ct)
    {
        if (key.Length is 0 or > LongestKey) return ValueTask.FromResult<string?>(null);
        var name = $"ALICERCE_SECRET_{NotAWordCharacter().Replace(key, "_").ToUpperInvariant()}";
        return ValueTask.FromResult(configuration[name]);
    }

    [GeneratedRegex("[^A-Za-z0-9]", RegexOptions.NonBacktracking)]
    private static partial Regex NotAWordCharacter();
}
