using System.Collections.Frozen;

namespace Alicerce.Platform.Identity;

/// <summary>
/// A short list of our own of what is tried first, in English and Portuguese, with digits and signs around it, letters written as digits, or
/// said twice. It is no list of leaked passwords: those have millions of lines, and no package of one is to be had here (docs/security.md, 6.2.4).
/// </summary>
internal static class CommonPasswords
{
    private const string Twins = "@a4a0o3e$s5s7t";

    private static readonly FrozenSet<string> Words =
    [
        "password", "passphrase", "passwort", "senha", "senhas", "minhasenha", "mysecretpassword", "mypassword", "newpassword", "thepassword", "passwordpassword", "defaultpassword",
        "secret", "secreto", "segredo", "letmein", "welcome", "bemvindo", "changeme", "mudar", "trocar", "default", "temp", "temporary", "test", "testing", "teste", "testes", "guest",
        "admin", "administrator", "administrador", "root", "superuser", "user", "usuario", "login", "master", "access", "acesso", "system", "sistema", "server", "servidor",
        "qwerty", "qwertyuiop", "qwertyuiopasdfghjkl", "asdfgh", "asdfghjkl", "zxcvbn", "zxcvbnm", "qazwsx", "qazwsxedc", "qwerasdfzxcv", "qweasdzxc", "azerty", "azertyuiop", "qwertz",
        "abc", "abcd", "abcde", "abcdef", "abcdefg", "abcdefgh", "abcdefghijkl", "abcdefghijklm", "abcdefghijklmnopqrstuvwxyz", "aabbccddeeff",
        "iloveyou", "ilovemywife", "teamo", "euteamo", "amor", "love", "deus", "deusefiel", "jesus", "jesuscristo", "family", "familia", "princess", "princesa", "sunshine", "monkey",
        "dragon", "football", "futebol", "baseball", "basketball", "superman", "batman", "pokemon", "starwars", "trustnoone", "whatever", "computer", "computador", "internet",
        "flamengo", "corinthians", "palmeiras", "saopaulo", "santos", "vasco", "gremio", "brasil", "brazil", "portugal", "benfica", "sporting",
        "summer", "winter", "spring", "autumn", "verao", "inverno", "january", "december", "janeiro", "dezembro", "monday", "segunda", "company", "empresa", "docker", "postgres", "ubuntu", "linux",
        "correcthorsebatterystaple", "correctbatteryhorsestaple", "thequickbrownfox", "thequickbrownfoxjumpsoverthelazydog", "loremipsum", "loremipsumdolorsitamet", "onetwothreefour",
    ];

    private static readonly string[] Digits = ["1234567890", "0123456789", "9876543210", "0987654321", "123", "321", "1234", "123456", "12345678", "123456789", "112233", "11223344", "1q2w3e4r5t6y", "1q2w3e4r", "1qaz2wsx3edc", "1qaz2wsx"];

    public static bool Includes(string password)
    {
        var lower = password.ToLowerInvariant();
        var letters = LettersOf(lower);
        return Words.Contains(letters) || Words.Any(word => IsOnly(word, letters)) || Digits.Any(run => IsOnly(run, lower));
    }

    /// <summary>Once or more, and nothing else; the last time it may break off.</summary>
    private static bool IsOnly(string part, string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != part[i % part.Length]) return false;
        }

        return text.Length >= part.Length;
    }

    /// <summary>Without digits and signs around it, and with the letters that digits and signs between them stand for.</summary>
    private static string LettersOf(string password)
    {
        var first = password.AsSpan().IndexOfAnyInRange('a', 'z');
        if (first < 0) return "";
        var middle = password.AsSpan(first, password.AsSpan().LastIndexOfAnyInRange('a', 'z') + 1 - first);
        return string.Concat(middle.ToString().Select(AsLetter).Where(char.IsLetter));
    }

    private static char AsLetter(char letter)
    {
        var at = Twins.IndexOf(letter, StringComparison.Ordinal);
        return at >= 0 && at % 2 == 0 ? Twins[at + 1] : letter;
    }
}
