namespace Alicerce.Engine.Running.Paths;

/// <summary>How much one selection may still look at; when it is used up, the selection ends with what it has.</summary>
internal sealed class PathBudget
{
    /// <summary>Most nodes that one selection gives.</summary>
    public const int MaxNodes = 10_000;

    private int _visits = 1_000_000;

    /// <summary>Takes one visit; false when there is none left.</summary>
    public bool Visit() => _visits-- > 0;

    /// <summary>Whether a result list may take another node.</summary>
    public static bool HasRoom(int count) => count < MaxNodes;
}
