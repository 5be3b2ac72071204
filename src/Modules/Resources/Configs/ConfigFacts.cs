namespace Alicerce.Modules.Resources.Configs;

/// <summary>What all generated files are made of: one picture of a project in one environment, in a fixed order, so that the same facts give the same files.</summary>
/// <param name="Environment">Null for what belongs to the project alone.</param>
/// <param name="Host">Where the environment runs.</param>
/// <param name="Variables">By name.</param>
/// <param name="Ports">Allocated on that host, by service.</param>
/// <param name="Services">Registered instances, by name, host and port.</param>
/// <param name="SecretKeys">Names only: values are written into one file, by whoever may read them.</param>
internal sealed record ConfigFacts(
    string Project, string? Environment, string Host, string? BaseUrl, bool IsProtected, IReadOnlyDictionary<string, string> Variables, IReadOnlyList<ConfigPort> Ports,
    IReadOnlyList<ConfigService> Services, IReadOnlyList<ConfigDatasource> Datasources, IReadOnlyList<string> SecretKeys)
{
    /// <summary>In the names of files, networks and jobs.</summary>
    public string Place => Environment is null ? Project : $"{Project}-{Environment}";

    /// <summary>Where these facts contradict each other, each in a sentence.</summary>
    public IReadOnlyList<string> Disagreements { get; init; } = [];

    public string EnvFileName => $".env.{Environment ?? "default"}";
}

/// <param name="BindAddress"><c>*</c> for all addresses of the host.</param>
/// <param name="ContainerPort">Where it listens inside of its container; null when nobody said.</param>
/// <param name="PartOf">The service whose further port it is.</param>
internal sealed record ConfigPort(string Service, string Type, string Host, int Port, string BindAddress, int? ContainerPort = null, string? Image = null, string? PartOf = null)
{
    /// <summary>Several ports may belong to one program.</summary>
    public string Program => PartOf ?? Service;
}

/// <param name="Image">From the service's metadata, as all that follows; null when it names none.</param>
internal sealed record ConfigService(
    string Name, string Type, string Host, int Port, string Protocol, string? HealthPath, string? MetricsPath, string? Image, bool? Public = null, string? Domain = null,
    IReadOnlyList<string>? Env = null)
{
    public bool IsWeb => Protocol is "http" or "https";

    public string Url => $"{Protocol}://{ConfigNames.HostInUrl(Host)}:{Port}";
}

internal sealed record ConfigDatasource(string Name, string Driver, string Host, int Port, string Database, string Username, string? SecretName);

/// <summary>A file that was made.</summary>
/// <param name="Warnings">What a person should look at before using it.</param>
internal sealed record GeneratedFile(string FileName, string Content, IReadOnlyList<string> Warnings);

/// <summary>What stands in the way of making a file, each in one sentence.</summary>
internal sealed class ConfigMistakesException(IReadOnlyList<string> mistakes) : Exception(string.Join(' ', mistakes))
{
    public IReadOnlyList<string> Mistakes { get; } = mistakes;
}

/// <summary>The file would be empty; the message says what to do first.</summary>
internal sealed class NothingToWriteException(string message) : Exception(message);
