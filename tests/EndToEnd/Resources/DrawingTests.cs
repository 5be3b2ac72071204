using System.Globalization;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Alicerce.EndToEnd.Resources;

/// <summary>The Resource Manager as source 004 draws it, with the rows of the drawing.</summary>
public sealed class DrawingTests(Chromium chromium, DrawingServer server) : IClassFixture<DrawingServer>
{
    [Fact]
    [Trait("Req", "S004-UI-01")]
    public async Task The_title_bar_has_the_name_at_the_left_and_a_button_that_reads_anew_at_the_right()
    {
        await using var visit = await OpenAsync();
        var title = visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Resource Manager", Exact = true });
        var refresh = visit.Page.GetByRole(AriaRole.Button, new() { Name = "Refresh", Exact = true });
        await Expect(title).ToBeVisibleAsync();
        (await refresh.BoundingBoxAsync())!.X.ShouldBeGreaterThan((await title.BoundingBoxAsync())!.X + 400);

        foreach (var part in (string[])["/resources/ports?", "/resources/ports/ranges", "/resources/services?"])
            await visit.Page.RunAndWaitForResponseAsync(() => refresh.ClickAsync(), answer => answer.Url.Contains(part, StringComparison.Ordinal) && answer.Ok);
    }

    [Fact]
    [Trait("Req", "S004-UI-02")]
    [Trait("Trap", "T004-70")]
    public async Task The_filter_row_narrows_by_host_and_type_and_offers_to_reserve_a_port()
    {
        await using var visit = await OpenAsync();
        var panel = visit.Page.GetByRole(AriaRole.Region, new() { Name = "Port Allocations" });
        var (host, type) = (panel.GetByLabel("Host", new() { Exact = true }), panel.GetByLabel("Type", new() { Exact = true }));
        await Expect(panel.GetByRole(AriaRole.Row)).ToHaveCountAsync(7);
        (await host.Locator("option").AllTextContentsAsync()).ShouldBe(["All Hosts", "forge", "localhost"]);
        (await type.Locator("option").AllTextContentsAsync()).ShouldBe(["All Types", "app", "database", "cache", "web", "queue", "custom"]);

        await visit.Page.RunAndWaitForResponseAsync(() => type.SelectOptionAsync("database"), answer => answer.Url.Contains("port_type=database", StringComparison.Ordinal) && answer.Ok);
        await Expect(panel.GetByRole(AriaRole.Row)).ToHaveCountAsync(2);
        await Expect(panel.GetByRole(AriaRole.Row).Nth(1)).ToContainTextAsync("blog-db");
        await type.SelectOptionAsync("All Types");
        await host.SelectOptionAsync("localhost");
        await Expect(panel.GetByRole(AriaRole.Row)).ToHaveCountAsync(2);
        await Expect(panel.GetByRole(AriaRole.Row).Nth(1)).ToContainTextAsync("quantum-admin");

        await panel.GetByRole(AriaRole.Button, new() { Name = "+ Reserve Port", Exact = true }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Dialog, new() { Name = "Reserve a port" })).ToBeVisibleAsync();
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(visit.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    [Fact]
    [Trait("Req", "S004-UI-03")]
    [Trait("Req", "S004-UI-05")]
    public async Task The_table_has_the_drawings_columns_and_its_six_rows()
    {
        await using var visit = await OpenAsync();
        var table = visit.Page.GetByRole(AriaRole.Table, new() { Name = "Port Allocations" });
        (await table.GetByRole(AriaRole.Columnheader).AllInnerTextsAsync()).Take(5).ShouldBe(["Service", "Port", "Type", "Host", "Status"]);
        var rows = await RowsAsync(table);
        rows.ShouldBe(
            [
                "quantumblog-prod 8080 app forge ● Used", "quantumblog-staging 8082 app forge ● Used", "quantumblog-dev 8081 app forge ○ Free", "blog-db 5432 database forge ● Used",
                "quantum-admin 8001 app localhost ● Used", "[reserved] 80 web forge ⊘ Rsvd",
            ],
            ignoreOrder: true);
    }

    [Fact]
    [Trait("Req", "S004-UI-04")]
    [Trait("Trap", "T004-67")]
    public async Task Each_status_has_its_mark_and_the_page_says_what_free_means()
    {
        var asked = new List<string>();
        await using var visit = await OpenAsync(page => page.Request += (_, request) => asked.Add(request.Url));
        asked.ShouldContain(url => url.Contains("include_released=true", StringComparison.Ordinal));
        var marks = new Dictionary<string, string> { ["● Used"] = "allocated", ["○ Free"] = "released", ["⊘ Rsvd"] = "reserved" };
        var told = (await server.Server.GetAsync("/api/v1/resources/ports?include_released=true", TestContext.Current.CancellationToken)).EnumerateArray()
            .ToDictionary(port => port.GetProperty("port").GetInt32().ToString(CultureInfo.InvariantCulture), port => port.GetProperty("status").GetString()!);
        foreach (var row in await visit.Page.GetByRole(AriaRole.Table, new() { Name = "Port Allocations" }).Locator("tbody tr").AllAsync())
        {
            var cells = await row.Locator("td").AllInnerTextsAsync();
            marks[cells[4].Trim()].ShouldBe(told[cells[1].Trim()]);
        }

        await Expect(visit.Page.GetByText("Free means given back: the port can be given to anybody again.")).ToBeVisibleAsync();
    }

    [Fact]
    [Trait("Req", "S004-UI-07")]
    public async Task Each_service_has_a_line_with_mark_name_address_and_latency()
    {
        await using var visit = await OpenAsync();
        var list = visit.Page.GetByRole(AriaRole.List, new() { Name = "Service Health" });
        (string Mark, string Name, string Url, string Latency)[] lines =
        [
            ("●", "quantumblog-prod", "http://10.10.1.40:8080/health", "120ms"), ("●", "quantumblog-staging", "http://10.10.1.40:8082/health", "95ms"),
            ("○", "quantumblog-dev", "http://10.10.1.40:8081/health", "[N/A]"), ("●", "blog-db", "tcp://10.10.1.40:5432", "45ms"),
        ];
        await Expect(list.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(lines.Length);
        foreach (var (mark, name, url, latency) in lines)
        {
            var line = list.GetByRole(AriaRole.Listitem).Filter(new() { Has = visit.Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }) });
            await Expect(line.GetByText(mark, new() { Exact = true })).ToBeVisibleAsync();
            await Expect(line.GetByText(url, new() { Exact = true })).ToBeVisibleAsync();
            await Expect(line.GetByText(latency, new() { Exact = true })).ToBeVisibleAsync();
            await Expect(line.GetByRole(AriaRole.Img, new() { Name = "Latency of " })).ToBeVisibleAsync();
            await Expect(line.GetByText("% up")).ToBeVisibleAsync();
        }
    }

    [Fact]
    [Trait("Req", "S004-UI-08")]
    public async Task The_footer_says_when_the_last_check_was_at_the_left_of_its_button()
    {
        await server.SayLastCheckAsync(TimeSpan.FromSeconds(30));
        await using var visit = await OpenAsync();
        var said = visit.Page.GetByText("Last check: ");
        var button = visit.Page.GetByRole(AriaRole.Button, new() { Name = "Run Health Check", Exact = true });
        await Expect(said).ToBeVisibleAsync();
        (await button.BoundingBoxAsync())!.X.ShouldBeGreaterThan((await said.BoundingBoxAsync())!.X);
        var seconds = SecondsOf(await said.TextContentAsync());
        seconds.ShouldBeInRange(30, 55);
        await Expect(visit.Page.GetByText($"Last check: {seconds}s ago", new() { Exact = true })).ToHaveCountAsync(0);
        SecondsOf(await said.TextContentAsync()).ShouldBeGreaterThan(seconds);
    }

    [Theory]
    [InlineData("light", 1280)]
    [InlineData("dark", 1280)]
    [InlineData("light", 1680)]
    [InlineData("light", 390)]
    [InlineData("dark", 390)]
    public async Task With_its_rows_the_screen_is_accessible_and_fits_the_window(string theme, int width)
    {
        await using var visit = await (await Visit.BeginAsync(chromium, server.Server, width, theme: theme)).SignInAsync();
        await visit.OpenAsync("/resources");
        await Expect(visit.Page.GetByRole(AriaRole.Row)).ToHaveCountAsync(7);
        await Expect(visit.Page.GetByRole(AriaRole.Status, new() { Name = "Loading" })).ToHaveCountAsync(0);
        await visit.LookAsync($"resource-manager-{theme}-{width}");
        (await visit.BreachesAsync()).ShouldBeEmpty();
        (await visit.OverflowAsync()).ShouldBeLessThanOrEqualTo(0);

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "+ Reserve Port" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Dialog, new() { Name = "Reserve a port" })).ToBeVisibleAsync();
        await visit.LookAsync($"reserve-port-{theme}-{width}");
        (await visit.BreachesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task In_portuguese_every_fixed_text_has_its_translation()
    {
        await using var visit = await (await Visit.BeginAsync(chromium, server.Server, locale: "pt-BR")).SignInAsync();
        await visit.OpenAsync("/resources");
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Gerenciador de Recursos" })).ToBeVisibleAsync();
        foreach (var panel in (string[])["Alocação de portas", "Faixas de portas", "Saúde dos serviços", "Nomes de hosts", "Divergências"])
            await Expect(visit.Page.GetByRole(AriaRole.Region, new() { Name = panel })).ToBeVisibleAsync();
        foreach (var button in (string[])["Atualizar", "+ Reservar porta", "Verificar agora", "Alocar uma porta", "Verificar uma porta", "Registrar serviço"])
            await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true })).ToBeVisibleAsync();
        await Expect(visit.Page.GetByText("100% disponível").First).ToBeVisibleAsync();
        await Expect(visit.Page.GetByText("○ Livre")).ToBeVisibleAsync();
        await visit.LookAsync("resource-manager-pt");
    }

    /// <summary>Fails unless it is said exactly as drawn: <c>Last check: 30s ago</c>.</summary>
    private static int SecondsOf(string? said)
    {
        said.ShouldNotBeNull();
        said.ShouldStartWith("Last check: ");
        said.ShouldEndWith("s ago");
        return int.Parse(said["Last check: ".Length..^"s ago".Length], CultureInfo.InvariantCulture);
    }

    private static async Task<List<string>> RowsAsync(ILocator table)
    {
        var rows = table.Locator("tbody tr");
        await Expect(rows).ToHaveCountAsync(6);
        var read = new List<string>();
        foreach (var row in await rows.AllAsync())
        {
            var cells = await row.Locator("td").AllInnerTextsAsync();
            // Why it is reserved stands behind the name, in its own small words.
            read.Add(string.Join(' ', cells.Take(5).Select(cell => cell.Split('\n')[0].Trim())).Replace("production-only", " ", StringComparison.Ordinal).Replace("  ", " ", StringComparison.Ordinal));
        }

        return read;
    }

    private async Task<Visit> OpenAsync(Action<IPage>? watch = null)
    {
        var visit = await (await Visit.BeginAsync(chromium, server.Server, width: 1440)).SignInAsync();
        watch?.Invoke(visit.Page);
        await visit.OpenAsync("/resources");
        await Expect(visit.Page.GetByRole(AriaRole.Status, new() { Name = "Loading" })).ToHaveCountAsync(0);
        return visit;
    }
}
