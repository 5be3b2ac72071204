using Alicerce.Cli.Server.Connection;
using Alicerce.Cli.Server.Wire;
using Alicerce.Engine.Cases;

namespace Alicerce.Cli.Server.Runs;

/// <summary>The cases of a suite by their id, as far as listeners look at them: key, name, kind, and what they were made from.</summary>
internal sealed class RemoteCases
{
    /// <summary>Cases beyond this are shown by the name that their results bring along.</summary>
    private const int MostCases = 50_000;

    private readonly Dictionary<int, TestCase> _byId = [];

    public static RemoteCases None { get; } = new();

    public static async Task<RemoteCases> LoadAsync(ServerClient client, int suiteId, CancellationToken ct)
    {
        var cases = new RemoteCases();
        await foreach (var item in client.ListAsync($"test-suites/{suiteId}/cases", ServerJson.Default.RemoteCase, ct))
        {
            if (cases._byId.Count == MostCases)
                break;
            cases._byId[item.Value.Id] = CaseOf(item.Value);
        }
        return cases;
    }

    public TestCase Find(ResultEvent result, ResultDetails? details) =>
        result.TestCaseId is { } id && _byId.TryGetValue(id, out var known)
            ? known
            : new TestCase { Key = details?.Key ?? result.TestName, Name = result.TestName, Kind = KindOf(details?.TestType), Steps = [], ComponentPath = ComponentOf(details?.Key) };

    private static TestCase CaseOf(RemoteCase c) => new()
    {
        Key = c.Key,
        Name = c.Name,
        Description = c.Description,
        Kind = KindOf(c.TestType),
        Steps = [],
        Tags = c.Tags ?? [],
        IsActive = c.IsActive,
        GenerationSource = c.GenerationSource,
        ComponentPath = c.ComponentPath,
        ProbesFinding = c.ProbesFinding,
    };

    private static CaseKind KindOf(string? type) => Enum.TryParse<CaseKind>(type, ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : CaseKind.Api;

    /// <summary>Keys of generated cases begin with the component's path.</summary>
    private static string? ComponentOf(string? key) => key?.IndexOf('|', StringComparison.Ordinal) is > 0 and var bar ? key[..bar] : null;
}
