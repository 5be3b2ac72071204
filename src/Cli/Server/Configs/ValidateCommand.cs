using System.ComponentModel;
using System.CommandLine;
using System.Diagnostics;
using System.Text;
using Alicerce.Engine.Formats;

namespace Alicerce.Cli.Server.Configs;

/// <summary><c>alicerce configs validate KIND FILE</c>: asks the program that a file is for, where it is installed, without starting anything.</summary>
internal static class ValidateCommand
{
    /// <summary>Of the file, in a command.</summary>
    private const string Place = "{file}";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly Argument<string> Kind = new("kind") { Description = "docker-compose, nginx, quantum-config, traefik or prometheus." };
    private static readonly Argument<string> Checked = new("file") { Description = "The file to check." };

    /// <summary>Programs that read a file of this kind; the first that is installed is asked.</summary>
    private static readonly Dictionary<string, string[][]> s_programs = new(StringComparer.Ordinal)
    {
        ["docker-compose"] = [["docker-compose", "-f", Place, "config", "-q"], ["docker", "compose", "-f", Place, "config", "-q"]],
        ["nginx"] = [["nginx", "-t", "-q", "-e", "stderr", "-c", Place]],
        ["prometheus"] = [["promtool", "check", "config", Place]],
    };

    public static Command Create()
    {
        Kind.AcceptOnlyFromAmong("docker-compose", "nginx", "quantum-config", "traefik", "prometheus");
        var command = new Command("validate", "Check a file with the program that it is for: exit code 1 when it is refused.") { Kind, Checked };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        var (kind, path) = (parsed.GetValue(Kind)!, Path.GetFullPath(parsed.GetValue(Checked)!));
        if (!File.Exists(path)) throw new UserError($"There is no file {path}.");
        var (said, by) = s_programs.TryGetValue(kind, out var programs) ? await AskAsync(programs, path, ct) : (ReadYaml(await ConfigFile.ReadAsync(path, ct)), "YAML");
        if (said is null)
        {
            ServerOutput.Line($"{path} is accepted ({by}).");
            return ExitCodes.Ok;
        }

        foreach (var line in said.Split('\n', StringSplitOptions.RemoveEmptyEntries)) await Console.Error.WriteLineAsync(PlainText.OneLine(line));
        await Console.Error.WriteLineAsync($"alicerce: {path} is refused ({by}).");
        return ExitCodes.Failed;
    }

    private static string? ReadYaml(string text) => DocumentReader.ReadYaml(Encoding.UTF8.GetBytes(text)).Problem is { } problem ? $"line {problem.Line}, column {problem.Column}: {problem.Message}" : null;

    private static async Task<(string? Said, string By)> AskAsync(string[][] programs, string path, CancellationToken ct)
    {
        foreach (var program in programs)
        {
            // Docker is often there without its plugin.
            if (program[0] == "docker" && await RunAsync(["docker", "compose", "version"], path, ct) is not { ExitCode: 0 }) continue;
            if (await RunAsync(program, path, ct) is { } run) return (run.ExitCode == 0 ? null : run.Said, program[0]);
        }

        throw new UserError($"Nothing was checked: {string.Join(" or ", programs.Select(program => program[0]))} is not installed here.");
    }

    /// <returns>Null when the program is not there.</returns>
    private static async Task<(int ExitCode, string Said)?> RunAsync(string[] program, string path, CancellationToken ct)
    {
        string[] arguments = [.. program[1..].Select(word => word == Place ? path : word)];
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program[0], arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false })!;
            process.StandardInput.Close();
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
            try
            {
                await process.WaitForExitAsync(limit.Token);
            }
            finally
            {
                if (!process.HasExited) process.Kill(entireProcessTree: true);
            }

            return (process.ExitCode, $"{await output}{await errors}");
        }
        catch (Win32Exception)
        {
            return null;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new UserError($"{program[0]} did not answer within {Patience.TotalSeconds:F0} seconds.");
        }
    }
}
