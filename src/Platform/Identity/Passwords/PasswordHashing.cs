using Alicerce.Platform.Data.Rows;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Identity;

namespace Alicerce.Platform.Identity;

/// <summary>
/// The framework's slow hash, a few at a time: whoever sends many passwords at once waits, and the rest of the server does not.
/// </summary>
internal sealed class PasswordHashing(IPasswordHasher<User> hasher) : IDisposable
{
    /// <summary>Of PBKDF2 with HMAC-SHA512; what OWASP asks for.</summary>
    public const int Iterations = 210_000;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);
    public static readonly Problem Busy = Problem.Unavailable("auth.busy", "Too many passwords are being checked; try again in a moment.", TimeSpan.FromSeconds(2));

    private readonly SemaphoreSlim _places = new(Math.Max(1, Environment.ProcessorCount / 2));
    private readonly Lazy<string> _nobodysHash = new(() => hasher.HashPassword(Nobody, "no password of anybody"));

    private static User Nobody { get; } = new() { Name = "", Role = "" };

    public Task<string?> HashAsync(string password, CancellationToken ct) => InTurnAsync<string?>(() => hasher.HashPassword(Nobody, password), null, ct);

    /// <summary>Takes as long for an account without a password, or that is not there, as for a wrong one.</summary>
    /// <returns>Null when there was no turn in time.</returns>
    public Task<PasswordVerificationResult?> VerifyAsync(string? hash, string password, CancellationToken ct) => InTurnAsync<PasswordVerificationResult?>(
        () =>
        {
            var result = hasher.VerifyHashedPassword(Nobody, hash ?? _nobodysHash.Value, password);
            return hash is null ? PasswordVerificationResult.Failed : result;
        },
        null,
        ct);

    public void Dispose() => _places.Dispose();

    private async Task<T> InTurnAsync<T>(Func<T> work, T ifBusy, CancellationToken ct)
    {
        if (!await _places.WaitAsync(LongestWait, ct)) return ifBusy;
        try
        {
            return await Task.Run(work, CancellationToken.None);
        }
        finally
        {
            _places.Release();
        }
    }
}
