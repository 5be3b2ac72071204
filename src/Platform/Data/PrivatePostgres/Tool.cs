using System.Diagnostics;

namespace Alicerce.Platform.Data.PrivatePostgres;

/// <summary>Runs a program of the system to its end, with its input closed and its output kept.</summary>
internal static class Tool
{
    internal sealed record Outcome(int ExitCode, string Output, string Errors);

    /// <param name="input">Written to standard input: the way to hand over what must not appear in a process list.</param>
    public static async Task<Outcome> RunAsync(IReadOnlyList<string> command, CancellationToken ct, string? workingDirectory = null, string? input = null)
    {
        // The user of the cluster must be able to read the working directory; "/" always qualifies.
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            WorkingDirectory = workingDirectory ?? "/",
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        try
        {
            if (input is not null) await process.StandardInput.WriteAsync(input.AsMemory(), ct);
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(ct);
            var errors = process.StandardError.ReadToEndAsync(ct);
            await process.WaitForExitAsync(ct);
            return new Outcome(process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <returns>Null when the program is not installed.</returns>
    public static async Task<Outcome?> TryRunAsync(IReadOnlyList<string> command, CancellationToken ct)
    {
        try
        {
            return await RunAsync(command, ct);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
