using System.Text.RegularExpressions;
using Alicerce.Harness;

namespace Alicerce.Server.Tests.Starting;

public sealed partial class PrintedSettingsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_setting_is_printed_with_its_value_and_no_secret()
    {
        var settings = new Dictionary<string, string>
        {
            ["DATABASE_URL"] = "postgres://me:hidden1@db.internal:5432/house",
            ["REDIS_URL"] = "redis://:hidden2@cache.internal:6379/0",
            ["INTERNAL_SERVICE_KEY"] = "hidden3-hidden3-hidden3-hidden3-hidden3",
            ["ALICERCE_SECRET_SHOP__LOCAL__DB_PASSWORD"] = "hidden4",
            ["ALICERCE_ROLLS"] = "hidden5",
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "https://hidden6@collector.internal:4318/v1?api_key=hidden7",
            ["ALICERCE_JOBS"] = "12",
        };
        await using var server = ServerProcess.Start(settings, "--print-config");
        (await server.ExitAsync(Ct)).ShouldBe(0);
        var printed = string.Join('\n', server.Output);
        printed.ShouldNotContain("hidden");
        printed.ShouldContain("DATABASE_URL=postgres://me:***@db.internal:5432/house");
        printed.ShouldContain("REDIS_URL=redis://:***@cache.internal:6379/0");
        printed.ShouldContain("OTEL_EXPORTER_OTLP_ENDPOINT=https://***@collector.internal:4318/v1?api_key=***");
        printed.ShouldContain("INTERNAL_SERVICE_KEY=***");
        printed.ShouldContain("ALICERCE_SECRET_SHOP__LOCAL__DB_PASSWORD=***");
        printed.ShouldContain("ALICERCE_JOBS=12");
        printed.ShouldContain("# LOG_LEVEL is not set");
        printed.ShouldContain("# ALICERCE_ROLLS is set and no setting of this version");
    }

    [Fact]
    public void The_printed_settings_are_those_of_the_guide()
    {
        var guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", "server.md"));
        var documented = Row().Matches(guide).Select(row => row.Groups["name"].Value).Where(name => !name.Contains('{', StringComparison.Ordinal));
        documented.ShouldBe(PrintedSettings.Table.Select(setting => setting.Name));
    }

    /// <summary>Finds a setting that somebody added to the code and nowhere else.</summary>
    [Fact]
    [Trait("Req", "S001-ANTI-10")]
    public void Every_setting_that_the_code_reads_is_in_the_list()
    {
        var read = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/Cli/", StringComparison.Ordinal))
            .SelectMany(file => Name().Matches(File.ReadAllText(file)).Select(name => name.Groups["name"].Value))
            .Where(name => !name.EndsWith('_'))
            .ToHashSet(StringComparer.Ordinal);
        read.Except(PrintedSettings.Table.Select(setting => setting.Name), StringComparer.Ordinal).ShouldBeEmpty();
        read.Count.ShouldBeGreaterThan(15);
    }

    [GeneratedRegex("^\\| `(?<name>[A-Z_{}]+)` \\|", RegexOptions.Multiline | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Row();

    [GeneratedRegex("\"(?<name>ALICERCE_[A-Z_]+)\"", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Name();
}
