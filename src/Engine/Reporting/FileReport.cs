using Alicerce.Engine.Running;

namespace Alicerce.Engine.Reporting;

/// <summary>
/// A report that ends as one file. Cases are written to spool files as they come, so memory does not grow with them; the file itself, whose
/// head holds the totals, is put together at the end beside its destination and renamed over it. A run that is cut off leaves no file.
/// </summary>
public abstract class FileReport(string path) : IRunListener
{
    private const int BufferSize = 64 * 1024;
    private const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string _path = Path.GetFullPath(path);
    private readonly List<FileStream> _spools = [];
    private RunStarted? _started;

    /// <summary>The report itself is for its owner only, as its spool files always are; else it gets what the caller's umask leaves.</summary>
    public bool OwnerOnly { get; init; }

    /// <inheritdoc />
    public async ValueTask OnAsync(RunEvent runEvent, CancellationToken ct)
    {
        switch (runEvent)
        {
            case RunStarted started:
                Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
                _started = started;
                Begin(started);
                break;
            case CaseFinished { Result: { IsFinal: true } result } when _started is not null:
                Write(result);
                break;
            case RunFinished finished when _started is not null:
                await FinishAsync(_started, finished, ct);
                break;
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var spool in _spools)
            await spool.DisposeAsync();
        _spools.Clear();
        GC.SuppressFinalize(this);
    }

    /// <summary>The first event: open spools, write what stands before the first case.</summary>
    private protected abstract void Begin(RunStarted started);

    /// <summary>One case's last attempt.</summary>
    private protected abstract void Write(CaseResult result);

    /// <summary>Writes the whole file.</summary>
    private protected abstract Task ComposeAsync(Stream file, RunStarted started, RunFinished finished, CancellationToken ct);

    /// <summary>A file without a name of its own that vanishes with the report.</summary>
    private protected FileStream OpenSpool()
    {
        var options = Options(FileAccess.ReadWrite, ownerOnly: true);
        options.Options = FileOptions.DeleteOnClose;
        var spool = new FileStream(TemporaryName(), options);
        _spools.Add(spool);
        return spool;
    }

    /// <summary>Appends what was spooled.</summary>
    private protected static async Task CopyAsync(FileStream spool, Stream file, CancellationToken ct)
    {
        await spool.FlushAsync(ct);
        spool.Position = 0;
        await spool.CopyToAsync(file, ct);
    }

    private async Task FinishAsync(RunStarted started, RunFinished finished, CancellationToken ct)
    {
        var temporary = TemporaryName();
        try
        {
            await using (var file = new FileStream(temporary, Options(FileAccess.Write, OwnerOnly)))
                await ComposeAsync(file, started, finished, ct);
            File.Move(temporary, _path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private static FileStreamOptions Options(FileAccess access, bool ownerOnly)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = access, Share = FileShare.None, BufferSize = BufferSize, Options = FileOptions.Asynchronous };
        if (ownerOnly && !OperatingSystem.IsWindows()) options.UnixCreateMode = OwnersFile;
        return options;
    }

    private string TemporaryName() => $"{_path}.{Guid.NewGuid():N}.tmp";
}
