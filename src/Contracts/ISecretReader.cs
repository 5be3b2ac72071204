namespace Alicerce.Contracts;

/// <summary>A question to whoever keeps secrets: the value for a project's environment, or null when there is none.</summary>
public interface ISecretReader
{
    /// <param name="key">Name as in <c>${secret:KEY}</c>.</param>
    /// <param name="projectId">Scope of the search, narrowest first: environment, project, global.</param>
    /// <param name="environmentId">Null when the run has no environment.</param>
    ValueTask<string?> ReadAsync(string key, int projectId, int? environmentId, CancellationToken ct);
}
