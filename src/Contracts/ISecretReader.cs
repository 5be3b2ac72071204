namespace Alicerce.Contracts;

/// <summary>A question to whoever keeps secrets. A secret resolves only in its own scope (D20).</summary>
public interface ISecretReader
{
    /// <summary>Everything that can fail fails here: what is opened asks nobody any more, so that a run never takes our own trouble for its target's.</summary>
    /// <param name="projectId">Whose secrets they are; another project's are never found.</param>
    /// <param name="environmentId">Null asks for what belongs to the project alone.</param>
    ValueTask<ISecretScope> OpenAsync(int projectId, int? environmentId, CancellationToken ct);
}

/// <summary>The secrets of one project's environment, at hand.</summary>
public interface ISecretScope
{
    /// <param name="key">Name as in <c>${secret:KEY}</c>.</param>
    /// <returns>Null when there is none.</returns>
    string? Find(string key);
}
