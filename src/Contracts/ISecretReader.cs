namespace Alicerce.Contracts;

/// <summary>A question to whoever keeps secrets. A secret resolves only in its own scope (D20).</summary>
public interface ISecretReader
{
    /// <summary>Everything that can fail fails here: what is opened asks nobody any more, so that a run never takes our own trouble for its target's.</summary>
    /// <param name="projectId">Whose secrets they are; another project's are never found.</param>
    /// <param name="environmentId">Null asks for what belongs to the project alone.</param>
    /// <param name="keys">Those that may be asked for; each that there is counts as read, and is written down as such.</param>
    /// <param name="purpose">For the audit log, such as <c>test_run:7</c>.</param>
    /// <exception cref="SecretsUnreadableException">What is kept is not what was written, or refers to what is not there.</exception>
    ValueTask<ISecretScope> OpenAsync(int projectId, int? environmentId, IReadOnlyCollection<string> keys, string purpose, CancellationToken ct);
}

/// <summary>The secrets of one project's environment, at hand.</summary>
public interface ISecretScope
{
    /// <param name="key">Name as in <c>${secret:KEY}</c>.</param>
    /// <returns>Null when there is none.</returns>
    string? Find(string key);
}

/// <summary>No secret is given out; the message says which and why, and holds no value.</summary>
public sealed class SecretsUnreadableException(string message, Exception inner) : Exception(message, inner);
