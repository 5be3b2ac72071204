using System.Diagnostics;
using Alicerce.Platform.Data;

namespace Alicerce.Platform.Backups;

/// <summary><c>pg_dump</c> or <c>pg_restore</c> at work, with its bytes streamed.</summary>
internal static class ClientProgram
{
    private const int LongestError = 4000;

    /// <param name="exchange">Reads the program's output, or writes its input, which is closed afterwards.</param>
    /// <exception cref="StartupException">The program failed; its own words are in the message.</exception>
    public static async Task RunAsync(IReadOnlyList<string> command, IReadOnlyDictionary<string, string> variables, Func<Process, Task> exchange, CancellationToken ct)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            WorkingDirectory = "/",
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList()) start.Environment.Remove(name);
        foreach (var (name, value) in variables) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        try
        {
            var errors = ReadErrorsAsync(process, ct);
            await exchange(process);
            process.StandardInput.Close();
            await process.WaitForExitAsync(ct);
            if (process.ExitCode != 0) throw new StartupException($"{Path.GetFileName(command[0])} failed: {await errors}");
        }
        catch
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static async Task<string> ReadErrorsAsync(Process process, CancellationToken ct)
    {
        var (kept, buffer) = ("", new char[1024]);
        while (await process.StandardError.ReadAsync(buffer, ct) is > 0 and var read)
            if (kept.Length < LongestError) kept += new string(buffer, 0, read);
        return kept.Trim();
    }
}
