using System.Diagnostics;
using Alicerce.Harness;

namespace Alicerce.Resources.Tests.Configs;

/// <summary>A real program that reads what was generated.</summary>
internal static class Consumer
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(s_patience, TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await errors);
    }

    /// <summary>Compose as a plugin of Docker or as a program of its own; no engine is needed to read a file.</summary>
    /// <returns>Its command, and whether it is of version 2 or later, which prints JSON.</returns>
    public static async Task<(string[] Command, bool PrintsJson)> ComposeAsync()
    {
        try
        {
            if ((await RunAsync("docker", "compose", "version")).ExitCode == 0) return (["docker", "compose"], true);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // It is not installed.
        }

        Requires.Program("docker-compose");
        return (["docker-compose"], !(await RunAsync("docker-compose", "version", "--short")).Output.StartsWith("1.", StringComparison.Ordinal));
    }
}
