using System.Security.Cryptography;

namespace Loja;

/// <summary>Someone who has signed in.</summary>
internal sealed record User(int Id, string Name, string Role);

/// <summary>The accounts that every fresh shop has; their passwords are public on purpose.</summary>
internal sealed record SeedUser(int Id, string Name, string Email, string Password, string Role)
{
    public static readonly IReadOnlyList<SeedUser> All =
    [
        new(1, "Ana Martins", "ana@loja.test", "senha-da-ana", "cliente"),
        new(2, "Rui Admin", "admin@loja.test", "senha-do-admin", "admin"),
    ];
}

/// <summary>Signing in against the table <c>usuarios</c>.</summary>
internal sealed class Accounts(Database database)
{
    /// <summary>The user, or null when email or password is wrong.</summary>
    public async Task<User?> SignInAsync(string email, string password, CancellationToken token)
    {
        var found = await database.QueryAsync(
            "select id, nome, papel, senha_hash from usuarios where email = @p0",
            row => (User: new User(row.GetInt32(0), row.GetString(1), row.GetString(2)), Hash: row.GetString(3)), token, email);
        return found is [var account] && Passwords.Matches(password, account.Hash) ? account.User : null;
    }
}

/// <summary>PBKDF2 with SHA-256; a hash is written <c>salt.key</c>, both in base64.</summary>
internal static class Passwords
{
    private const int Iterations = 100_000, Length = 32;

    public static string Hash(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        return $"{Convert.ToBase64String(salt)}.{Convert.ToBase64String(Derive(password, salt))}";
    }

    public static bool Matches(string password, string hash)
    {
        var parts = hash.Split('.');
        return CryptographicOperations.FixedTimeEquals(Derive(password, Convert.FromBase64String(parts[0])), Convert.FromBase64String(parts[1]));
    }

    private static byte[] Derive(string password, byte[] salt) =>
        Rfc2898DeriveBytes.Pbkdf2(password, salt, Iterations, HashAlgorithmName.SHA256, Length);
}
