using System.Diagnostics;
using Xunit;

namespace Alicerce.Harness;

/// <summary>A program of <c>tests/oracle</c> in Node, with its locked packages; development only.</summary>
public static class NodeProgram
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);
    private static readonly SemaphoreSlim s_installing = new(1);

    /// <summary>What it prints. Skips the test where Node is not installed, unless every part is required.</summary>
    public static async Task<string> RunAsync(string name, string[] arguments, string input = "")
    {
        if (Find("npm") is null)
            Skip("npm is not on PATH; install Node.");
        return await RunAsync(await InstalledAsync(name), "node", arguments, input);
    }

    /// <summary>It keeps running, its three streams in the hands of the caller, who ends it by closing its input.</summary>
    public static async Task<Process> StartAsync(string name, params string[] arguments)
    {
        Requires.Program("npm");
        return Start(await InstalledAsync(name), "node", arguments);
    }

    /// <summary>The first of these programs on PATH.</summary>
    public static string? Find(params string[] programs) =>
        programs.SelectMany(program => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, program))).FirstOrDefault(File.Exists);

    /// <summary>Skips the test with this reason, unless every part is required.</summary>
    public static void Skip(string reason) => Requires.Demand(false, reason);

    private static async Task<string> InstalledAsync(string name)
    {
        await s_installing.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            return await InstallAsync(name);
        }
        finally
        {
            s_installing.Release();
        }
    }

    private static async Task<string> InstallAsync(string name)
    {
        var source = Path.Combine(Repository.Root, "tests", "oracle", name);
        var target = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "oracle", name)).FullName;
        var lockFile = Path.Combine(target, "package-lock.json");
        var fresh = File.Exists(Path.Combine(target, "node_modules", ".package-lock.json"))
            && File.Exists(lockFile) && await File.ReadAllTextAsync(Path.Combine(source, "package-lock.json")) == await File.ReadAllTextAsync(lockFile);
        foreach (var file in Directory.EnumerateFiles(source))
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)), overwrite: true);
        if (!fresh)
            await RunAsync(target, "npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"], input: "");
        return target;
    }

    private static async Task<string> RunAsync(string folder, string program, string[] arguments, string input)
    {
        using var process = Start(folder, program, arguments);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(s_patience);
        var answer = process.StandardOutput.ReadToEndAsync(patience.Token);
        var complaints = process.StandardError.ReadToEndAsync(patience.Token);
        await process.StandardInput.WriteAsync(input.AsMemory(), patience.Token);
        process.StandardInput.Close();
        await process.WaitForExitAsync(patience.Token);
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {await complaints}");
        return await answer;
    }

    private static Process Start(string folder, string program, string[] arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        WorkingDirectory = folder,
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}
