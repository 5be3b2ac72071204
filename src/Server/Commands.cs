using Alicerce.Platform.Data;
using Alicerce.Platform.Keys;
using Alicerce.Platform.Web.OpenApi;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Alicerce.Server;

/// <summary>What the program does besides serving: it explains itself, migrates, and writes its API's description.</summary>
internal static class Commands
{
    private const string EnvironmentFile = "database.env";

    public const string Help = """
        alicerce-server                          start the server
        alicerce-server migrate [up]             bring the database to this version
        alicerce-server migrate down SCHEMA N    take back the newest N migrations of a schema
        alicerce-server postgres                 run only the private PostgreSQL, for processes of one role each
        alicerce-server admin-token              make a new token for the first admin, who has lost his; the server may be running
        alicerce-server recovery-key             make the key that opens backups, and show it this once (--replace: another one)
        alicerce-server rotate-master-key        seal everything under a new master key; all servers have to stand still
        alicerce-server backup [FILE]            back up to FILE, or into 'backups' of the data folder; the server may be running
        alicerce-server restore FILE             restore into an empty database; asks for the recovery key, or takes --key-file FILE
        alicerce-server openapi                  print the API's description
        alicerce-server --list-roles             print the roles that ALICERCE_ROLES takes
        alicerce-server --check-config           check the settings and stop
        alicerce-server --print-config           print every setting with its value; secrets are masked
        alicerce-server --version                print the version
        """;

    public static void ListRoles(TextWriter output)
    {
        foreach (var role in Roles.Table) output.WriteLine($"{role.Name,-8} {role.Summary}");
    }

    public static void CheckConfiguration(IConfiguration settings, TextWriter output)
    {
        var options = ServerHost.ReadOptions(settings, Rooms.All);
        output.WriteLine($"The settings are good: roles {string.Join(", ", options.Roles.Chosen.Select(role => role.Name))}; listens on {string.Join(", ", options.Urls)}; "
            + $"data in {options.DataFolder}; {(options.Database is null ? "private PostgreSQL" : "PostgreSQL of DATABASE_URL")}; {(options.Redis is null ? "no Redis" : "Redis of REDIS_URL")}.");
    }

    public static async Task MigrateUpAsync(IConfiguration settings, TextWriter output, CancellationToken ct)
    {
        await using var database = await OpenAsync(settings, ct);
        var migrator = new Migrator(database.Address, ServerHost.SchemasOf(Rooms.All));
        foreach (var extension in await migrator.UpAsync(ct)) await output.WriteLineAsync(extension.ToString());
        await output.WriteLineAsync("The database is up to date.");
    }

    public static async Task MigrateDownAsync(IConfiguration settings, string schema, int steps, TextWriter output, CancellationToken ct)
    {
        await using var database = await OpenAsync(settings, ct);
        await new Migrator(database.Address, ServerHost.SchemasOf(Rooms.All)).DownAsync(schema, steps, ct);
        await output.WriteLineAsync($"Took back {steps} migration{(steps == 1 ? "" : "s")} of '{schema}'.");
    }

    /// <summary>
    /// Runs the private PostgreSQL alone until it is told to stop, so that several processes can share it. Its address and passwords are in
    /// <c>database.env</c> in the data folder as long as it runs, readable by this user only.
    /// </summary>
    public static async Task RunPostgresAsync(IConfiguration settings, TextWriter output, CancellationToken ct)
    {
        var options = ServerHost.ReadOptions(settings, Rooms.All);
        if (options.Database is not null) throw new StartupException("DATABASE_URL names a PostgreSQL of yours: there is no private one to run. Unset it, or start the roles with it as they are.");
        var root = DataRoot.Open(options.DataFolder);
        var schemas = ServerHost.SchemasOf(Rooms.All);
        await using var database = await OpenDatabase.OpenAsync(options, root, schemas, ct);
        await new Migrator(database.Address, schemas).UpAsync(ct);
        root.WritePrivateFile(EnvironmentFile, $"DATABASE_URL='{DatabaseUrl.Write(database.Address.AppConnectionString)}'\nDATABASE_OWNER_URL='{DatabaseUrl.Write(database.Address.OwnerConnectionString)}'\n");
        try
        {
            await output.WriteLineAsync($"PostgreSQL runs; its address is in {root.File(EnvironmentFile)}");
            await Task.Delay(Timeout.Infinite, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        finally
        {
            File.Delete(root.File(EnvironmentFile));
        }
    }

    /// <summary>Prints the description of every door, without a database and without listening.</summary>
    public static async Task PrintOpenApiAsync(TextWriter output, CancellationToken ct)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["ALICERCE_DATA"] = Path.GetTempPath() }).Build();
        var options = ServerHost.ReadOptions(settings, Rooms.All);
        var nowhere = new DatabaseAddress("Host=127.0.0.1", "Host=127.0.0.1");
        await using var app = ServerHost.Build(settings, options, DataRoot.At(options.DataFolder), nowhere, new ClusterIdentity("", []), MasterKey.Create(), Rooms.All);

        // The description reads the routes from where this call puts them; otherwise only a start does.
        app.UseEndpoints(_ => { });
        var provider = app.Services.GetRequiredKeyedService<IOpenApiDocumentProvider>(ApiDescription.DocumentName);
        var document = await provider.GetOpenApiDocumentAsync(ct);
        await output.WriteLineAsync(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, ct));
    }

    private static Task<OpenDatabase> OpenAsync(IConfiguration settings, CancellationToken ct)
    {
        var options = ServerHost.ReadOptions(settings, Rooms.All);
        return OpenDatabase.OpenAsync(options, DataRoot.Open(options.DataFolder), ServerHost.SchemasOf(Rooms.All), ct);
    }
}
