using Alicerce.Harness;

namespace Alicerce.Cli.Tests.Alone;

/// <summary>D20: a target that is not on this machine is protected unless the caller says otherwise.</summary>
public sealed class ProtectedTargetTests : IDisposable
{
    private const string Elsewhere = "http://shop.invalid";
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_case_that_posts_is_left_out_elsewhere_whatever_its_mark_says_and_the_option_is_named()
    {
        await WriteCaseAsync();

        var result = await CommandLineProcess.RunAsync("check", _folder.Path, "--url", Elsewhere, "--report", $"junit={_folder["report.xml"]}");

        result.Output.ShouldContain("1 skipped");
        result.Output.ShouldContain("nothing that changes state is sent without --allow-changes");
        (await File.ReadAllTextAsync(_folder["report.xml"], TestContext.Current.CancellationToken)).ShouldContain("there, check again with --allow-changes");
    }

    [Fact]
    public async Task With_the_option_it_is_sent()
    {
        await WriteCaseAsync();

        var result = await CommandLineProcess.RunAsync("check", _folder.Path, "--url", Elsewhere, "--json", "--allow-changes");

        result.Output.ShouldNotContain("protected_environment");
        result.Output.ShouldContain("connection");
    }

    private async Task WriteCaseAsync()
    {
        var file = Path.Combine(_folder.Path, "alicerce", "cases", "cases.yaml");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(
            file, "cases:\n  - key: order\n    name: Order\n    kind: api\n    mutates: false\n    request: POST /orders\n    asserts:\n      - status: 200\n", TestContext.Current.CancellationToken);
    }
}
