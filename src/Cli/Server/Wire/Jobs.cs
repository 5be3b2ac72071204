namespace Alicerce.Cli.Server.Wire;

internal sealed record RemoteJob(long Id, string State, JobProgress Progress, string? Error = null)
{
    public bool HasEnded => State is not ("queued" or "running");
}

internal sealed record JobProgress(int Done = 0, int? Total = null, string? Message = null);
