using System.Text;
using Alicerce.Harness;
using Alicerce.Platform.Web.Logging;

namespace Alicerce.Platform.Tests.Web;

public sealed class LogOutputTests
{
    private static readonly byte[] Line = Encoding.UTF8.GetBytes("{\"a\":1}\n");

    [Fact]
    public void Every_line_of_every_thread_is_written_whole_before_the_output_is_closed()
    {
        var stream = new Recording();
        using (var output = new LogOutput(stream, TimeProvider.System))
            Parallel.For(0, 10_000, _ => output.Write(Line));
        stream.Lines.Count.ShouldBe(10_000);
        stream.Lines.ShouldAllBe(line => line == "{\"a\":1}");
        stream.Writes.ShouldBeLessThan(5_000, "lines are written together");
    }

    [Fact]
    public async Task Lines_that_could_not_be_written_are_counted_and_told_when_writing_works_again()
    {
        var stream = new Recording { IsFull = true };
        using var output = new LogOutput(stream, TimeProvider.System);
        for (var i = 0; i < 5; i++) output.Write(Line);
        await Eventually.BecomesTrueAsync(() => stream.Refused > 0, "a write was refused", TestContext.Current.CancellationToken);
        stream.IsFull = false;
        await Eventually.BecomesTrueAsync(
            () =>
            {
                output.Write(Line);
                return stream.Lines.Any(line => line.Contains("\"lost_lines\":", StringComparison.Ordinal));
            },
            "the loss is told",
            TestContext.Current.CancellationToken);
    }

    [Fact]
    public void A_reader_that_does_not_read_holds_nobody_up()
    {
        using var gate = new ManualResetEventSlim();
        var stream = new Recording { Gate = gate };
        using var output = new LogOutput(stream, TimeProvider.System);
        var large = new byte[64 * 1024];
        for (var i = 0; i < 1_000; i++) output.Write(large);
        gate.Set();
    }

    private sealed class Recording : MemoryStream
    {
        private readonly StringBuilder _text = new();

        public bool IsFull { get; set; }

        public int Refused { get; private set; }

        public int Writes { get; private set; }

        public ManualResetEventSlim? Gate { get; init; }

        public List<string> Lines
        {
            get
            {
                lock (_text) return [.. _text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
            }
        }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            Gate?.Wait(TimeSpan.FromSeconds(30));
            if (IsFull)
            {
                Refused++;
                throw new IOException("No space left on device");
            }

            lock (_text) _text.Append(Encoding.UTF8.GetString(buffer));
            Writes++;
        }
    }
}
