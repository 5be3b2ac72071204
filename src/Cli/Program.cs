using System.CommandLine;
using Alicerce.Cli;
using Alicerce.Cli.Check;
using Alicerce.Cli.Scan;

var root = new RootCommand("Alicerce: finds a project's components, generates their tests, runs them and says what fails and why.")
{
    InitCommand.Create(),
    ScanCommand.Create(),
    CheckCommand.Create(),
};

return await CommandLine.InvokeAsync(root, args);
