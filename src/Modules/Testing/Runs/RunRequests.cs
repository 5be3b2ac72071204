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

        // Once, before anything is sent: a database of ours that is away makes the shard's job try again, and is no failure of the target.
        var datasources = (await projects.ListDatasourcesAsync(environment.Id, ct)).ToDictionary(d => d.Name, StringComparer.Ordinal);
        HashSet<string> keys = [.. await SecretKeys.ReferredToAsync(source, run, environment, ct), .. datasources.Values.Select(d => d.SecretName).OfType<string>()];
        var known = await secrets.OpenAsync(environment.ProjectId, environment.Id, keys, $"test_run:{run.Id}", ct);
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
                HowToAllowAgain = "an admin takes its key out of allowed_mutations in the suite's config and adds it again",
                AllowedMutations = choices.Suite.AllowedContents,
                Variables = environment.Variables,
                AuthProfiles = choices.Suite.AuthProfiles,
                AllowedProfiles = choices.Suite.AllowedProfiles.ToHashSet(StringComparer.Ordinal),
                HowToAllowProfile = "an admin allows it by saving the suite's config with it",
                DefaultAuth = choices.Suite.DefaultAuth,
                ReadSecret = SecretsOf(known, environment, baseUrl),
                WhyNoSecretInQuery = (datasource, key) => datasources.TryGetValue(datasource, out var found) && !ProjectEgress.IsApproved(environment, found)
                    ? Refusal(key, $"the datasource '{found.Name}': its host", ProjectEgress.EntryOf(found), environment)
                    : null,
                Egress = await egress.ForRunAsync(environment, baseUrl, ct),
            },
            Limits = Standard with
            {
                Parallel = Math.Max(1, choices.Parallel / run.Shards),
                Rate = choices.Rate / run.Shards,
                AllowLoad = true, // The host is registered: an admin made the environment (D20).
            },
            Seed = run.Seed,
            FailFast = choices.FailFast,
            Documents = await StoredDocuments.LoadAsync(source, run.ProjectId, ct),
            SchemaChecker = new SchemaChecker(),
            Queries = await QueriesOfAsync(datasources, known, ct),
            Starting = (testCase, stop) => testCase.Idempotent ? ValueTask.CompletedTask : new ValueTask(starts.NoteAsync(cases.IdOf(testCase), stop)),
        };
    }

    /// <summary>D20: secrets go only to hosts that an admin approved for the environment; a case never leaves the base URL's origin.</summary>
    private static Func<string, CancellationToken, ValueTask<Secret?>> SecretsOf(ISecretScope secrets, EnvironmentFacts environment, Uri baseUrl)
    {
        var isApproved = ProjectEgress.IsApproved(environment, baseUrl);
        return (key, _) =>
        {
            if (!isApproved) throw new SecretRefusedException(Refusal(key, $"{baseUrl.Authority}: the host", baseUrl.Authority, environment));
            return new(secrets.Find(key) is { } value ? new Secret(value) : null);
        };
    }

    private static string Refusal(string key, string where, string host, EnvironmentFacts environment) =>
        $"The secret '{key}' is not sent to {where} is not approved for it; an admin adds '{host}' to approved_hosts of the environment '{environment.Name}'";

    private async Task<IQueryExecutor?> QueriesOfAsync(Dictionary<string, DatasourceFacts> registered, ISecretScope secrets, CancellationToken ct)
    {
        if (registered.Count == 0) return null;
        return new PostgresQueryExecutor(
            (name, _) => new(registered.TryGetValue(name, out var found) ? DefinitionOf(found, secrets) : null),
            await egress.ForDatasourcesAsync(registered.Values, ct),
            new HashSet<string>(StringComparer.Ordinal) { cluster.SystemIdentifier });
    }

    /// <summary>Its password goes to its host without another approval: an admin wrote both into one registration.</summary>
    private static DatasourceDefinition DefinitionOf(DatasourceFacts datasource, ISecretScope secrets) => new()
    {
        Name = datasource.Name,
        Driver = datasource.Driver,
        Host = datasource.Host,
        Port = datasource.Port,
        Database = datasource.Database,
        Username = datasource.Username,
        Password = datasource.SecretName is { } key && secrets.Find(key) is { } password ? new Secret(password) : null,
    };
}
