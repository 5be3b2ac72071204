using System.Globalization;

namespace Alicerce.Cli.Models;

/// <summary>How far a model is: on a terminal one line that stays, else a line when a file begins and one when it is there.</summary>
internal sealed class PullProgress(TextWriter to, bool live, TimeProvider clock)
{
    private static readonly TimeSpan s_redrawEvery = TimeSpan.FromMilliseconds(200);

    private ModelManifestFile? _file;
    private long _had;
    private long _fetched;
    private long _began;
    private long _drawn;

    public void Begin(ModelManifestFile file, long had)
    {
        (_file, _had, _fetched, _began, _drawn) = (file, had, 0, clock.GetTimestamp(), clock.GetTimestamp());
        if (had > 0) Line($"{file.Path}: goes on at {Megabytes(had)} of {Megabytes(file.Size)}");
        else if (!live) Line($"{file.Path}: {Megabytes(file.Size)}");
    }

    public void Add(int bytes)
    {
        _fetched += bytes;
        if (!live || clock.GetElapsedTime(_drawn) < s_redrawEvery) return;
        _drawn = clock.GetTimestamp();
        to.Write($"\r{_file!.Path}: {Megabytes(_had + _fetched)} of {Megabytes(_file.Size)}, {Speed()}    ");
    }

    public void Done(ModelManifestFile file) => Line($"{file.Path}: {Megabytes(file.Size)} fetched and verified, {Speed()}");

    private void Line(string text) => to.WriteLine(live ? $"\r{text}          " : text);

    private string Speed()
    {
        var seconds = clock.GetElapsedTime(_began).TotalSeconds;
        return $"{Megabytes(seconds > 0 ? (long)(_fetched / seconds) : 0)}/s";
    }

    internal static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB");
}
