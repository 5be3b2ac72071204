using Alicerce.Engine.Cases;
using Alicerce.Engine.Running.Http;

namespace Alicerce.Engine.Running;

/// <summary>One step while its case runs: what was sent, what came back, what was found. Its buffers go back with <see cref="Dispose"/>.</summary>
internal sealed class StepRun(Step step) : IDisposable
{
    public Step Step { get; } = step;

    /// <summary>Set as soon as the request is written, so that a failure to answer can still show it.</summary>
    public PreparedRequest? Sent { get; set; }

    public Answer? Answer { get; set; }
    public TimeSpan Duration { get; set; }

    /// <summary>With their results, in the order of the step.</summary>
    public List<(Assertion? Assertion, AssertionResult Result)> Checks { get; } = [];

    public bool Passed => Checks.TrueForAll(c => c.Result.Passed);

    public void Dispose() => Answer?.Dispose();
}
