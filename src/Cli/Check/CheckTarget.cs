using System.Net.Sockets;
using Alicerce.Cli.Project;
using Alicerce.Datasources;
using Alicerce.Engine.Projects;
using Alicerce.Engine.Running;
using Alicerce.Outbound;

namespace Alicerce.Cli.Check;

/// <summary>Where a check goes: an address, an environment of alicerce.yaml, or both (the environment's settings at another address).</summary>
internal sealed class CheckTarget
{
    private const string DefaultEnvironment = "local";

    private readonly ProjectConfig _config;
    private readonly EnvironmentConfig? _environment;
    private readonly IReadOnlyDictionary<string, Secret> _secrets;
    private readonly IReadOnlyDictionary<string, DatasourceDefinition> _datasources;
    private readonly EgressPolicy _egress;

    public CheckTarget(ProjectFolder project, CheckOptions options)
    {
        _config = project.Config;
        _secrets = SecretOption.Read(options.Secrets);
        (EnvironmentName, _environment) = Choose(project, options);
        BaseUrl = options.Url ?? _environment!.BaseUrl;
        _datasources = DatasourceOption.Read(options.Datasources, _environment, _secrets);
        _egress = EgressPolicy.Only(BaseUrl);
        _egress = _egress with { Allowed = [.. _egress.Allowed, .. _datasources.Values.Select(d => $"{d.Host}:{d.Port}")] };
        IsProtected = !options.AllowChanges && (_environment?.IsProtected == true || !BaseUrl.IsLoopback);
    }

    public Uri BaseUrl { get; }

    public string? EnvironmentName { get; }

    /// <summary>Cases that change state are skipped (D20): the environment says so, or the target is not on this machine.</summary>
    public bool IsProtected { get; }

    public string? DefaultAuth => _environment?.DefaultAuth;

    public IQueryExecutor Queries => new PostgresQueryExecutor((name, _) => ValueTask.FromResult(_datasources.GetValueOrDefault(name)), _egress);

    /// <summary>Asks once whether anybody is there on this machine, so that an application that is not started is one message and not one a case.</summary>
    /// <exception cref="UserError">Nobody is.</exception>
    public async Task ProbeAsync(CancellationToken ct)
    {
        if (!BaseUrl.IsLoopback) return;
        try
        {
            using var socket = await new ConnectGuard(_egress).ConnectAsync(BaseUrl.IdnHost, BaseUrl.Port, ct);
        }
        catch (Exception e) when (e is SocketException or TimeoutException)
        {
            throw new UserError($"Nothing answers at {BaseUrl.GetLeftPart(UriPartial.Authority)} ({e.Message}). Start the application, or correct --url.");
        }
    }

    public TargetEnvironment ToEnvironment() => new()
    {
        BaseUrl = BaseUrl,
        Name = EnvironmentName,
        IsProtected = IsProtected,
        HowToAllowChanges = "check again with --allow-changes",
        Variables = _environment?.Variables ?? new Dictionary<string, string>(),
        AuthProfiles = _config.Auth,
        DefaultAuth = DefaultAuth,
        ReadSecret = (name, _) => ValueTask.FromResult(_secrets.GetValueOrDefault(name)),
        Egress = _egress,
    };

    private static (string?, EnvironmentConfig?) Choose(ProjectFolder project, CheckOptions options)
    {
        var environments = project.Config.Environments;
        var name = options.Environment ?? DefaultEnvironment;
        if (environments.TryGetValue(name, out var environment))
            return (name, environment);
        if (options.Environment is not null)
        {
            throw new UserError(environments.Count == 0
                ? $"There is no environment '{name}': {ProjectFolder.ConfigFile} defines none. Give --url, or run 'alicerce init' first."
                : $"There is no environment '{name}' in {ProjectFolder.ConfigFile}; it defines {string.Join(", ", environments.Keys)}.");
        }
        if (options.Url is null)
            throw new UserError("Where does the application run? Give --url http://host:port, or --env with an environment of alicerce.yaml.");
        return (null, null);
    }
}
