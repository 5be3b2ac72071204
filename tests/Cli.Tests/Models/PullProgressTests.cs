using Alicerce.Cli.Models;
using Alicerce.Harness;

namespace Alicerce.Cli.Tests.Models;

public sealed class PullProgressTests
{
    private static readonly ModelManifestFile s_file = new("model.safetensors", "", 90_900_000);

    [Fact]
    public void On_a_terminal_one_line_tells_bytes_and_speed_while_they_come()
    {
        var clock = new ForwardClock();
        using var terminal = new StringWriter();
        var progress = new PullProgress(terminal, live: true, clock);
        progress.Begin(s_file, had: 30_000_000);
        progress.Add(1_000);
        clock.Forward(TimeSpan.FromSeconds(1));
        progress.Add(19_999_000);
        progress.Done(s_file);
        var lines = terminal.ToString().Split('\r');
        lines[1].ShouldStartWith("model.safetensors: goes on at 30.0 MB of 90.9 MB");
        lines[2].ShouldMatch(@"^model\.safetensors: 50\.0 MB of 90\.9 MB, (19|20)\.\d MB/s +$");
        lines[3].ShouldMatch(@"^model\.safetensors: 90\.9 MB fetched and verified, (19|20)\.\d MB/s +\n$");
        lines.Length.ShouldBe(4);
    }

    [Fact]
    public void A_log_has_one_line_when_a_file_begins_and_one_when_it_is_there()
    {
        var clock = new ForwardClock();
        using var log = new StringWriter();
        var progress = new PullProgress(log, live: false, clock);
        progress.Begin(s_file, had: 0);
        for (var i = 0; i < 100; i++)
        {
            clock.Forward(TimeSpan.FromSeconds(1));
            progress.Add(909_000);
        }

        progress.Done(s_file);
        log.ToString().Split('\n').Select(line => line.Split(',')[0]).ShouldBe(["model.safetensors: 90.9 MB", "model.safetensors: 90.9 MB fetched and verified", ""]);
    }
}
