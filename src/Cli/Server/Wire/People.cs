namespace Alicerce.Cli.Server.Wire;

internal sealed record RemoteUser(int Id, string Name, string Role, bool IsActive, string? Email = null);

internal sealed record UserInput(string Email, string Name, string? Phone = null, string? Role = null);

/// <param name="Token">With which the user chooses a password, once.</param>
internal sealed record PasswordLink(string Token, DateTimeOffset ExpiresAt);

internal sealed record PasswordChoice(string Token, string NewPassword);

internal sealed record RemoteToken(int Id, string Name, string Scope, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt = null, DateTimeOffset? ExpiresAt = null);

internal sealed record TokenInput(string Name, string? Scope = null, int? ExpiresInDays = null);

/// <param name="Token">Shown this once.</param>
internal sealed record NewToken(int Id, string Name, string Scope, string Token, DateTimeOffset? ExpiresAt = null);

internal sealed record RemoteMember(int UserId, string Name, string Role, string? Email = null);

internal sealed record MemberInput(string Role);

internal sealed record RemoteAlert(int Id, string Tipo, string Severidade, string Mensagem, string State, DateTimeOffset Since, DateTimeOffset? ResolvedAt = null);
