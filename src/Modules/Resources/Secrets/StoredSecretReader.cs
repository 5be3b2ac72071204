using Alicerce.Contracts;
using Alicerce.Platform.Projects;

namespace Alicerce.Modules.Resources.Secrets;

/// <summary>Answers other modules: what is kept here goes first, then what the process was started with (S004-SEC-03).</summary>
internal sealed class StoredSecretReader(SecretReading reading, EnvironmentSecretReader variables) : ISecretReader
{
    public async ValueTask<ISecretScope> OpenAsync(int projectId, int? environmentId, IReadOnlyCollection<string> keys, string purpose, CancellationToken ct)
    {
        var others = await variables.OpenAsync(projectId, environmentId, keys, purpose, ct);
        if (keys.Count == 0) return others;
        try
        {
            var stored = await reading.ResolveAsync(new Owner(projectId, environmentId), keys, purpose, ct);
            return new Scope(stored.ToDictionary(secret => secret.Key, secret => secret.Value, StringComparer.Ordinal), others);
        }
        catch (Exception e) when (e is SecretTamperedException or SecretReferenceException)
        {
            throw new SecretsUnreadableException(e.Message, e);
        }
    }

    private sealed class Scope(Dictionary<string, string> stored, ISecretScope others) : ISecretScope
    {
        public string? Find(string key) => stored.GetValueOrDefault(key) ?? others.Find(key);
    }
}
