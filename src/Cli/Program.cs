using System.CommandLine;
using Alicerce.Cli;
using Alicerce.Cli.Check;
using Alicerce.Cli.Scan;
using Alicerce.Cli.Server.Audit;
using Alicerce.Cli.Server.Environments;
using Alicerce.Cli.Server.Projects;
using Alicerce.Cli.Server.Runs;
using Alicerce.Cli.Server.Suites;

var root = new RootCommand("Alicerce: finds a project's components, generates their tests, runs them and says what fails and why.")
{
    InitCommand.Create(),
    ScanCommand.Create(),
    CheckCommand.Create(),
    ProjectCommand.Create(),
    EnvironmentCommand.Create(),
    SuiteCommand.Create(),
    TestCommand.Create(),
    AuditCommand.Create(),
};

return await CommandLine.InvokeAsync(root, args);
