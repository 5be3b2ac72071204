using Alicerce.Engine.Running;

namespace Alicerce.Engine.Reporting;

/// <summary>
/// Somebody who follows a run: a terminal, a report, a database. Events come one at a time, in the order that <see cref="RunEvent"/>
/// promises. Disposing before <see cref="RunFinished"/> means that the run was cut off.
/// </summary>
public interface IRunListener : IAsyncDisposable
{
    ValueTask OnAsync(RunEvent runEvent, CancellationToken ct);
}
