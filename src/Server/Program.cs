using System.Runtime.InteropServices;
using Alicerce.Platform.Data;
using Alicerce.Platform.Web;
using Alicerce.Server;
using Microsoft.AspNetCore.Connections;
using Npgsql;

const int Success = 0;
const int CannotStart = 1;
const int WrongUse = 2;

var settings = new ConfigurationBuilder().AddEnvironmentVariables().Build();
using var stop = new CancellationTokenSource();
using var interrupt = OnSignal(PosixSignal.SIGINT);
using var terminate = OnSignal(PosixSignal.SIGTERM);

try
{
    switch (args)
    {
        case []: await ServeAsync(); break;
        case ["migrate"] or ["migrate", "up"]: await Commands.MigrateUpAsync(settings, Console.Out, stop.Token); break;
        case ["migrate", "down", var schema, var steps] when int.TryParse(steps, out var number): await Commands.MigrateDownAsync(settings, schema, number, Console.Out, stop.Token); break;
        case ["postgres"]: await Commands.RunPostgresAsync(settings, Console.Out, stop.Token); break;
        case ["admin-token"]: await AdminTokenCommand.RunAsync(settings, Console.Out, stop.Token); break;
        case ["recovery-key"]: await BackupCommands.CreateRecoveryKeyAsync(settings, isReplacing: false, Console.Out); break;
        case ["recovery-key", "--replace"]: await BackupCommands.CreateRecoveryKeyAsync(settings, isReplacing: true, Console.Out); break;
        case ["rotate-master-key"]: await MasterKeyCommand.RunAsync(settings, Console.Out, stop.Token); break;
        case ["backup"]: await BackupCommands.BackUpAsync(settings, null, Console.Out, stop.Token); break;
        case ["backup", [not '-', ..] file]: await BackupCommands.BackUpAsync(settings, file, Console.Out, stop.Token); break;
        case ["restore", var file]: await BackupCommands.RestoreAsync(settings, file, null, Console.In, Console.Out, stop.Token); break;
        case ["restore", var file, "--key-file", var keyFile]: await BackupCommands.RestoreAsync(settings, file, keyFile, Console.In, Console.Out, stop.Token); break;
        case ["openapi"]: await Commands.PrintOpenApiAsync(Console.Out, stop.Token); break;
        case ["--list-roles"]: Commands.ListRoles(Console.Out); break;
        case ["--check-config"]: Commands.CheckConfiguration(settings, Console.Out); break;
        case ["--print-config"]: PrintedSettings.Print(settings, Console.Out); break;
        case ["--version"]: Console.WriteLine(ServiceInfo.Version); break;
        case ["--help"] or ["-h"]: Console.WriteLine(Commands.Help); break;
        default:
            await Console.Error.WriteLineAsync($"alicerce-server does not know '{string.Join(' ', args)}'. It knows:\n{Commands.Help}");
            return WrongUse;
    }

    return Success;
}
catch (StartupException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return CannotStart;
}
catch (IOException e) when (e.InnerException is AddressInUseException)
{
    await Console.Error.WriteLineAsync($"{e.Message} Stop the program that listens there, or set ALICERCE_URLS to another address.");
    return CannotStart;
}
catch (NpgsqlException e)
{
    await Console.Error.WriteLineAsync($"PostgreSQL cannot be used: {e.Message.ReplaceLineEndings(" ")} Look at DATABASE_URL and DATABASE_OWNER_URL, or at the log of the private one in the data folder.");
    return CannotStart;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return Success;
}

async Task ServeAsync()
{
    await DatabaseWait.UntilThereAsync(ServerHost.ReadOptions(settings, Rooms.All), Console.Error, stop.Token);
    await using var server = await ServerHost.StartAsync(settings, Rooms.All, stop.Token);
    var log = server.App.Services.GetRequiredService<ILoggerFactory>().CreateLogger("alicerce");
    log.LogInformation("Alicerce {Version} listens on {Urls}", ServiceInfo.Version, string.Join(", ", server.Urls));
    await Task.Delay(Timeout.Infinite, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    log.LogInformation("Alicerce stops: running requests and jobs are given a moment to end.");
}

// The signal ends our own waiting, so that jobs, requests and the database stop in this order and nothing is cut off.
PosixSignalRegistration OnSignal(PosixSignal signal) => PosixSignalRegistration.Create(signal, context =>
{
    context.Cancel = true;
    stop.Cancel();
});
