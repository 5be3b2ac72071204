using System.Collections.Concurrent;

namespace Alicerce.Platform.Telemetry;

/// <summary>How many different users sent a request lately (S003-MET-03). Holds ids, and forgets them when it counts.</summary>
internal sealed class ActiveUsers(TimeProvider clock)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<int, long> _seen = new();

    public int Count
    {
        get
        {
            foreach (var entry in _seen.Where(entry => clock.GetElapsedTime(entry.Value) > Window)) _seen.TryRemove(entry);
            return _seen.Count;
        }
    }

    public void Saw(int userId) => _seen[userId] = clock.GetTimestamp();
}
