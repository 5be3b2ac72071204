namespace Alicerce.Cli.Server.Wire;

internal sealed record RemoteProject(int Id, string Name, string? Description = null);

internal sealed record ProjectInput(string Name, string? Description = null);

internal sealed record RemoteEnvironment(
    int Id, int ProjectId, string Name, string? BaseUrl = null, bool IsProtected = false, bool IsSelfTest = false,
    IReadOnlyDictionary<string, string>? Variables = null, IReadOnlyList<string>? ApprovedHosts = null, string? DockerHost = null, int? Port = null);

/// <summary>A new environment, or the members of one to change: null leaves a member as it is.</summary>
internal sealed record EnvironmentInput(
    string? Name = null, string? BaseUrl = null, bool? IsProtected = null, bool? IsSelfTest = null,
    IReadOnlyDictionary<string, string>? Variables = null, IReadOnlyList<string>? ApprovedHosts = null, string? DockerHost = null, int? Port = null);

internal sealed record RemoteDatasource(
    int Id, string Name, string Driver, string Host, int Port, string Database, string Username, string? SecretName = null);

internal sealed record DatasourceInput(string Name, string Driver, string Host, int Port, string Database, string Username, string? SecretName = null);
