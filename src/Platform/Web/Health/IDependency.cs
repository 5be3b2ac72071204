namespace Alicerce.Platform.Web.Health;

/// <summary>Something outside this process that it works with. Register it beside its client: health pages and alerts ask all of them.</summary>
public interface IDependency
{
    /// <summary>Lower-case, such as <c>redis</c>; anybody may read it.</summary>
    string Name { get; }

    /// <summary>Without it the process is not ready; without another one it is only slower or poorer.</summary>
    bool IsNeeded { get; }

    /// <summary>Throws when it does not answer.</summary>
    Task ProbeAsync(CancellationToken ct);
}
