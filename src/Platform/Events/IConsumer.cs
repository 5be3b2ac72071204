using Alicerce.Contracts;
using Alicerce.Platform.Jobs;

namespace Alicerce.Platform.Events;

/// <summary>
/// Hears of facts, each as a job of its own (D5): made anew for each attempt in a scope of its own, tried again when it throws, dead after the
/// last attempt. Facts come at least once and in any order. An effect in our database happens exactly once when it ends its job in the same
/// transaction (<see cref="JobContext.CompleteAsync"/>); an effect elsewhere carries <see cref="EventEnvelope.EventId"/> for the other side to know it by.
/// </summary>
public interface IConsumer
{
    /// <param name="job">The delivery.</param>
    /// <param name="ct">Cancelled when somebody cancels the job, its lease is lost, or the server stops.</param>
    Task HandleAsync(EventEnvelope fact, JobContext job, CancellationToken ct);
}
