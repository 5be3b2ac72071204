using System.Net.Http.Json;
using Alicerce.Platform.Web;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Alicerce.EndToEnd.Projects;

public sealed class ProjectsTests(Chromium chromium, ConsoleServer server)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_project_made_here_appears_in_another_browser_without_a_reload()
    {
        var name = ConsoleServer.NewName("a-live");
        await using var other = await (await Visit.BeginAsync(chromium, server.Server)).SignInAsync();
        await other.OpenAsync("/projects");
        await Expect(other.Page.GetByRole(AriaRole.Link, new() { Name = name })).ToHaveCountAsync(0);
        await using var visit = await (await Visit.BeginAsync(chromium, server.Server)).SignInAsync();
        await visit.OpenAsync("/projects");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "New project" }).ClickAsync();
        await visit.Page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Create" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = name })).ToBeVisibleAsync();
        await Expect(other.Page.GetByRole(AriaRole.Link, new() { Name = name })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_environment_is_made_edited_and_deleted_after_typing_its_name()
    {
        var project = await server.CreateProjectAsync(ConsoleServer.NewName("places"));
        await using var visit = await (await Visit.BeginAsync(chromium, server.Server)).SignInAsync();
        await visit.OpenAsync($"/projects/{project}");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "New environment" }).ClickAsync();
        await visit.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("staging");
        await visit.Page.GetByLabel("Address").FillAsync("http://localhost:5080");
        await visit.Page.GetByLabel("Protected").CheckAsync();
        await visit.Page.GetByLabel("Variables").FillAsync("REGION=south");
        await visit.LookAsync("environment-dialog");
        (await visit.BreachesAsync()).ShouldBeEmpty();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Create" }).ClickAsync();
        var row = visit.Page.GetByRole(AriaRole.Row, new() { Name = "staging" });
        await Expect(row).ToContainTextAsync("Protected");

        await row.GetByRole(AriaRole.Button, new() { Name = "Edit: staging" }).ClickAsync();
        await Expect(visit.Page.GetByLabel("Variables")).ToHaveValueAsync("REGION=south");
        await visit.Page.GetByLabel("Address").FillAsync("http://localhost:5081");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(row).ToContainTextAsync("5081");

        await row.GetByRole(AriaRole.Button, new() { Name = "Delete: staging" }).ClickAsync();
        var confirm = visit.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Delete" });
        await Expect(confirm).ToBeDisabledAsync();
        await visit.Page.GetByLabel("Type “staging” to confirm").FillAsync("staging");
        await confirm.ClickAsync();
        await Expect(visit.Page.GetByText("No environments yet")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_member_is_added_gets_another_role_and_is_removed()
    {
        var (_, email) = await server.CreateUserAsync("developer");
        var project = await server.CreateProjectAsync(ConsoleServer.NewName("team"));
        await using var visit = await (await Visit.BeginAsync(chromium, server.Server)).SignInAsync();
        await visit.OpenAsync($"/projects/{project}");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Add member" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Combobox, new() { Name = "User" }).FillAsync(email);
        await visit.Page.GetByRole(AriaRole.Option, new() { Name = email }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await visit.Page.GetByLabel("Role of Bruno developer").SelectOptionAsync("Admin");
        await Expect(visit.Page.GetByText("The role is changed.")).ToBeVisibleAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Remove Bruno developer" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Remove", Exact = true }).ClickAsync();
        await Expect(visit.Page.GetByText("No members")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_change_made_meanwhile_by_another_is_not_written_over()
    {
        var name = ConsoleServer.NewName("stale");
        var project = await server.CreateProjectAsync(name);
        await using var visit = await (await Visit.BeginAsync(chromium, server.Server)).SignInAsync();
        visit.Expects(412);
        await visit.OpenAsync($"/projects/{project}");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Edit", Exact = true }).ClickAsync();
        await visit.Page.GetByLabel("Description").FillAsync("mine");
        using var theirs = await server.Client.PatchAsJsonAsync($"/api/v1/projects/{project}", new { Description = "theirs" }, ApiJson.Options, Ct);
        theirs.EnsureSuccessStatusCode();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Somebody changed this meanwhile");
        await visit.LookAsync("stale");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Load the newer version" }).ClickAsync();
        await Expect(visit.Page.GetByLabel("Description")).ToHaveValueAsync("theirs");
        await visit.Page.GetByLabel("Description").FillAsync("both");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        (await server.ReadAsync($"/api/v1/projects/{project}")).GetProperty("description").GetString().ShouldBe("both");
    }

    [Fact]
    public async Task A_taken_name_and_a_bad_one_are_refused_in_the_reader_s_language()
    {
        var name = ConsoleServer.NewName("taken");
        await server.CreateProjectAsync(name);
        await using var visit = await (await Visit.BeginAsync(chromium, server.Server, locale: "pt-BR")).SignInAsync();
        visit.Expects(409, 422);
        await visit.OpenAsync("/projects");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Novo projeto" }).ClickAsync();
        await visit.Page.GetByLabel("Nome", new() { Exact = true }).FillAsync("Não Serve");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Criar" }).ClickAsync();
        await Expect(visit.Page.GetByText("Use letras minúsculas")).ToBeVisibleAsync();
        await visit.Page.GetByLabel("Nome", new() { Exact = true }).FillAsync(name);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Criar" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Outro projeto tem este nome.");
    }

    [Fact]
    public async Task Who_may_not_do_something_is_told_which_role_would()
    {
        var project = await server.CreateProjectAsync(ConsoleServer.NewName("closed"));
        var (id, email) = await server.CreateUserAsync("developer");
        await SetMemberAsync(project, id, "developer");
        await using var visit = await (await Visit.BeginAsync(chromium, server.Server)).SignInAsync(email);
        visit.Expects(403);
        await visit.OpenAsync($"/projects/{project}");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Edit", Exact = true }).ClickAsync();
        await SetMemberAsync(project, id, "viewer");
        await visit.Page.GetByLabel("Description").FillAsync("mine");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("You may not do this");
        await Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("This needs the role “Developer” here.");
    }

    private async Task SetMemberAsync(int project, int user, string role)
    {
        using var answer = await server.Client.PutAsJsonAsync($"/api/v1/projects/{project}/members/{user}", new { Role = role }, ApiJson.Options, Ct);
        answer.EnsureSuccessStatusCode();
    }
}
