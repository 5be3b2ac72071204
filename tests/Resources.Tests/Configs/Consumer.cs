using System.Diagnostics;

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
    public static async Task<string[]> ComposeAsync()
    {
        foreach (var command in new string[][] { ["docker", "compose"], ["docker-compose"] })
        {
            try
            {
                if ((await RunAsync(command[0], [.. command[1..], "version"])).ExitCode == 0) return command;
            }
            catch (System.ComponentModel.Win32Exception)
            {
                // It is not installed.
            }
        }

        Assert.Skip("Docker Compose is not installed");
        return [];
    }
}
