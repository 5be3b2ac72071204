using System.Linq.Expressions;
using Alicerce.Modules.Resources.Rows;

namespace Alicerce.Modules.Resources.Secrets;

/// <summary>What lists tell of a secret: everything but its value (S004-SEC-04).</summary>
/// <param name="Scope"><c>global</c>, <c>project</c> or <c>environment</c>.</param>
/// <param name="Version">Counts writes from 1.</param>
/// <param name="IsSensitive">Hidden in the console until somebody reveals it.</param>
/// <param name="OwnerId">User who renews it.</param>
internal sealed record SecretView(
    int Id, string Key, string Scope, int? ProjectId, int? EnvironmentId, int Version, string? Description, bool IsSensitive, int? OwnerId,
    DateTimeOffset? ExpiresAt, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, DateTimeOffset? LastRotated)
{
    public static Expression<Func<StoredSecret, SecretView>> OfRow { get; } = s => new SecretView(
        s.Id, s.Key, s.Scope, s.ProjectId, s.EnvironmentId, s.Version, s.Description, s.IsSensitive, s.OwnerId, s.ExpiresAt, s.CreatedAt, s.UpdatedAt, s.LastRotated);

    /// <summary>The same for a row that is at hand.</summary>
    public static Func<StoredSecret, SecretView> Of { get; } = OfRow.Compile();
}

/// <param name="Success">Always true: what went wrong is answered as an error (S004-API-07).</param>
/// <param name="PublicKey">Of a generated pair, as PEM; it is also kept as <c>{KEY}_PUBLIC</c>.</param>
internal sealed record SecretSet(bool Success, string Key, string Scope, int Version, string? PublicKey);

/// <param name="Value">As it was written; references are not filled in.</param>
internal sealed record RevealedSecret(string Key, string Scope, int Version, string Value);

/// <param name="Values">By key, with references filled in.</param>
internal sealed record ResolvedSecrets(IReadOnlyDictionary<string, string> Values);

/// <param name="IsPresent">The one that is read.</param>
internal sealed record SecretVersionView(int Version, DateTimeOffset WrittenAt, bool IsPresent);

/// <param name="Success">Always true.</param>
internal sealed record SecretDeleted(bool Success, string Key, string Scope);
