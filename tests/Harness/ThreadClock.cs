using System.Diagnostics;
using System.Globalization;

namespace Alicerce.Harness;

/// <summary>
/// How long this thread has worked since the clock was started: what the machine does for others meanwhile does not count, so a limit means
/// the same on a busy one. Where the system does not tell, it is time as it passes.
/// </summary>
public readonly struct ThreadClock
{
    private const string Accounts = "/proc/thread-self/schedstat";
    private static readonly bool Tells = File.Exists(Accounts);

    private readonly TimeSpan _start;

    private ThreadClock(TimeSpan start) => _start = start;

    /// <summary>Read it on the thread that started the clock.</summary>
    public TimeSpan Worked => Now() - _start;

    public static ThreadClock Start() => new(Now());

    /// <summary>The first number counts nanoseconds on a processor.</summary>
    private static TimeSpan Now() => Tells
        ? TimeSpan.FromMicroseconds(long.Parse(File.ReadAllText(Accounts).Split(' ')[0], CultureInfo.InvariantCulture) / 1000d)
        : Stopwatch.GetElapsedTime(0);
}
