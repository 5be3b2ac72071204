namespace Alicerce.Cli.Tests;

/// <summary>
/// The help of every command is a file in <c>Golden</c>, so that a change of the command line is seen in a review. After a wanted change:
/// <c>ALICERCE_UPDATE_GOLDEN=tests/Cli.Tests/Golden</c> and run these tests once.
/// </summary>
public sealed class HelpTests
{
    public static TheoryData<string> Commands =>
    [
        "", "init", "scan", "check",
        "project", "project create", "project list", "project show", "project delete",
        "env", "env create", "env list", "env show", "env set", "env delete", "env datasource",
        "suite", "suite generate", "suite list", "suite show", "suite diff", "suite export", "suite import",
        "secrets", "secrets set", "secrets get", "secrets list", "secrets rotate", "secrets delete", "secrets versions", "secrets restore", "secrets import", "secrets export", "secrets run", "secrets scan",
        "ports", "ports allocate", "ports release", "ports reserve", "ports get", "ports list", "ports check", "ports ranges", "ports set-range", "ports import", "ports drift", "ports hosts", "ports history",
        "configs", "configs generate", "configs diff", "configs validate",
        "services", "services register", "services list", "services discover", "services show", "services deregister", "services heartbeat", "services check",
        "scenario", "scenario add", "scenario suggest", "scenario list", "scenario show", "scenario edit", "scenario delete", "scenario import", "scenario export", "scenario generate", "scenario promote",
        "audit", "audit list", "audit verify",
        "models", "models pull", "models list",
        "audit", "audit list", "audit verify", "alerts", "alerts list",
        "users", "users list", "users create", "users disable", "users enable", "tokens", "tokens list", "tokens create", "tokens revoke", "members", "members list", "members add", "members remove",
        "test", "test run", "test watch", "test cancel", "test report", "test history", "test compare",
    ];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Help_is_as_documented(string command)
    {
        var help = await CommandLineProcess.RunAsync([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);

        help.ExitCode.ShouldBe(0);
        help.Errors.ShouldBeEmpty();
        var name = $"help{(command.Length == 0 ? "" : "-")}{command.Replace(' ', '-')}.txt";
        if (Environment.GetEnvironmentVariable("ALICERCE_UPDATE_GOLDEN") is { Length: > 0 } folder)
            await File.WriteAllTextAsync(Path.Combine(folder, name), help.Output, TestContext.Current.CancellationToken);
        else
            help.Output.ShouldBe(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Golden", name), TestContext.Current.CancellationToken));
    }
}
