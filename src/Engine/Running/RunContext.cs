using Alicerce.Engine.Running.Auth;
using Alicerce.Engine.Running.Http;
using Alicerce.Engine.Running.Paths;
using Alicerce.Engine.Running.Variables;
using Alicerce.Engine.Running.Verdicts;

namespace Alicerce.Engine.Running;

/// <summary>What all cases of one run share. It lives as long as the run.</summary>
internal sealed class RunContext : IDisposable
{
    private long _sequence;

    public RunContext(RunRequest run, TimeProvider time)
    {
        (Run, Time) = (run, time);
        Secrets = new RunSecrets(run.Target.ReadSecret, Redactor);
        Client = new TargetClient(run, time);
        Auth = new AuthSessions(this);
        Snapshots = new Snapshots(Redactor, run.Limits.MaxStoredBodyChars);
    }

    public RunRequest Run { get; }
    public TimeProvider Time { get; }
    public Redactor Redactor { get; } = new();
    public RunSecrets Secrets { get; }
    public TargetClient Client { get; }
    public AuthSessions Auth { get; }
    public Snapshots Snapshots { get; }
    public ExpressionCache Expressions { get; } = new();

    /// <summary>Load cases press one after another: together they would be more users than the limit says, and measure each other.</summary>
    public SemaphoreSlim LoadTurn { get; } = new(1);

    public VariableScope NewScope(string caseKey) =>
        new(Run.Target, Secrets, Run.Seed, caseKey, () => Interlocked.Increment(ref _sequence), Time);

    public void Dispose()
    {
        Client.Dispose();
        LoadTurn.Dispose();
    }
}
