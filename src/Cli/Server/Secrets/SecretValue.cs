using System.CommandLine;
using System.Globalization;
using Alicerce.Cli.Server.Wire;
using Spectre.Console;

namespace Alicerce.Cli.Server.Secrets;

/// <summary>Where a new value comes from. Never from the command line, which every process of the machine can read and the shell remembers.</summary>
internal static class SecretValue
{
    private const int Largest = 64 * 1024;

    public static readonly Option<string?> Generate = new("--generate") { Description = "password, hex, rsa or ec, with a length if you like: password:40, hex:32, rsa:4096, ec:384.", HelpName = "kind" };
    public static readonly Option<string?> FromVariable = new("--from-env") { Description = "Take the value from this environment variable.", HelpName = "variable" };
    public static readonly Option<string?> FromFile = new("--from-file") { Description = "Take the value from this file as it is.", HelpName = "file" };
    public static readonly Option<string?> Expires = new("--expires") { Description = "When it has to be renewed: 90d, or a day like 2027-01-31.", HelpName = "time" };

    /// <returns>The value, or how the server makes one.</returns>
    public static async Task<(string? Value, SecretGeneration? Generation)> ReadAsync(ParseResult parsed, CancellationToken ct)
    {
        var given = new[] { parsed.GetValue(Generate), parsed.GetValue(FromVariable), parsed.GetValue(FromFile) }.Count(option => option is not null);
        if (given > 1) throw new UserError("Give one of --generate, --from-env and --from-file.");
        if (parsed.GetValue(Generate) is { } kind) return (null, GenerationOf(kind));
        var value = parsed.GetValue(FromVariable) is { } variable ? Variable(variable) : parsed.GetValue(FromFile) is { } file ? await FileAsync(file, ct) : await AskAsync(ct);
        return value.Length > 0 ? (value, null) : throw new UserError("The value is empty. To be rid of a secret, delete it.");
    }

    public static DateTimeOffset? ReadExpiry(ParseResult parsed, TimeProvider clock)
    {
        if (parsed.GetValue(Expires) is not { } text) return null;
        if (text.EndsWith('d') && int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and <= 36_500) return clock.GetUtcNow().AddDays(days);
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : throw new UserError($"--expires needs a number of days like 90d, or a day like 2027-01-31, not '{text}'.");
    }

    /// <summary>A password from a file, or with <c>-</c> from standard input; the end of its line is no part of it.</summary>
    public static async Task<string> FromAsync(string file, CancellationToken ct)
    {
        var value = file == "-" ? await AskAsync(ct) : (await FileAsync(file, ct)).TrimEnd('\r', '\n');
        return value.Length > 0 ? value : throw new UserError($"{(file == "-" ? "Standard input" : $"'{file}'")} holds no password.");
    }

    private static SecretGeneration GenerationOf(string text)
    {
        var (kind, length) = text.Split(':', 2) is [var k, var l] ? (k, l) : (text, null);
        if (length is null) return new SecretGeneration(kind);
        return int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new SecretGeneration(kind, number) : throw new UserError($"--generate {text}: the length is a number, like {kind}:32.");
    }

    private static string Variable(string name) => System.Environment.GetEnvironmentVariable(name) ?? throw new UserError($"--from-env: the environment variable '{name}' is not set.");

    private static async Task<string> FileAsync(string path, CancellationToken ct)
    {
        try
        {
            var info = new FileInfo(path);
            return info.Length <= Largest ? Utf8Text.Decode(await File.ReadAllBytesAsync(path, ct), $"'{path}'") : throw new UserError($"'{path}' is larger than {Largest / 1024} KiB, which no secret may be.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"'{path}' cannot be read: {e.Message}");
        }
    }

    private static async Task<string> AskAsync(CancellationToken ct)
    {
        if (!Console.IsInputRedirected) return await new TextPrompt<string>("Value:").Secret(null).ShowAsync(CommandLine.Terminal(Console.Error), ct);
        var bytes = new byte[Largest + 3];
        await using var input = Console.OpenStandardInput();
        var read = await input.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, ct);
        if (read > Largest + 2) throw new UserError($"The value on standard input is larger than {Largest / 1024} KiB, which no secret may be.");

        // What `echo` puts behind a value is not part of it.
        var value = Utf8Text.Decode(bytes.AsSpan(0, read), "The value on standard input");
        return value.EndsWith("\r\n", StringComparison.Ordinal) ? value[..^2] : value.EndsWith('\n') ? value[..^1] : value;
    }
}
