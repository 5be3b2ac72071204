using System.Collections.Frozen;

namespace Alicerce.Engine.Projects;

/// <summary>Tells by its name whether a setting holds a credential. Rather one too many: the server does not need what is removed.</summary>
public static class CredentialNames
{
    private static readonly string[] Parts =
    [
        "password", "passwd", "passphrase", "pwd", "senha", "secret", "segredo", "token", "apikey", "accesskey", "privatekey", "signingkey", "encryptionkey",
        "credential", "connectionstring", "dsn", "authorization", "cookie",
    ];

    private static readonly FrozenSet<string> Whole = FrozenSet.Create(StringComparer.Ordinal, "pass", "key", "pin");

    public static bool Fits(string name)
    {
        var plain = string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        return Whole.Contains(plain) || Array.Exists(Parts, part => plain.Contains(part, StringComparison.Ordinal));
    }
}
