using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Alicerce.EndToEnd.Resources;

/// <summary>Secrets on the console: hidden until somebody asks, and gone again soon after.</summary>
public sealed class SecretsTests(Chromium chromium, ConsoleServer server)
{
    private static readonly string Value = string.Join('-', "river", "stone", "lamp", "42");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Req", "S004-SEC-08")]
    public async Task A_sensitive_value_is_nowhere_until_it_is_revealed_which_is_audited_counts_down_and_hides_itself()
    {
        var project = await server.CreateProjectAsync(ConsoleServer.NewName("shop"));
        await SetAsync("DB_PASSWORD", Value, project);
        await using var visit = await (await Visit.BeginAsync(chromium, server.Server)).SignInAsync();
        await visit.Page.Clock.InstallAsync();
        var answers = new List<string>();
        visit.Page.Response += async (_, answer) =>
        {
            if (answer.Url.Contains("/resources/secrets", StringComparison.Ordinal) && !answer.Url.EndsWith("/reveal", StringComparison.Ordinal)) answers.Add(await answer.TextAsync());
        };
        await visit.OpenAsync($"/secrets?project={project}");
        var row = Row(visit.Page, "DB_PASSWORD");
        await Expect(row.GetByRole(AriaRole.Img, new() { Name = "Hidden" })).ToHaveTextAsync("••••••");
        await visit.LookAsync("secrets");
        answers.ShouldNotContain(answer => answer.Contains(Value, StringComparison.Ordinal));
        (await RevealsAsync("DB_PASSWORD", project)).ShouldBe(0);

        await row.GetByRole(AriaRole.Button, new() { Name = "Reveal DB_PASSWORD" }).ClickAsync();
        var dialog = visit.Page.GetByRole(AriaRole.Dialog, new() { Name = "DB_PASSWORD" });
        await Expect(dialog.GetByText(Value, new() { Exact = true })).ToBeVisibleAsync();
        await Expect(dialog.GetByRole(AriaRole.Timer)).ToContainTextAsync("Hides itself in");
        await visit.LookAsync("secret-revealed");
        (await visit.BreachesAsync()).ShouldBeEmpty();
        (await RevealsAsync("DB_PASSWORD", project)).ShouldBe(1);
        visit.Page.Url.ShouldNotContain(Value);
        (await visit.Page.EvaluateAsync<string>("() => JSON.stringify([localStorage, sessionStorage])")).ShouldNotContain(Value);

        await visit.Page.Clock.FastForwardAsync(31_000);
        await Expect(visit.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        (await visit.Page.ContentAsync()).ShouldNotContain(Value);
    }

    [Fact]
    public async Task A_value_is_copied_without_being_shown()
    {
        var project = await server.CreateProjectAsync(ConsoleServer.NewName("shop"));
        await SetAsync("API_TOKEN", Value, project);
        await using var visit = await (await Visit.BeginAsync(chromium, server.Server)).SignInAsync();
        await visit.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await visit.OpenAsync($"/secrets?project={project}");
        await Row(visit.Page, "API_TOKEN").GetByRole(AriaRole.Button, new() { Name = "Copy API_TOKEN without showing it" }).ClickAsync();
        await Expect(visit.Page.GetByText("API_TOKEN is in the clipboard.", new() { Exact = false })).ToBeVisibleAsync();
        (await visit.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()")).ShouldBe(Value);
        (await visit.Page.ContentAsync()).ShouldNotContain(Value);
        (await RevealsAsync("API_TOKEN", project)).ShouldBe(1);
    }

    [Fact]
    public async Task A_secret_is_generated_given_a_new_value_restored_described_and_deleted()
    {
        var project = await server.CreateProjectAsync(ConsoleServer.NewName("shop"));
        await using var visit = await (await Visit.BeginAsync(chromium, server.Server)).SignInAsync();
        visit.Expects(422);
        await visit.OpenAsync($"/secrets?project={project}");
        await Expect(visit.Page.GetByText("No secret is kept here")).ToBeVisibleAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "New secret" }).ClickAsync();
        var dialog = visit.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Key").FillAsync("SESSION_KEY");
        await dialog.GetByLabel("Value", new() { Exact = true }).SelectOptionAsync("password");
        await dialog.GetByLabel("Length").FillAsync("7");
        await dialog.GetByLabel("Expires").FillAsync("2999-12-31");
        await dialog.GetByLabel("Owner").SelectOptionAsync("Ana Admin");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Create" }).ClickAsync();
        await Expect(dialog.GetByText("This number is out of range.")).ToBeVisibleAsync();
        await visit.LookAsync("secret-form");
        await dialog.GetByLabel("Length").FillAsync("24");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Create" }).ClickAsync();
        var row = Row(visit.Page, "SESSION_KEY");
        await Expect(row).ToContainTextAsync("2999");

        await OpenMenuAsync(visit.Page, "SESSION_KEY", "New value");
        await dialog.GetByLabel("Value", new() { Exact = true }).SelectOptionAsync("own");
        await dialog.GetByLabel("Secret value").FillAsync(Value);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(visit.Page.GetByText("SESSION_KEY has a new value, version 2.")).ToBeVisibleAsync();

        await OpenMenuAsync(visit.Page, "SESSION_KEY", "Versions");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Restore version 1" }).ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(3);
        await Expect(dialog.GetByRole(AriaRole.Listitem).First).ToContainTextAsync("Version 3");
        await visit.Page.Keyboard.PressAsync("Escape");

        await OpenMenuAsync(visit.Page, "SESSION_KEY", "Edit details");
        await dialog.GetByLabel("Description").FillAsync("Signs the shop's sessions");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(row).ToContainTextAsync("Signs the shop's sessions");

        await OpenMenuAsync(visit.Page, "SESSION_KEY", "Delete");
        await Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Delete" })).ToBeDisabledAsync();
        await dialog.GetByLabel("Type “SESSION_KEY” to confirm").FillAsync("SESSION_KEY");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Expect(visit.Page.GetByText("No secret is kept here")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_dotenv_file_is_stored_only_after_its_changes_were_seen_and_is_written_again()
    {
        var project = await server.CreateProjectAsync(ConsoleServer.NewName("shop"));
        await SetAsync("KEPT", "one", project);
        await SetAsync("CHANGED", "one", project);
        await using var visit = await (await Visit.BeginAsync(chromium, server.Server)).SignInAsync();
        await visit.OpenAsync($"/secrets?project={project}");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Import" }).ClickAsync();
        var dialog = visit.Page.GetByRole(AriaRole.Dialog, new() { Name = "Import secrets" });
        await dialog.GetByLabel("Text of the .env file").FillAsync("KEPT=one\nCHANGED=two\nADDED=three\n");
        await Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Import 2" })).ToHaveCountAsync(0);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Show what would change" }).ClickAsync();
        var changes = dialog.GetByRole(AriaRole.List, new() { Name = "What would change" }).GetByRole(AriaRole.Listitem);
        await Expect(changes).ToHaveCountAsync(3);
        (await changes.AllInnerTextsAsync()).Select(text => text.ReplaceLineEndings(" ").Trim()).ShouldBe(["+ ADDED created", "~ CHANGED updated", "= KEPT unchanged"], ignoreOrder: true);
        await visit.LookAsync("secrets-import");
        await Expect(Row(visit.Page, "ADDED")).ToHaveCountAsync(0);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Import 2" }).ClickAsync();
        await Expect(Row(visit.Page, "ADDED")).ToBeVisibleAsync();

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Export" }).ClickAsync();
        var file = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.GetByRole(AriaRole.Button, new() { Name = "Download .env" }).ClickAsync());
        (await File.ReadAllTextAsync(await file.PathAsync(), Ct)).ReplaceLineEndings("\n").ShouldContain("CHANGED=");
    }

    [Fact]
    public async Task A_viewer_sees_which_secrets_there_are_and_no_way_to_a_value_and_another_browser_sees_a_new_one_at_once()
    {
        var project = await server.CreateProjectAsync(ConsoleServer.NewName("shop"));
        await SetAsync("DB_PASSWORD", Value, project);
        var (id, email) = await server.CreateUserAsync("viewer");
        using (var joined = await server.Client.PutAsync($"/api/v1/projects/{project}/members/{id}", System.Net.Http.Json.JsonContent.Create(new { role = "viewer" }), Ct)) joined.EnsureSuccessStatusCode();
        await using var visit = await (await Visit.BeginAsync(chromium, server.Server, width: 390, theme: "dark")).SignInAsync(email);
        await visit.OpenAsync($"/secrets?project={project}");
        await Expect(Row(visit.Page, "DB_PASSWORD")).ToBeVisibleAsync();
        await Expect(visit.Page.GetByText("You may see which secrets there are, not their values.")).ToBeVisibleAsync();
        foreach (var button in (string[])["Reveal DB_PASSWORD", "Copy DB_PASSWORD without showing it", "New secret", "Import", "Export"])
            await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = button })).ToHaveCountAsync(0);
        await SetAsync("SEEN_AT_ONCE", Value, project);
        await Expect(Row(visit.Page, "SEEN_AT_ONCE")).ToBeVisibleAsync();
        await visit.LookAsync("secrets-viewer-390");
        (await visit.BreachesAsync()).ShouldBeEmpty();
        (await visit.OverflowAsync()).ShouldBeLessThanOrEqualTo(0);
    }

    private static ILocator Row(IPage page, string key) => page.GetByRole(AriaRole.Table, new() { Name = "Secrets" }).GetByRole(AriaRole.Row).Filter(new() { HasText = key });

    private static async Task OpenMenuAsync(IPage page, string key, string item)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = $"Actions for {key}" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = item, Exact = true }).ClickAsync();
    }

    private Task SetAsync(string key, string value, int project) => server.Server.PostAsync("/api/v1/resources/secrets", new { Key = key, Value = value, ProjectId = project }, Ct);

    /// <summary>How often the audit log says that somebody read values of this project on the console.</summary>
    private async Task<long> RevealsAsync(string key, int project)
    {
        await using var command = server.Database.Source.CreateCommand("SELECT count(*) FROM platform.audit_log WHERE action LIKE 'secret.%read%' AND project_id = $1 AND details::text LIKE $2");
        command.Parameters.AddWithValue(project);
        command.Parameters.AddWithValue($"%{key}%");
        return (long)(await command.ExecuteScalarAsync(Ct))!;
    }
}
