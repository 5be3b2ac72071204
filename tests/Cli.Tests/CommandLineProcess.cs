using System.Diagnostics;
using System.Text;

namespace Alicerce.Cli.Tests;

/// <summary>What a real <c>alicerce</c> process said and how it ended.</summary>
public sealed record CommandLineProcess(int ExitCode, string Output, string Errors)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "alicerce.dll");

    public static Task<CommandLineProcess> RunAsync(params string[] arguments) => RunWithAsync([], arguments);

    /// <param name="variables">Added to an environment that names no server, no token and no data folder.</param>
    public static Task<CommandLineProcess> RunWithAsync(IReadOnlyDictionary<string, string> variables, params string[] arguments) =>
        RunUntilAsync(variables, Task.Delay(Timeout.Infinite, TestContext.Current.CancellationToken), arguments);

    /// <summary>With a folder that the process stands in.</summary>
    public static Task<CommandLineProcess> RunInAsync(string folder, IReadOnlyDictionary<string, string> variables, params string[] arguments) =>
        RunAsync(variables, Task.Delay(Timeout.Infinite, TestContext.Current.CancellationToken), _ => { }, arguments, folder);

    /// <summary>Presses Ctrl-C when <paramref name="interrupt"/> has ended, and waits for the process's own end.</summary>
    public static Task<CommandLineProcess> RunUntilAsync(IReadOnlyDictionary<string, string> variables, Task interrupt, params string[] arguments) =>
        RunAsync(variables, interrupt, _ => { }, arguments);

    /// <summary>Presses Ctrl-C when the process has printed <paramref name="text"/>, and waits for its own end.</summary>
    public static Task<CommandLineProcess> RunUntilSaidAsync(IReadOnlyDictionary<string, string> variables, string text, params string[] arguments)
    {
        var said = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return RunAsync(variables, said.Task, line => { if (line.Contains(text, StringComparison.Ordinal)) said.TrySetResult(); }, arguments);
    }

    private static async Task<CommandLineProcess> RunAsync(IReadOnlyDictionary<string, string> variables, Task interrupt, Action<string> onLine, string[] arguments, string? folder = null)
    {
        var start = StartOf(variables, arguments);
        if (folder is not null) start.WorkingDirectory = folder;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = ReadAsync(process.StandardOutput, onLine);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        try
        {
            var end = process.WaitForExitAsync(TestContext.Current.CancellationToken);
            if (await Task.WhenAny(end, interrupt) == interrupt)
            {
                await interrupt;
                using var kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
            }
            await end.WaitAsync(s_patience, TestContext.Current.CancellationToken);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
        return new CommandLineProcess(process.ExitCode, await output, await errors);
    }

    private static async Task<string> ReadAsync(StreamReader output, Action<string> onLine)
    {
        var all = new StringBuilder();
        while (await output.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            all.Append(line).Append('\n');
            onLine(line);
        }
        return all.ToString();
    }

    private static ProcessStartInfo StartOf(IReadOnlyDictionary<string, string> variables, string[] arguments)
    {
        // Tests that a shell runs in the background have Ctrl-C switched off, and would hand that down.
        string[] command = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT", "dotnet", Program] : ["dotnet", Program];
        var start = new ProcessStartInfo(command[0], [.. command[1..], .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false };
        foreach (var name in new[] { "ALICERCE_SERVER", "ALICERCE_TOKEN", "NO_COLOR" })
            start.Environment.Remove(name);
        start.Environment["ALICERCE_DATA"] = Path.Combine(Path.GetTempPath(), "alicerce-no-such-data");
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        return start;
    }

    private static Task<CommandLineProcess> RunWithAsync(KeyValuePair<string, string>[] none, string[] arguments) =>
        RunWithAsync(new Dictionary<string, string>(none), arguments);
}
