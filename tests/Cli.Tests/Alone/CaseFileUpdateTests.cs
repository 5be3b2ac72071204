using System.Collections.Concurrent;
using Alicerce.Cli.Tests.Server;
using Alicerce.Harness;

namespace Alicerce.Cli.Tests.Alone;

/// <summary><c>check --update</c> on a project that holds cases of people beside generated ones.</summary>
public sealed class CaseFileUpdateTests : IAsyncLifetime
{
    private const string Generated = "alicerce/cases/components-home.q.yaml";

    /// <summary>No component wrote it, and its layout is its owner's.</summary>
    private const string Own = """
        # Ours: the shop owner asked for these.
        cases:

        # Every Monday somebody broke the logo.
        - key: logo
          name:   The logo shows   # three spaces, on purpose
          request: GET /logo.png
          asserts: [{status: 200}]
        """;

    private readonly TempFolder _folder = new();

    public async ValueTask InitializeAsync()
    {
        await WriteAsync("components/home.q", Page("Welcome"));
        await WriteAsync("components/cart.q", Page("Cart"));
        await WriteAsync("alicerce.yaml", "project: loja\ngenerate: {types: [smoke]}\n");
        (await CommandLineProcess.RunAsync("init", _folder.Path)).ExitCode.ShouldBe(0);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_case_of_a_person_stays_in_its_file_and_is_written_nowhere_else()
    {
        await WriteAsync("alicerce/cases/ours.yaml", Own);
        await WriteAsync("components/offers.q", Page("Offers"));
        var before = await FilesAsync();

        (await UpdateAsync()).Output.ShouldContain("1 added, 0 updated, 3 unchanged");
        (await UpdateAsync()).Output.ShouldContain("The case files are up to date.");

        var after = await FilesAsync();
        after.Keys.Except(before.Keys).ShouldBe(["components-offers.q.yaml"]);
        after.Remove("components-offers.q.yaml");
        after.ShouldBe(before);
    }

    [Fact]
    public async Task A_renamed_case_of_a_person_leaves_nothing_behind()
    {
        await WriteAsync("alicerce/cases/ours.yaml", Own);
        await WriteAsync("components/offers.q", Page("Offers"));
        await UpdateAsync();
        await WriteAsync("alicerce/cases/ours.yaml", Own.Replace("key: logo", "key: the logo", StringComparison.Ordinal));
        await WriteAsync("components/contact.q", Page("Contact"));

        (await UpdateAsync()).Output.ShouldContain("1 added, 0 updated, 4 unchanged");

        (await UpdateAsync()).Output.ShouldContain("The case files are up to date.");
        (await FilesAsync()).Keys.ShouldNotContain("cases.yaml");
    }

    [Fact]
    public async Task Within_a_file_that_changes_all_other_cases_and_comments_stay_as_they_stand()
    {
        var generated = await ReadAsync(Generated);
        var edited = generated.Replace("kind: smoke", "kind: smoke   # reviewed", StringComparison.Ordinal) + """

              # Ours, beside the page's own.
              - key: greeting
                name:   The page greets   # three spaces, on purpose
                request: GET /home

            # The end.

            """;
        await WriteAsync(Generated, edited);
        await WriteAsync("components/home.q", Page("Welcome", "<form id=\"mail\" action=\"/mail\" method=\"post\"><input name=\"email\" required=\"true\"/></form>"));
        await WriteAsync("alicerce.yaml", "project: loja\ngenerate: {types: [smoke, form]}\n");

        (await UpdateAsync()).Output.ShouldMatch("[1-9] added, 0 updated, 3 unchanged");

        (await ReadAsync(Generated)).ShouldStartWith(edited.TrimEnd());
        (await UpdateAsync()).Output.ShouldContain("The case files are up to date.");
    }

    [Fact]
    public async Task A_generated_case_that_was_edited_keeps_its_comments_when_its_file_changes()
    {
        var edited = (await ReadAsync(Generated)).Replace("timeout: 10s", "timeout: 20s   # slow on Mondays", StringComparison.Ordinal);
        await WriteAsync(Generated, edited);
        await WriteAsync("components/home.q", Page("Hello"));
        await WriteAsync("alicerce.yaml", "project: loja\ngenerate: {types: [smoke, load]}\n");

        (await UpdateAsync()).Output.ShouldContain("2 added, 0 updated, 1 unchanged, 1 kept (edited by hand), 0 obsolete");

        var now = await ReadAsync(Generated);
        now.ShouldStartWith(edited);
        now.ShouldContain("kind: load");
    }

    [Fact]
    public async Task Only_the_case_whose_source_vanished_changes_and_comments_around_it_stay()
    {
        var cart = await ReadAsync("alicerce/cases/components-cart.q.yaml");
        await WriteAsync("alicerce/cases/components-cart.q.yaml", cart + "  # Ours.\n  - key: own\n    name: Own   # kept\n    request: GET /cart\n");
        var home = await ReadAsync(Generated);
        File.Delete(_folder["components/cart.q"]);

        (await UpdateAsync()).Output.ShouldContain("0 added, 0 updated, 2 unchanged, 0 kept (edited by hand), 1 obsolete");

        var now = await ReadAsync("alicerce/cases/components-cart.q.yaml");
        now.ShouldContain("active: false");
        now.ShouldEndWith("  # Ours.\n  - key: own\n    name: Own   # kept\n    request: GET /cart\n");
        (await ReadAsync(Generated)).ShouldBe(home);
    }

    [Fact]
    public async Task A_key_in_two_files_is_an_error_that_names_both_places()
    {
        await WriteAsync("alicerce/cases/a.yaml", "cases:\n  - key: logo\n    name: Logo\n    request: GET /\n");
        await WriteAsync("alicerce/cases/sub/b.yaml", "cases:\n\n  - name: Logo\n    key: logo\n    request: GET /\n");

        var result = await CheckAsync();

        result.ExitCode.ShouldBe(2);
        result.Errors.ShouldContain("alicerce/cases/sub/b.yaml:4:5: error: The key 'logo' is already taken by the case at alicerce/cases/a.yaml:2.");
    }

    [Fact]
    public async Task Files_that_end_in_yml_are_read_and_kept_up_to_date_in_place()
    {
        File.Move(_folder[Generated], _folder["alicerce/cases/home.yml"]);
        (await UpdateAsync()).Output.ShouldContain("The case files are up to date.");
        await WriteAsync("alicerce.yaml", "project: loja\ngenerate: {types: [smoke, load]}\n");

        (await UpdateAsync()).Output.ShouldContain("2 added");

        (await FilesAsync()).Keys.ShouldBe(["components-cart.q.yaml", "home.yml"]);
        (await ReadAsync("alicerce/cases/home.yml")).ShouldContain("kind: load");
    }

    [Fact]
    public async Task Chosen_types_leave_cases_of_other_types_alone()
    {
        await WriteAsync("alicerce/cases/ours.yaml", Own);
        var before = await FilesAsync();

        var check = await CheckAsync("--types", "load");
        var update = await UpdateAsync("--types", "load");

        check.Output.ShouldNotContain("behind the project");
        update.Output.ShouldContain("2 added, 0 updated, 3 unchanged, 0 kept (edited by hand), 0 obsolete");
        foreach (var (name, text) in await FilesAsync())
            text.ShouldStartWith(before[name]);
    }

    [Fact]
    public async Task Load_cases_stay_and_do_not_run_when_the_next_check_does_not_ask_for_them()
    {
        await UpdateAsync("--types", "load");
        await using var target = await FakeServer.StartAsync(_ => Task.CompletedTask);

        (await UpdateAsync()).Output.ShouldContain("The case files are up to date.");
        var plain = await CommandLineProcess.RunAsync("check", _folder.Path, "--url", target.Url, "--json");

        (await ReadAsync(Generated)).ShouldNotContain("obsolete");
        plain.Output.ShouldContain("\"total\": 2");
    }

    [Fact]
    public async Task Chosen_types_run_no_generated_case_of_another_type()
    {
        await using var target = await FakeServer.StartAsync(_ => Task.CompletedTask);

        var result = await CommandLineProcess.RunAsync("check", _folder.Path, "--url", target.Url, "--types", "query", "--json");

        result.Output.ShouldNotContain("smoke");
        result.Output.ShouldContain("\"total\": 0");
    }

    [Fact]
    public async Task Cases_with_a_lower_order_start_earlier_wherever_they_stand()
    {
        await WriteAsync("alicerce/cases/a.yaml", "cases:\n  - {key: last, name: Last, order: 99, request: GET /last}\n  - {key: first, name: First, order: -1, request: GET /first}\n");
        var asked = new ConcurrentQueue<string>();
        await using var target = await FakeServer.StartAsync(context =>
        {
            asked.Enqueue(context.Request.Path);
            return Task.CompletedTask;
        });

        await CommandLineProcess.RunAsync("check", _folder.Path, "--url", target.Url, "--parallel", "1");

        asked.Count.ShouldBe(4);
        (asked.First(), asked.Last()).ShouldBe(("/first", "/last"));
    }

    private Task<CommandLineProcess> UpdateAsync(params string[] more) => CheckAsync(["--update", "--yes", .. more]);

    /// <summary>Runs no case: what is looked at happens before.</summary>
    private Task<CommandLineProcess> CheckAsync(params string[] more) =>
        CommandLineProcess.RunAsync(["check", _folder.Path, "--url", "http://127.0.0.1:9", "--filter", "no case has this name", .. more]);

    private async Task<SortedDictionary<string, string>> FilesAsync()
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(_folder["alicerce/cases"]))
            files[Path.GetFileName(file)] = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        return files;
    }

    private static string Page(string title, string content = "") =>
        $"<q:component name=\"{title}\" type=\"page\">\n  <h1>{title}</h1>\n  {content}\n</q:component>\n";

    private Task<string> ReadAsync(string name) => File.ReadAllTextAsync(_folder[name], TestContext.Current.CancellationToken);

    private async Task WriteAsync(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[name])!);
        await File.WriteAllTextAsync(_folder[name], text, TestContext.Current.CancellationToken);
    }
}
