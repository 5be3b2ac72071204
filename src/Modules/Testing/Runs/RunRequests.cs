using Alicerce.Contracts;
using Alicerce.Datasources;
using Alicerce.Engine.Running;
using Alicerce.Outbound;
using Alicerce.Platform.Data;
using Alicerce.Platform.Projects;
using Npgsql;

namespace Alicerce.Modules.Testing.Runs;

/// <summary>Turns a stored run into what the engine needs: target, limits, secrets, datasources, documents.</summary>
internal sealed class RunRequests(
    IProjects projects, ISecretReader secrets, ProjectEgress egress, ClusterIdentity cluster, NpgsqlDataSource source)
{
    private static readonly RunLimits Standard = new();

    /// <returns>Null when the environment is gone.</returns>
    public async Task<RunRequest?> BuildAsync(RunRow run, ShardCases cases, CaseStarts starts, CancellationToken ct)
    {
        if (run.EnvironmentId is not { } environmentId || await projects.FindEnvironmentAsync(environmentId, ct) is not { } environment) return null;
        var baseUrl = new Uri(run.BaseUrl); // The environment may have moved since.
        var choices = run.Choices;
        return new RunRequest
        {
            SuiteName = run.SuiteName,
            Cases = cases.ReadAsync(ct),
            Target = new TargetEnvironment
            {
                BaseUrl = baseUrl,
                Name = environment.Name,
                IsProtected = environment.IsProtected,
                HowToAllowChanges = "an admin adds its key to allowed_mutations in the suite's config",
                AllowedMutations = choices.Suite.AllowedMutations.ToHashSet(StringComparer.Ordinal),
                Variables = environment.Variables,
                AuthProfiles = choices.Suite.AuthProfiles,
                DefaultAuth = choices.Suite.DefaultAuth,
                ReadSecret = SecretsOf(environment, baseUrl),
                Egress = await egress.ForRunAsync(environment, baseUrl, ct),
            },
            Limits = Standard with
            {
                MaxLoadUsers = Math.Max(1, Standard.MaxLoadUsers / run.Shards),
                Parallel = Math.Max(1, choices.Parallel / run.Shards),
                Rate = choices.Rate / run.Shards,
                AllowLoad = true, // The host is registered: an admin made the environment (D20).
            },
            Seed = run.Seed,
            FailFast = choices.FailFast,
            Documents = await StoredDocuments.LoadAsync(source, run.ProjectId, ct),
            SchemaChecker = new SchemaChecker(),
            Queries = await QueriesOfAsync(environment, ct),
            Starting = (testCase, stop) => testCase.Idempotent ? ValueTask.CompletedTask : new ValueTask(starts.NoteAsync(cases.IdOf(testCase), stop)),
        };
    }

    /// <summary>D20: secrets go only to hosts that an admin approved for the environment; a case never leaves the base URL's origin.</summary>
    private Func<string, CancellationToken, ValueTask<Secret?>> SecretsOf(EnvironmentFacts environment, Uri baseUrl)
    {
        var isApproved = ProjectEgress.IsApproved(environment, baseUrl);
        return async (key, ct) =>
        {
            if (!isApproved)
                throw new SecretRefusedException(
                    $"The secret '{key}' is not sent to {baseUrl.Authority}: the host is not approved for it; an admin adds '{baseUrl.Authority}' to approved_hosts of the environment '{environment.Name}'");
            return await secrets.ReadAsync(key, environment.ProjectId, environment.Id, ct) is { } value ? new Secret(value) : null;
        };
    }

    private async Task<IQueryExecutor?> QueriesOfAsync(EnvironmentFacts environment, CancellationToken ct)
    {
        var registered = (await projects.ListDatasourcesAsync(environment.Id, ct)).ToDictionary(d => d.Name, StringComparer.Ordinal);
        if (registered.Count == 0) return null;
        return new PostgresQueryExecutor(
            async (name, stop) => registered.TryGetValue(name, out var found) ? await DefinitionOfAsync(found, environment, stop) : null,
            await egress.ForDatasourcesAsync(registered.Values, ct),
            new HashSet<string>(StringComparer.Ordinal) { cluster.SystemIdentifier });
    }

    private async ValueTask<DatasourceDefinition?> DefinitionOfAsync(DatasourceFacts datasource, EnvironmentFacts environment, CancellationToken ct) => new()
    {
        Name = datasource.Name,
        Driver = datasource.Driver,
        Host = datasource.Host,
        Port = datasource.Port,
        Database = datasource.Database,
        Username = datasource.Username,
        Password = datasource.SecretName is { } key && await secrets.ReadAsync(key, environment.ProjectId, environment.Id, ct) is { } password ? new Secret(password) : null,
    };
}
