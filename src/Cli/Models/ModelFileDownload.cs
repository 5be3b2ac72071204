using System.Net;
using System.Security.Cryptography;

namespace Alicerce.Cli.Models;

/// <summary>
/// Fetches one file into <c>FILE.part</c> and gives it its name when its SHA-256 is the manifest's. What is there of it already is not fetched
/// again, whoever was cut off: the network, or this process.
/// </summary>
internal sealed class ModelFileDownload(ModelSource source, PullProgress progress, TimeProvider clock)
{
    private const int MostAttempts = 5;
    private const int BufferBytes = 128 * 1024;
    private static readonly TimeSpan s_stall = TimeSpan.FromSeconds(60);

    public async Task RunAsync(string folder, ModelManifestFile file, CancellationToken ct)
    {
        var target = Path.Combine(folder, file.Path);
        if (File.Exists(target)) return; // named only after its hash was right
        var part = target + ".part";
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var resumed = await FetchAsync(part, file, ct);
        var hash = await HashAsync(part, ct);
        if (resumed && !Matches(hash, file))
        {
            // What was there may be of an older file of that name.
            File.Delete(part);
            await FetchAsync(part, file, ct);
            hash = await HashAsync(part, ct);
        }

        if (!Matches(hash, file))
        {
            File.Delete(part);
            throw new UserError($"{source.AddressOf(file.Path)} has the SHA-256 {hash}, and the manifest says {file.Sha256.ToLowerInvariant()}: it is another file, and nothing was installed.", ExitCodes.Failed);
        }

        File.Move(part, target);
        progress.Done(file);
    }

    /// <returns>A part of it was there already.</returns>
    private async Task<bool> FetchAsync(string part, ModelManifestFile file, CancellationToken ct)
    {
        await using var stream = new FileStream(part, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        if (stream.Length > file.Size) stream.SetLength(0);
        var resumed = stream.Length > 0;
        progress.Begin(file, stream.Length);
        for (var failures = 0; stream.Length < file.Size;)
        {
            var before = stream.Length;
            try
            {
                await ReadAsync(stream, file, ct);
            }
            catch (ModelSourceException e)
            {
                if (e.Status == HttpStatusCode.RequestedRangeNotSatisfiable && before > 0)
                {
                    stream.SetLength(0);
                    continue;
                }

                failures = stream.Length > before ? 1 : failures + 1;
                if (!e.MayPass || failures == MostAttempts)
                    throw new UserError($"{e.Message}{(failures > 1 ? $" It was tried {failures} times." : "")} What was fetched is kept; the same command goes on from there.", ExitCodes.Failed);
                await Task.Delay(e.Wait ?? TimeSpan.FromMilliseconds(250 << failures), clock, ct);
            }
        }

        stream.Flush(flushToDisk: true);
        return resumed;
    }

    private async Task ReadAsync(FileStream stream, ModelManifestFile file, CancellationToken ct)
    {
        using var opened = await source.OpenAsync(file.Path, stream.Length, ct);
        if (opened.Start < stream.Length) stream.SetLength(opened.Start);
        stream.Seek(0, SeekOrigin.End);
        if (opened.Response.Content.Headers.ContentLength is { } length && opened.Start + length != file.Size)
            throw new ModelSourceException($"{source.AddressOf(file.Path)} has {opened.Start + length:N0} bytes, and the manifest says {file.Size:N0}: it is another file.", mayPass: false);
        var buffer = new byte[BufferBytes];
        while (await ReadSomeAsync(opened.Body, buffer, file, ct) is var read and > 0)
        {
            if (stream.Length + read > file.Size) throw new ModelSourceException($"{source.AddressOf(file.Path)} has more than the {file.Size:N0} bytes that the manifest says: it is another file.", mayPass: false);
            await stream.WriteAsync(buffer.AsMemory(0, read), ct);
            progress.Add(read);
        }

        if (stream.Length < file.Size) throw new ModelSourceException($"{source.AddressOf(file.Path)} ended after {stream.Length:N0} of {file.Size:N0} bytes.", mayPass: true);
    }

    private async Task<int> ReadSomeAsync(Stream body, byte[] buffer, ModelManifestFile file, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(s_stall, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            return await body.ReadAsync(buffer, either.Token);
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw new ModelSourceException($"{source.AddressOf(file.Path)} sent nothing for {s_stall.TotalSeconds:0} s.", mayPass: true, inner: e);
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            throw new ModelSourceException($"{source.AddressOf(file.Path)} broke off ({e.InnerException?.Message ?? e.Message}).", mayPass: true, inner: e);
        }
    }

    private static async Task<string> HashAsync(string path, CancellationToken ct)
    {
        await using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, ct));
    }

    private static bool Matches(string hash, ModelManifestFile file) => hash.Equals(file.Sha256, StringComparison.OrdinalIgnoreCase);
}
