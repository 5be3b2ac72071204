namespace Alicerce.Cli;

/// <summary>What the process answers to its caller; documented in <c>docs/cli.md</c>.</summary>
internal static class ExitCodes
{
    /// <summary>Everything that ran passed; the audit log is sound.</summary>
    public const int Ok = 0;

    /// <summary>A case failed or errored, or nothing ran, or a scan found an error, or the audit log is broken, or a service is unhealthy or not there, or a model was not installed, or nothing was suggested: a gate must stay shut.</summary>
    public const int Failed = 1;

    /// <summary>The command line or an input file is wrong; nothing was run.</summary>
    public const int BadInput = 2;

    /// <summary>The Alicerce server did not answer as it should.</summary>
    public const int ServerUnavailable = 3;

    /// <summary>Stopped by Ctrl-C; what had ended was still reported.</summary>
    public const int Cancelled = 130;
}
