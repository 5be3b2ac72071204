using System.Text.RegularExpressions;

namespace Alicerce.Modules.Resources.Secrets;

/// <summary>A value that cannot be filled in; the message names keys and no values.</summary>
internal sealed class SecretReferenceException(string message) : Exception(message);

/// <summary>Values that refer to other secrets, as in <c>postgres://app:${secret:DB_PASSWORD}@db/shop</c>. They are filled in when they are read, in the scope of the reader.</summary>
internal static partial class SecretReferences
{
    /// <summary>Escaped, as parts of an address are: <c>postgres://app:${secret:DB_PASSWORD|url}@db/shop</c>.</summary>
    private const string Url = "url";

    private const int Deepest = 10;
    private const int LargestResult = 1024 * 1024;

    public static IEnumerable<string> In(string value) => value.Contains("${secret:", StringComparison.Ordinal) ? Reference().Matches(value).Select(match => match.Groups["key"].Value) : [];

    /// <exception cref="SecretReferenceException">It leads nowhere, or in a circle, or grows beyond all bounds.</exception>
    /// <param name="secret">Whose value it is.</param>
    /// <param name="known">What the reader sees, by key.</param>
    /// <param name="isProtected">The reader is a protected environment: what it keeps for itself goes into no value that others, who may not read it, have written.</param>
    public static string Fill(OpenedSecret secret, IReadOnlyDictionary<string, OpenedSecret> known, bool isProtected) => new Filling(known, secret.Key, isProtected).Fill(secret, [secret.Key]);

    /// <summary>One value being filled in; all that is put in anywhere counts, so that few characters never become gigabytes.</summary>
    private sealed class Filling(IReadOnlyDictionary<string, OpenedSecret> known, string first, bool isProtected)
    {
        private int _written;

        public string Fill(OpenedSecret of, string[] path) =>
            of.Value.Contains("${secret:", StringComparison.Ordinal) ? Reference().Replace(of.Value, match => Find(of, match, path)) : of.Value;

        private string Find(OpenedSecret of, Match reference, string[] path)
        {
            var next = reference.Groups["key"].Value;
            if (reference.Groups["form"] is { Success: true, Value: not Url } form) throw new SecretReferenceException($"The secret '{of.Key}' refers to '{next}' in the form '{form.Value}'; there is 'url'.");
            if (path.Contains(next)) throw new SecretReferenceException($"The secret '{first}' refers to itself: {string.Join(" → ", path)} → {next}. Break the circle.");
            if (path.Length >= Deepest) throw new SecretReferenceException($"The secret '{first}' refers to others more than {Deepest} deep.");
            if (!known.TryGetValue(next, out var secret)) throw new SecretReferenceException($"The secret '{of.Key}' refers to '{next}', which is neither in this environment nor in its project nor global. Set it, or correct the reference.");
            if (isProtected && secret.Owner.EnvironmentId is not null && of.Owner.EnvironmentId is null)
                throw new SecretReferenceException($"The secret '{of.Key}' of the {(of.Owner.ProjectId is null ? "house" : "project")} refers to '{next}', which this protected environment keeps for itself: let an admin write '{of.Key}' into the environment too.");
            var filled = Fill(secret, [.. path, next]);
            if (reference.Groups["form"].Success) filled = Uri.EscapeDataString(filled);
            _written += filled.Length;
            return _written <= LargestResult ? filled : throw new SecretReferenceException($"The secret '{first}' grows beyond {LargestResult / 1024} Ki characters when its references are filled in.");
        }
    }

    [GeneratedRegex(@"\$\{secret:(?<key>[A-Za-z_][A-Za-z0-9_]*)(\|(?<form>[A-Za-z0-9_]*))?\}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();
}
