namespace Alicerce.Demo;

/// <summary>The main job as a team does it: through a server that stores the run, on the shop and on the server's own API.</summary>
internal sealed class TeamStory(AlicerceServer server, string folder, Action<string> say)
{
    /// <summary>Registers the shop with its read-only datasource and checks it.</summary>
    public async Task<ShopCheck> CheckShopAsync(Shop shop, CancellationToken ct)
    {
        await RequireAsync(["project", "create", "loja"], ct);
        await RequireAsync(["env", "create", "local", "--project", "loja", "--base-url", shop.Url, "--approved-host", $"127.0.0.1:{shop.Port}"], ct);
        await RequireAsync(["env", "datasource", "loja", "--env", "local", "--project", "loja", "--address", shop.ReaderAddress, "--secret-name", "LOJA_READER_PASSWORD"], ct);
        say($"alicerce check samples/loja --server {server.Url} --env local");
        return await CheckAsync(Checkout.Shop, "loja", ct);
    }

    /// <summary>Alicerce's own OpenAPI document against Alicerce itself, in a protected environment: what changes state is left out.</summary>
    public async Task<ShopCheck> CheckOwnApiAsync(CancellationToken ct)
    {
        var project = Directory.CreateDirectory(Path.Combine(folder, "own-api")).FullName;
        File.Copy(Path.Combine(Checkout.Root, "docs", "api", "openapi.json"), Path.Combine(project, "openapi.json"), overwrite: true);
        await File.WriteAllTextAsync(Path.Combine(project, "alicerce.yaml"), $$"""
            project: alicerce
            environments:
              local:
                base_url: {{server.Url}}
                default_auth: bearer
            auth:
              bearer: { type: bearer, token: "${secret:ALICERCE_TOKEN}" }
            """, ct);
        await RequireAsync(["project", "create", "alicerce"], ct);
        await RequireAsync(["env", "create", "local", "--project", "alicerce", "--base-url", server.Url, "--approved-host", $"127.0.0.1:{server.Port}", "--self-test", "--protected"], ct);
        // A list that is empty has no member to read.
        await server.PostAsync(
            "/api/v1/schedules", """{"name": "resting", "cron": "30 8 * * MON-FRI", "job_type": "testing.run_shard", "args": {"run_id": 1, "shard": 0}, "is_enabled": false}""", ct);
        say($"alicerce check (our own docs/api/openapi.json) --server {server.Url}");
        return await CheckAsync(project, "alicerce", ct);
    }

    private async Task<ShopCheck> CheckAsync(string project, string name, CancellationToken ct)
    {
        var report = Path.Combine(folder, $"{name}-server.json");
        var exit = await server.CliAsync(["check", project, "--project", name, "--env", "local", "--report", $"ctrf={report}"], ct);
        return new ShopCheck(exit, ShopCheck.FailedIn(report));
    }

    private async Task RequireAsync(string[] arguments, CancellationToken ct)
    {
        var exit = await server.CliAsync(arguments, ct);
        if (exit != 0)
            throw new InvalidOperationException($"'alicerce {string.Join(' ', arguments)}' ended with {exit}");
    }
}
