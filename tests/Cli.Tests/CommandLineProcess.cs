using System.Diagnostics;

namespace Alicerce.Cli.Tests;

/// <summary>What a real <c>alicerce</c> process said and how it ended.</summary>
public sealed record CommandLineProcess(int ExitCode, string Output, string Errors)
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "alicerce.dll");

    public static Task<CommandLineProcess> RunAsync(params string[] arguments) => RunWithAsync([], arguments);

    /// <param name="variables">Added to an environment that names no server, no token and no data folder.</param>
    public static async Task<CommandLineProcess> RunWithAsync(IReadOnlyDictionary<string, string> variables, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false };
        foreach (var name in new[] { "ALICERCE_SERVER", "ALICERCE_TOKEN", "NO_COLOR" })
            start.Environment.Remove(name);
        start.Environment["ALICERCE_DATA"] = Path.Combine(Path.GetTempPath(), "alicerce-no-such-data");
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        try
        {
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
        return new CommandLineProcess(process.ExitCode, await output, await errors);
    }

    private static Task<CommandLineProcess> RunWithAsync(KeyValuePair<string, string>[] none, string[] arguments) =>
        RunWithAsync(new Dictionary<string, string>(none), arguments);
}
