namespace Alicerce.Contracts;

/// <summary>A question to whoever keeps secrets: the value for a project's environment, or null when there is none. A secret resolves only in its own scope (D20).</summary>
public interface ISecretReader
{
    /// <param name="key">Name as in <c>${secret:KEY}</c>.</param>
    /// <param name="projectId">Whose secret it is; another project's is never found.</param>
    /// <param name="environmentId">Null asks for what belongs to the project alone.</param>
    ValueTask<string?> ReadAsync(string key, int projectId, int? environmentId, CancellationToken ct);
}
