namespace Alicerce.Platform.Projects;

/// <summary>How modules read projects and environments: through this question, never by joining the platform's tables (D1).</summary>
public interface IProjects
{
    Task<ProjectFacts?> FindAsync(int projectId, CancellationToken ct);

    Task<EnvironmentFacts?> FindEnvironmentAsync(int environmentId, CancellationToken ct);

    /// <summary>Environment of a project by name; a run without an environment asks for <see cref="EnvironmentFacts.Local"/>.</summary>
    Task<EnvironmentFacts?> FindEnvironmentAsync(int projectId, string name, CancellationToken ct);

    Task<IReadOnlyList<EnvironmentFacts>> ListEnvironmentsAsync(int projectId, CancellationToken ct);

    Task<IReadOnlyList<DatasourceFacts>> ListDatasourcesAsync(int environmentId, CancellationToken ct);
}

/// <summary>A project as modules see it.</summary>
public sealed record ProjectFacts(int Id, string Name, string? Description);

/// <summary>An environment as modules see it.</summary>
/// <param name="BaseUrl">Null when only <paramref name="DockerHost"/> and <paramref name="Port"/>, or nothing, is known.</param>
/// <param name="ApprovedHosts">Hosts that secrets of this environment may be sent to (D20).</param>
public sealed record EnvironmentFacts(
    int Id, int ProjectId, string Name, string? DockerHost, int? Port, string? BaseUrl, bool IsProtected, bool IsSelfTest,
    IReadOnlyDictionary<string, string> Variables, IReadOnlyList<string> ApprovedHosts)
{
    /// <summary>Used by a run that names no environment.</summary>
    public const string Local = "local";
}

/// <summary>A datasource as modules see it; the password is behind <paramref name="SecretName"/>.</summary>
public sealed record DatasourceFacts(int Id, int EnvironmentId, string Name, string Driver, string Host, int Port, string Database, string Username, string? SecretName);
