namespace Alicerce.Cli.Server.Wire;

internal sealed record RemoteSecret(
    string Key, string Scope, int Version, int? ProjectId = null, int? EnvironmentId = null, string? Description = null, DateTimeOffset? ExpiresAt = null, DateTimeOffset? LastRotated = null);

internal sealed record SecretGeneration(string Kind, int? Length = null);

internal sealed record SecretInput(
    string Key, string? Value = null, SecretGeneration? Generate = null, int? ProjectId = null, int? EnvironmentId = null, string? Description = null, bool? IsSensitive = null,
    DateTimeOffset? ExpiresAt = null, int? OwnerId = null);

internal sealed record SecretSetAnswer(string Key, string Scope, int Version, string? PublicKey = null);

/// <summary>Asks for a secret, its versions, or all of a scope; what is null is left out.</summary>
internal sealed record SecretQuestion(
    string? Key = null, string[]? Keys = null, int? Version = null, int? ProjectId = null, int? EnvironmentId = null, bool? Inherited = null, bool? Global = null, string? Content = null, bool? Preview = null);

internal sealed record SecretRevealed(string Key, string Value, int Version);

internal sealed record SecretsResolved(IReadOnlyDictionary<string, string> Values);

internal sealed record RemoteSecretVersion(int Version, DateTimeOffset WrittenAt, bool IsPresent);

internal sealed record ImportedSecret(string Key, string Action);

internal sealed record SecretsExported(string Content, int Count);

/// <summary>What a scan of files found; never the credential itself.</summary>
internal sealed record FoundCredential(string Path, int Line, string Kind, string? Name);
