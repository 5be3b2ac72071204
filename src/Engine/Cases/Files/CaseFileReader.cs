using System.Runtime.CompilerServices;
using System.Text;
using Alicerce.Engine.Discovery;
using Alicerce.Engine.Files;

namespace Alicerce.Engine.Cases.Files;

/// <summary>
/// Reads case files one case at a time. It never throws on what a file holds: each problem goes to the sink with its place, and costs the
/// case that holds it, not the file.
/// </summary>
public static class CaseFileReader
{
    private static readonly YamlLimits s_limits = YamlLimits.Handwritten with { Length = CaseChunker.MaxCaseLength };

    /// <param name="reader">The file's text, of any size; not disposed.</param>
    /// <param name="fileName">What problems call the file.</param>
    /// <param name="report">Called for each problem, in the order of the file, before the next case is given.</param>
    /// <param name="keys">Keys that are taken already, by this file or one read before.</param>
    /// <param name="ct">Stops the reading.</param>
    public static async IAsyncEnumerable<PlacedCase> ReadPlacedAsync(
        TextReader reader, string fileName, Action<FileProblem> report, KeyPlaces keys, [EnumeratorCancellation] CancellationToken ct = default)
    {
        var log = new ProblemLog(fileName, report);
        await foreach (CaseChunk chunk in new CaseChunker(reader).ReadAsync(ct))
        {
            if (ReadChunk(chunk, log) is not { } placed)
                continue;
            SourceLocation place = placed.PlaceOf(["key"]);
            if (keys.Take(placed.Case.Key, fileName, place.Line) is { } other)
                log.Error(place.Line, place.Column, $"The key '{placed.Case.Key}' is already taken by the case at {other}.", "Give this case a key of its own.");
            else
                yield return placed;
        }
    }

    /// <inheritdoc cref="ReadPlacedAsync(TextReader, string, Action{FileProblem}, KeyPlaces, CancellationToken)"/>
    public static async IAsyncEnumerable<PlacedCase> ReadPlacedAsync(
        Stream stream, string fileName, Action<FileProblem> report, KeyPlaces keys, [EnumeratorCancellation] CancellationToken ct = default)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, bufferSize: 64 * 1024, leaveOpen: true);
        await foreach (PlacedCase placed in ReadPlacedAsync(reader, fileName, report, keys, ct))
            yield return placed;
    }

    /// <inheritdoc cref="ReadPlacedAsync(TextReader, string, Action{FileProblem}, KeyPlaces, CancellationToken)"/>
    public static IAsyncEnumerable<PlacedCase> ReadPlacedAsync(Stream stream, string fileName, Action<FileProblem> report, CancellationToken ct = default) =>
        ReadPlacedAsync(stream, fileName, report, new KeyPlaces(), ct);

    /// <inheritdoc cref="ReadPlacedAsync(TextReader, string, Action{FileProblem}, KeyPlaces, CancellationToken)"/>
    public static IAsyncEnumerable<TestCase> ReadAsync(TextReader reader, string fileName, Action<FileProblem> report, CancellationToken ct = default) =>
        ReadPlacedAsync(reader, fileName, report, new KeyPlaces(), ct).Select(placed => placed.Case);

    /// <inheritdoc cref="ReadPlacedAsync(TextReader, string, Action{FileProblem}, KeyPlaces, CancellationToken)"/>
    public static IAsyncEnumerable<TestCase> ReadAsync(Stream stream, string fileName, Action<FileProblem> report, CancellationToken ct = default) =>
        ReadPlacedAsync(stream, fileName, report, ct).Select(placed => placed.Case);

    internal static PlacedCase? ReadChunk(CaseChunk chunk, ProblemLog log)
    {
        if (chunk.Problem is not null)
        {
            log.Error(chunk.FirstLine, 1, chunk.Problem, chunk.Hint);
            return null;
        }
        int before = log.Errors;
        YamlNode? root = YamlNodeReader.Read(chunk.Text, log, s_limits, chunk.FirstLine - 1);
        if (root is not YamlList { Items: [var item] })
        {
            if (log.Errors == before)
                log.Error(chunk.FirstLine, 1, "This is no case.", "Start it with '- key: …'.");
            return null;
        }
        TestCase? @case = CaseNodes.Read(item, log);
        return log.Errors == before && @case is not null ? new PlacedCase(@case, item) : null;
    }
}
