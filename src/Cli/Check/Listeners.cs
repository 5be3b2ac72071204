using Alicerce.Engine.Reporting;
using Alicerce.Engine.Running;

namespace Alicerce.Cli.Check;

/// <summary>Everybody who follows the run, told in order.</summary>
internal sealed class Listeners(IReadOnlyList<IRunListener> all) : IAsyncDisposable
{
    public async ValueTask TellAsync(RunEvent runEvent, CancellationToken ct)
    {
        foreach (var listener in all)
            await listener.OnAsync(runEvent, ct);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var listener in all)
            await listener.DisposeAsync();
    }
}
