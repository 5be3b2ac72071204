using System.Text.RegularExpressions;

namespace Alicerce.Modules.Resources.Secrets;

/// <summary>A value that cannot be filled in; the message names keys and no values.</summary>
internal sealed class SecretReferenceException(string message) : Exception(message);

/// <summary>Values that refer to other secrets, as in <c>postgres://app:${secret:DB_PASSWORD}@db/shop</c>. They are filled in when they are read, in the scope of the reader.</summary>
internal static partial class SecretReferences
{
    private const int Deepest = 10;
    private const int LargestResult = 1024 * 1024;

    public static IEnumerable<string> In(string value) => value.Contains("${secret:", StringComparison.Ordinal) ? Reference().Matches(value).Select(match => match.Groups["key"].Value) : [];

    /// <exception cref="SecretReferenceException">It leads nowhere, or in a circle, or grows beyond all bounds.</exception>
    public static string Fill(OpenedSecret secret, IReadOnlyDictionary<string, OpenedSecret> known) => new Filling(known, secret.Key).Fill(secret.Key, secret.Value, [secret.Key]);

    /// <summary>One value being filled in; all that is put in anywhere counts, so that few characters never become gigabytes.</summary>
    private sealed class Filling(IReadOnlyDictionary<string, OpenedSecret> known, string first)
    {
        private int _written;

        public string Fill(string key, string value, string[] path) =>
            value.Contains("${secret:", StringComparison.Ordinal) ? Reference().Replace(value, match => Find(key, match.Groups["key"].Value, path)) : value;

        private string Find(string key, string next, string[] path)
        {
            if (path.Contains(next)) throw new SecretReferenceException($"The secret '{first}' refers to itself: {string.Join(" → ", path)} → {next}. Break the circle.");
            if (path.Length >= Deepest) throw new SecretReferenceException($"The secret '{first}' refers to others more than {Deepest} deep.");
            if (!known.TryGetValue(next, out var secret)) throw new SecretReferenceException($"The secret '{key}' refers to '{next}', which is neither in this environment nor in its project nor global. Set it, or correct the reference.");
            var filled = Fill(next, secret.Value, [.. path, next]);
            _written += filled.Length;
            return _written <= LargestResult ? filled : throw new SecretReferenceException($"The secret '{first}' grows beyond {LargestResult / 1024} Ki characters when its references are filled in.");
        }
    }

    [GeneratedRegex(@"\$\{secret:(?<key>[A-Za-z_][A-Za-z0-9_]*)\}", RegexOptions.NonBacktracking)]
    private static partial Regex Reference();
}
