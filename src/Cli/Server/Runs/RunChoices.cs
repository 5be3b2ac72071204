using System.CommandLine;
using Alicerce.Cli.Server.Wire;

namespace Alicerce.Cli.Server.Runs;

/// <summary>Options of a run, as <c>check</c> has them.</summary>
internal static class RunChoices
{
    private static readonly Option<string?> Filter = new("--filter") { Description = "Only cases whose name, key or path holds this text or matches this glob." };
    private static readonly Option<string[]> Tags = new("--tag") { Description = "Only cases with this tag; !tag leaves cases out." };
    private static readonly Option<int?> Seed = new("--seed") { Description = "Same seed, same values." };
    private static readonly Option<bool> FailFast = new("--fail-fast") { Description = "Stop after the first case that fails." };
    private static readonly Option<double?> Rate = new("--rate") { CustomParser = Numbers.Positive, Description = "Requests a second at most." };
    private static readonly Option<int?> Parallel = new("--parallel") { CustomParser = Numbers.Whole(1, 1000), Description = "Cases at once (16)." };

    public static Command WithRunChoices(this Command command)
    {
        foreach (var option in new Option[] { Filter, Tags, Seed, FailFast, Rate, Parallel })
            command.Options.Add(option);
        return command;
    }

    public static RunInput Read(ParseResult parsed, int? environmentId) => new(
        environmentId, "cli", parsed.GetValue(Seed), parsed.GetValue(Filter) is { } filter ? [filter] : null, parsed.GetValue(Tags) is { Length: > 0 } tags ? SplitCommas(tags) : null,
        parsed.GetValue(FailFast) ? true : null, parsed.GetValue(Parallel), parsed.GetValue(Rate));

    private static string[] SplitCommas(string[] values) =>
        [.. values.SelectMany(v => v.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
}
