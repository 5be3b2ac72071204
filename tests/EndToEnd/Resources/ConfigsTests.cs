using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Alicerce.EndToEnd.Resources;

public sealed class ConfigsTests(Chromium chromium, ConsoleServer server)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Req", "S004-CFG-06")]
    public async Task A_file_is_previewed_copied_downloaded_and_compared_with_the_deployed_one()
    {
        var (project, service) = await ProjectAsync();
        await using var visit = await (await Visit.BeginAsync(chromium, server.Server)).SignInAsync();
        await visit.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await visit.OpenAsync($"/configs?project={project}");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Generate" }).ClickAsync();
        var preview = visit.Page.GetByRole(AriaRole.Region, new() { Name = "Preview of docker-compose.yml" });
        await Expect(preview).ToContainTextAsync($"{service}:");
        var file = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.GetByRole(AriaRole.Button, new() { Name = "Download docker-compose.yml" }).ClickAsync());
        file.SuggestedFilename.ShouldBe("docker-compose.yml");
        var content = await File.ReadAllTextAsync(await file.PathAsync(), Ct);
        content.ShouldBe((await server.ReadAsync($"/api/v1/resources/generate/docker-compose/{project}")).GetProperty("content").GetString());
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Copy the file" }).ClickAsync();
        (await visit.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()")).ShouldBe(content);

        var deployed = visit.Page.GetByLabel("The deployed file");
        await deployed.FillAsync(content);
        await Expect(visit.Page.GetByText("The deployed file is what would be generated now.")).ToBeVisibleAsync();
        await deployed.FillAsync(content.Replace($"{service}:", "shop-old:", StringComparison.Ordinal));
        var diff = visit.Page.GetByRole(AriaRole.Region, new() { Name = "From the deployed file to the generated one" });
        await Expect(diff.GetByRole(AriaRole.Row, new() { Name = "removed shop-old:" }).First).ToBeVisibleAsync();
        await visit.LookAsync("configs");
        (await visit.BreachesAsync()).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Req", "S004-CFG-06")]
    public async Task What_cannot_be_filled_in_and_what_is_missing_is_said_in_the_files_place()
    {
        var (project, service) = await ProjectAsync();
        await using var visit = await (await Visit.BeginAsync(chromium, server.Server, width: 390, theme: "dark")).SignInAsync();
        visit.Expects(404, 422);
        await visit.OpenAsync("/configs");
        await Expect(visit.Page.GetByText("No project is chosen")).ToBeVisibleAsync();
        await visit.OpenAsync($"/configs?project={project}");
        await visit.Page.GetByLabel("File", new() { Exact = true }).SelectOptionAsync("template");
        await visit.Page.GetByLabel("Template").FillAsync($"port = {{{{port:{service}}}}}\nmail = {{{{var:NOBODY_SET}}}}\n");
        var generate = visit.Page.GetByRole(AriaRole.Button, new() { Name = "Generate" });
        await generate.ClickAsync();
        var alert = visit.Page.GetByRole(AriaRole.Alert);
        await Expect(alert).ToContainTextAsync("This file cannot be made yet");
        await Expect(alert).ToContainTextAsync("NOBODY_SET");
        await visit.LookAsync("configs-unresolved-390");
        (await visit.BreachesAsync()).ShouldBeEmpty();
        (await visit.OverflowAsync()).ShouldBeLessThanOrEqualTo(0);

        await visit.Page.GetByLabel("Template").FillAsync($"port = {{{{port:{service}}}}}\n");
        await generate.ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Region, new() { Name = "Preview of config" })).ToContainTextAsync("port = 8");
    }

    [Fact]
    public async Task The_file_with_secrets_says_what_it_is_needs_an_admin_and_can_be_hidden()
    {
        var (project, _) = await ProjectAsync();
        var value = string.Join('-', "river", "stone", "lamp", "42");
        await server.Server.PostAsync("/api/v1/resources/secrets", new { Key = "DB_PASSWORD", Value = value, ProjectId = project }, Ct);
        await using var visit = await (await Visit.BeginAsync(chromium, server.Server)).SignInAsync();
        await visit.OpenAsync($"/configs?project={project}");
        await visit.Page.GetByLabel("File", new() { Exact = true }).SelectOptionAsync("env");
        await Expect(visit.Page.GetByText("This file holds secrets in plain text")).ToBeVisibleAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Generate" }).ClickAsync();
        await Expect(visit.Page.GetByText(value, new() { Exact = false })).ToBeVisibleAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Hide it" }).ClickAsync();
        await Expect(visit.Page.GetByText(value, new() { Exact = false })).ToHaveCountAsync(0);

        var (id, email) = await server.CreateUserAsync("viewer");
        using (var joined = await server.Client.PutAsync($"/api/v1/projects/{project}/members/{id}", System.Net.Http.Json.JsonContent.Create(new { role = "developer" }), Ct)) joined.EnsureSuccessStatusCode();
        await using var developer = await (await Visit.BeginAsync(chromium, server.Server, locale: "pt-BR")).SignInAsync(email);
        developer.Expects(403);
        await developer.OpenAsync($"/configs?project={project}");
        await developer.Page.GetByLabel("Arquivo", new() { Exact = true }).SelectOptionAsync("env");
        await developer.Page.GetByRole(AriaRole.Button, new() { Name = "Gerar" }).ClickAsync();
        await Expect(developer.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Administrador" }).Last).ToBeVisibleAsync();
    }

    /// <summary>A project with one service that has a port.</summary>
    private async Task<(int Project, string Service)> ProjectAsync()
    {
        var project = await server.CreateProjectAsync(ConsoleServer.NewName("shop"));
        var service = ConsoleServer.NewName("web");
        await server.Server.PostAsync("/api/v1/resources/ports/allocate", new { ServiceName = service, ProjectId = project }, Ct);
        return (project, service);
    }
}
