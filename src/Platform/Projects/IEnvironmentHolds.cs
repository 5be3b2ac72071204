using Npgsql;

namespace Alicerce.Platform.Projects;

/// <summary>
/// What a module made by itself for an environment and gives back by itself when the environment goes, such as its port. Whatever people made is not
/// meant: that stands in the way of deleting (T004-73).
/// </summary>
public interface IEnvironmentHolds
{
    /// <param name="transaction">In which the environments are deleted.</param>
    /// <param name="project">Theirs.</param>
    /// <param name="environments">One, or all of a project that goes.</param>
    /// <param name="ct">The caller left.</param>
    Task ReleaseAsync(NpgsqlTransaction transaction, ProjectFacts project, IReadOnlyList<EnvironmentFacts> environments, CancellationToken ct);
}
