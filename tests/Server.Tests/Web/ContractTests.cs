using System.Text.Json;
using Alicerce.Harness;

namespace Alicerce.Server.Tests.Web;

/// <summary>
/// What v1 has promised stays: <c>Promised.txt</c> has a line for each operation, parameter, field of a body and field of an answer. More may come;
/// what goes, changes its type or becomes required breaks programs of others and needs a v2.
/// </summary>
public sealed class ContractTests
{
    private static readonly string File = Path.Combine(Repository.Root, "tests", "Server.Tests", "Web", "Promised.txt");
    private static readonly string Description = Path.Combine(Repository.Root, "docs", "api", "openapi.json");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Req", "S001-PRIN-12")]
    public async Task Nothing_that_was_promised_is_gone_and_nothing_new_is_demanded()
    {
        using var description = JsonDocument.Parse(await System.IO.File.ReadAllTextAsync(Description, Ct));
        var now = new Contract(description.RootElement).Lines();

        // After a release: ALICERCE_PROMISE=1 writes what that one promises.
        if (Environment.GetEnvironmentVariable("ALICERCE_PROMISE") == "1") await System.IO.File.WriteAllLinesAsync(File, now, Ct);
        string[] promised = await System.IO.File.ReadAllLinesAsync(File, Ct);
        promised.Length.ShouldBeGreaterThan(500);
        promised.Except(now).ShouldBeEmpty("gone");
        var operations = promised.Where(line => line.Split(' ').Length == 2).ToHashSet();
        now.Except(promised).Where(line => line.EndsWith(Contract.Demanded, StringComparison.Ordinal) && operations.Contains(string.Join(' ', line.Split(' ')[..2]))).ShouldBeEmpty("demanded anew");
    }
}
