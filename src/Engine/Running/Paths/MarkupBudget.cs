namespace Alicerce.Engine.Running.Paths;

/// <summary>
/// What one expression may still look at in a body. It counts steps and not time, so a busy machine changes no verdict; all of them take a
/// fraction of a second.
/// </summary>
internal sealed class MarkupBudget
{
    public const int MaxSteps = 2_000_000;

    private long _left = MaxSteps;

    /// <exception cref="MarkupBudgetException">There are no more steps.</exception>
    public void Spend(long steps = 1)
    {
        if ((_left -= steps) < 0) throw new MarkupBudgetException();
    }
}

/// <summary>An expression looked at more of a body than it may.</summary>
internal sealed class MarkupBudgetException() : Exception(
    $"it looks at more than {MarkupBudget.MaxSteps:N0} places of this body; write it so that it does not search the whole body again for each of its elements");
