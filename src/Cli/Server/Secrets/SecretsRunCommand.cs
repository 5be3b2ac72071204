using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Alicerce.Cli.Server.Connection;
using Alicerce.Cli.Server.Environments;
using Alicerce.Cli.Server.Wire;

namespace Alicerce.Cli.Server.Secrets;

/// <summary><c>alicerce secrets run -- CMD</c>: a process has the secrets in its variables, and no file does.</summary>
internal static class SecretsRunCommand
{
    private static readonly Argument<string[]> Program = new("command") { Description = "The program and its arguments, behind --.", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string[]> Keys = new("--key") { Description = "Only this secret; may be given more than once.", HelpName = "key" };

    public static Command Create()
    {
        var run = new Command("run", "Run a program with an environment's secrets in its variables. Its exit code is the program's.") { Program, Keys, ServerOptions.Project, OwnerScope.Environment, ServerOptions.Server, ServerOptions.TokenFile };
        run.SetServerAction(RunAsync);
        return run;
    }

    private static async Task<int> RunAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var scope = await OwnerScope.ReadAsync(parsed, client, ct);
        var keys = parsed.GetValue(Keys) is { Length: > 0 } chosen ? chosen : null;
        if (scope.ProjectId is null && keys is null) throw new UserError("Whose secrets? Give --project and --env, or each global secret with --key.");
        var question = new SecretQuestion(Keys: keys, ProjectId: scope.ProjectId, EnvironmentId: scope.EnvironmentId);
        var secrets = (await client.SendAsync(HttpMethod.Post, "resources/secrets/resolve", RequestContent.Json(question, ServerJson.Default.SecretQuestion), ServerJson.Default.SecretsResolved, ct)).Value;
        return await RunAsync(parsed.GetValue(Program)!, secrets.Values);
    }

    private static async Task<int> RunAsync(string[] command, IReadOnlyDictionary<string, string> values)
    {
        var start = new ProcessStartInfo(ProgramPath.Find(command[0]), command[1..]) { UseShellExecute = false };
        foreach (var (key, value) in values) start.Environment[key] = value;

        // The token that fetched them is not the program's.
        start.Environment.Remove("ALICERCE_TOKEN");
        Process? process = null;
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true); // The terminal tells the program itself.
        using var terminate = Forward(PosixSignal.SIGTERM, 15, () => process);
        using var hangUp = Forward(PosixSignal.SIGHUP, 1, () => process);
        try
        {
            process = Process.Start(start);
        }
        catch (Win32Exception e)
        {
            throw new UserError($"'{command[0]}' cannot be run: {e.Message}", ProgramPath.NotExecutable);
        }

        using (process)
        {
            await process!.WaitForExitAsync(CancellationToken.None);
            return process.ExitCode;
        }
    }

    private static PosixSignalRegistration Forward(PosixSignal signal, int number, Func<Process?> target) => PosixSignalRegistration.Create(signal, context =>
    {
        // Before there is a program to tell, the signal is ours.
        if (target() is not { } process) return;
        context.Cancel = true;
        if (!process.HasExited) _ = Kill(process.Id, number);
    });

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
