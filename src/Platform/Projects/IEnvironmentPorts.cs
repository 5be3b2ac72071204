namespace Alicerce.Platform.Projects;

/// <summary>The one thing about an environment that another module may fill in.</summary>
public interface IEnvironmentPorts
{
    /// <summary>Writes the port that an environment was given; one that names a port, or is gone, stays as it is.</summary>
    Task FillInAsync(int environmentId, int port, CancellationToken ct);
}
