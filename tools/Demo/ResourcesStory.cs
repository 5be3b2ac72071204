namespace Alicerce.Demo;

/// <summary>
/// The resources of source 004's screens: its six rows of ports as they are printed there (S004-UI-05), and its four services (S004-UI-07) with the shop, its
/// database and a closed port of this machine in the place of addresses that only the source's author has.
/// </summary>
internal sealed class ResourcesStory(AlicerceServer server, Action<string> say)
{
    private static readonly (string Name, int Port)[] s_environments = [("prod", 8080), ("staging", 8082), ("dev", 8081)];

    /// <returns>What went otherwise than it should.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(Shop shop, int databasePort, CancellationToken ct)
    {
        await PortsAsync(ct);
        await SecretsAsync(ct);
        await ServicesAsync(shop, databasePort, ct);
        return await LookAsync(ct);
    }

    private async Task PortsAsync(CancellationToken ct)
    {
        await RequireAsync(["ports", "hosts", "10.10.1.40", "forge"], ct);
        var project = await server.PostForIdAsync("/api/v1/projects", """{"name": "quantumblog"}""", ct);
        foreach (var (name, port) in s_environments)
            await server.PostForIdAsync($"/api/v1/projects/{project}/environments", $$"""{"name": "{{name}}", "docker_host": "10.10.1.40", "port": {{port}}}""", ct);
        say("each environment was given its port by itself; dev gives it back");
        await UntilAsync(() => server.CliAsync(["ports", "release", "quantumblog-dev", "--host", "forge"], ct, isQuiet: true), ct);
        await RequireAsync(["ports", "allocate", "blog-db", "--type", "database", "--host", "forge", "--prefer", "5432", "--project", "quantumblog"], ct);

        // Whatever listens there on this machine now.
        await RequireAsync(["ports", "reserve", "8001", "--service", "quantum-admin"], ct);
        await RequireAsync(["ports", "allocate", "quantum-admin"], ct);
        await RequireAsync(["ports", "reserve", "80", "--host", "10.10.1.40", "--type", "web", "--reason", "production-only"], ct);
    }

    private async Task SecretsAsync(CancellationToken ct)
    {
        await RequireAsync(["secrets", "set", "DB_PASSWORD", "--project", "quantumblog", "--env", "prod", "--generate", "password"], ct);
        say("alicerce secrets run -- CMD: the value is in the program's variables, and in no file");
        await RequireAsync(["secrets", "run", "--project", "quantumblog", "--env", "prod", "--", "sh", "-c", "echo \"the program sees DB_PASSWORD with ${#DB_PASSWORD} characters\""], ct);
    }

    private async Task ServicesAsync(Shop shop, int databasePort, CancellationToken ct)
    {
        var closed = await ChildProcess.FreePortAsync(ct);
        (string Name, int Port, string Type, string[] More)[] services =
        [
            ("quantumblog-prod", shop.Port, "app", ["--depends-on", "blog-db"]), ("quantumblog-staging", shop.Port, "app", []), ("quantumblog-dev", closed, "app", []), ("blog-db", databasePort, "database", []),
        ];
        foreach (var (name, port, type, more) in services)
            await RequireAsync(["services", "register", name, "--host", "127.0.0.1", "--port", $"{port}", "--type", type, "--project", "quantumblog", .. more], ct);
    }

    private async Task<IReadOnlyList<string>> LookAsync(CancellationToken ct)
    {
        await RequireAsync(["ports", "list", "--all"], ct);
        await RequireAsync(["secrets", "list", "--project", "quantumblog"], ct);

        // Three looks make a service that does not answer unhealthy; those of a moment ago are not repeated.
        say("alicerce services check: quantumblog-dev is down");
        var isFound = false;
        for (var look = 0; look < 20 && !isFound; look++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), ct);
            isFound = await server.CliAsync(["services", "check", "--project", "quantumblog"], ct, isQuiet: true) == 1;
        }

        await RequireAsync(["services", "list", "--project", "quantumblog"], ct);
        return isFound ? [] : ["quantumblog-dev was not found to be down"];
    }

    private static async Task UntilAsync(Func<Task<int>> attempt, CancellationToken ct)
    {
        for (var i = 0; i < 40; i++)
        {
            if (await attempt() == 0) return;
            await Task.Delay(TimeSpan.FromMilliseconds(250), ct);
        }

        throw new InvalidOperationException("The port of the environment quantumblog-dev was not there within 10 s.");
    }

    private async Task RequireAsync(string[] arguments, CancellationToken ct)
    {
        say($"alicerce {string.Join(' ', arguments)}");
        var exit = await server.CliAsync(arguments, ct);
        if (exit != 0) throw new InvalidOperationException($"'alicerce {string.Join(' ', arguments)}' ended with {exit}");
    }
}
