using System.Collections.Frozen;
using Alicerce.Outbound;
using Microsoft.Extensions.Logging;

namespace Alicerce.Platform.Identity;

/// <summary>
/// The provider's keys, kept for an hour (S001-AUTH-03). A key that is not among them is asked for once, at most every minute (T001-14); while
/// the provider is away or answers nonsense, the last good keys serve on (T001-15).
/// </summary>
internal sealed class SigningKeys(ProviderClient provider, TimeProvider clock, ILogger<SigningKeys> log)
{
    private static readonly TimeSpan s_fresh = TimeSpan.FromHours(1);
    private static readonly TimeSpan s_pause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_pauseWithoutAny = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private volatile KnownKeys? _known;
    private Task _refresh = Task.CompletedTask;
    private long? _lastTry;

    private sealed record KnownKeys(FrozenDictionary<string, VerificationKey> Keys, long ReadAt);

    /// <returns>Null when the provider has no such key.</returns>
    public async ValueTask<VerificationKey?> FindAsync(string kid, CancellationToken ct)
    {
        if (_known is { } known && clock.GetElapsedTime(known.ReadAt) < s_fresh && known.Keys.TryGetValue(kid, out var key)) return key;
        await Refresh().WaitAsync(ct);
        return _known?.Keys.GetValueOrDefault(kid);
    }

    /// <summary>One at a time, for all who ask meanwhile; none of them can end it for the others.</summary>
    private Task Refresh()
    {
        lock (_gate)
        {
            var pause = _known is null ? s_pauseWithoutAny : s_pause;
            if (!_refresh.IsCompleted || (_lastTry is { } last && clock.GetElapsedTime(last) < pause)) return _refresh;
            _lastTry = clock.GetTimestamp();
            return _refresh = Task.Run(ReadAsync);
        }
    }

    private async Task ReadAsync()
    {
        try
        {
            _known = new KnownKeys(await provider.ReadKeysAsync(CancellationToken.None), clock.GetTimestamp());
        }
        catch (Exception e) when (e is HttpRequestException or FormatException or IOException or OperationCanceledException)
        {
            var why = EgressRefusedException.FindIn(e)?.Message ?? (e is OperationCanceledException ? "no answer in time" : e.Message);
            log.LogWarning("The identity provider's keys could not be read: {Reason}", why);
        }
    }
}
