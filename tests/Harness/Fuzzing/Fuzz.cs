using System.Globalization;
using System.Text;
using Xunit;

namespace Alicerce.Harness.Fuzzing;

/// <summary>
/// Feeds made inputs to a parser. None may make it throw, work longer than a second, or allocate more than 256 MB. <c>ALICERCE_FUZZ</c> is
/// the number of inputs, <c>ALICERCE_SEED</c> the first seed; a failure names the seed that repeats it. Unset, the same 2,000 inputs are made
/// each time, so that a change is judged by what it changed; with a count and no seed they are new ones.
/// </summary>
public static class Fuzz
{
    private const long MaxBytes = 256L * 1024 * 1024;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    /// <param name="mutator">Makes the input of a seed.</param>
    /// <param name="parse">Reads one input; it may assert what must hold of whatever came out.</param>
    public static async Task CheckAsync(Mutator mutator, Func<byte[], Task> parse)
    {
        var asked = Setting("ALICERCE_FUZZ");
        var count = asked ?? 2_000;
        var first = Setting("ALICERCE_SEED") ?? (asked is null ? 1 : Random.Shared.Next(0x40000000));
        TestContext.Current.TestOutputHelper?.WriteLine($"seeds {first} to {first + count - 1}");
        for (var seed = first; seed < first + count; seed++)
        {
            var input = mutator.Make(seed);
            var cost = await MeasureAsync(parse, input, seed);
            if (cost.Time > Limit) throw new FuzzFailedException($"it worked {cost.Time.TotalSeconds:F1} s", seed, input);
            if (cost.Bytes > MaxBytes) throw new FuzzFailedException($"it allocated {cost.Bytes:N0} bytes", seed, input);
        }
    }

    /// <summary>The same for a parser that does not wait for anything.</summary>
    public static Task CheckAsync(Mutator mutator, Action<byte[]> parse) =>
        CheckAsync(mutator, input =>
        {
            parse(input);
            return Task.CompletedTask;
        });

    private static async Task<(TimeSpan Time, long Bytes)> MeasureAsync(Func<byte[], Task> parse, byte[] input, int seed)
    {
        var (thread, allocated) = (Environment.CurrentManagedThreadId, GC.GetAllocatedBytesForCurrentThread());
        var clock = ThreadClock.Start();
        try
        {
            await parse(input);
        }
        catch (Exception e)
        {
            throw new FuzzFailedException(e.Message, seed, input, e);
        }
        if (thread != Environment.CurrentManagedThreadId)
            throw new FuzzFailedException("it left its thread although the input is in memory, so what it allocated is not known", seed, input);
        return (clock.Worked, GC.GetAllocatedBytesForCurrentThread() - allocated);
    }

    private static int? Setting(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}

/// <summary>An input broke a parser; the message shows it and says how to repeat it.</summary>
public sealed class FuzzFailedException(string what, int seed, byte[] input, Exception? inner = null) : Exception(
    $"{what}\nrepeat with ALICERCE_SEED={seed} ALICERCE_FUZZ=1; the input of {input.Length} bytes begins:\n{Encoding.UTF8.GetString(input.AsSpan(0, Math.Min(2_000, input.Length)))}", inner);
