using System.CommandLine;
using Alicerce.Cli;
using Alicerce.Cli.Check;
using Alicerce.Cli.Models;
using Alicerce.Cli.Scan;
using Alicerce.Cli.Server.Alerts;
using Alicerce.Cli.Server.Audit;
using Alicerce.Cli.Server.Configs;
using Alicerce.Cli.Server.Environments;
using Alicerce.Cli.Server.People;
using Alicerce.Cli.Server.Ports;
using Alicerce.Cli.Server.Projects;
using Alicerce.Cli.Server.Runs;
using Alicerce.Cli.Server.Scenarios;
using Alicerce.Cli.Server.Secrets;
using Alicerce.Cli.Server.Services;
using Alicerce.Cli.Server.Suites;

const string InlineSocketCompletions = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";
var root = new RootCommand("Alicerce: finds a project's components, generates their tests, runs them and says what fails and why.")
{
    InitCommand.Create(),
    ScanCommand.Create(),
    CheckCommand.Create(),
    ProjectCommand.Create(),
    EnvironmentCommand.Create(),
    SuiteCommand.Create(),
    TestCommand.Create(),
    SecretsCommand.Create(),
    PortsCommand.Create(),
    ConfigsCommand.Create(),
    ServicesCommand.Create(),
    ScenarioCommand.Create(),
    AuditCommand.Create(),
    AlertsCommand.Create(),
    UsersCommand.Create(),
    TokensCommand.Create(),
    MembersCommand.Create(),
    ModelsCommand.Create(),
};

// What a socket received is worked on by the thread that saw it arrive: a run has thousands of short answers, and nothing in it blocks. It is
// read when the first socket is made, and has no other switch.
if (Environment.GetEnvironmentVariable(InlineSocketCompletions) is null) Environment.SetEnvironmentVariable(InlineSocketCompletions, "1");
return await CommandLine.InvokeAsync(root, args);
