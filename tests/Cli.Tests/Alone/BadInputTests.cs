using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Alicerce.Cli.Tests.Server;
using Alicerce.Harness;

namespace Alicerce.Cli.Tests.Alone;

/// <summary>What is wrong on a command line or in a file: exit code 2 and one message that says what, where and how to mend it.</summary>
public sealed class BadInputTests : IDisposable
{
    private const string Home = """<q:component name="Home" type="page" xmlns:q="https://quantum.lang/ns"><h1>Hello</h1></q:component>""";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("check {dir} --url localhost:5080", "--url 'localhost:5080' is not an address: write it as http://host:port")]
    [InlineData("check {dir} --url ftp://host/", "is not an address")]
    [InlineData("check {dir}", "Where does the application run? Give --url")]
    [InlineData("check {dir} --env staging", "There is no environment 'staging'")]
    [InlineData("check {dir} --url http://127.0.0.1:9 --types smoke,bananas", "Unknown test type 'bananas'. Known types: smoke")]
    [InlineData("check {dir} --url http://127.0.0.1:9 --secret A=plain-text", "must have the form NAME=env:VAR")]
    [InlineData("check {dir} --url http://127.0.0.1:9 --secret A=env:NOT_SET_ANYWHERE", "the environment variable 'NOT_SET_ANYWHERE' is not set")]
    [InlineData("check {dir} --url http://127.0.0.1:9 --datasource loja", "must have the form NAME=env:VAR")]
    [InlineData("check {dir}/nowhere --url http://127.0.0.1:9", "is not a folder")]
    [InlineData("scan {dir}/nowhere", "is not a folder")]
    [InlineData("init {dir}/nowhere", "is not a folder")]
    [InlineData("check {dir} --seed many", "--seed takes a whole number, not 'many'.")]
    [InlineData("ports check http", "<port> takes a whole number from 1 to 65535, not 'http'.")]
    [InlineData("ports check 65536", "<port> takes a whole number from 1 to 65535, not '65536'.")]
    [InlineData("ports allocate web --prefer -1", "--prefer takes a whole number from 1 to 65535, not '-1'.")]
    [InlineData("ports release --port x", "--port takes a whole number from 1 to 65535, not 'x'.")]
    [InlineData("ports reserve 80 --until soon", "--until takes a time such as 2026-12-31T08:00Z, not 'soon'.")]
    [InlineData("services register web --host forge --port 0", "--port takes a whole number from 1 to 65535, not '0'.")]
    [InlineData("services register web --host forge --port 80 --interval 1", "--interval takes a whole number from 5 to 86400, not '1'.")]
    [InlineData("services heartbeat web --host forge --port x", "--port takes a whole number from 1 to 65535, not 'x'.")]
    [InlineData("services deregister web --port 70000", "--port takes a whole number from 1 to 65535, not '70000'.")]
    [InlineData("env create staging --protected=maybe", "'maybe'")]
    [InlineData("audit list --limit many", "--limit takes a whole number, not 'many'.")]
    [InlineData("audit list --since yesterday", "--since takes a time such as 2026-12-31T08:00Z, not 'yesterday'.")]
    [InlineData("secrets restore KEY --version x", "--version takes a whole number, not 'x'.")]
    [InlineData("secrets set KEY --owner ana", "--owner takes a whole number, not 'ana'.")]
    [InlineData("test watch first", "<run> takes a whole number, not 'first'.")]
    [InlineData("chekc {dir}", "'chekc'. Did you mean 'check'?")]
    [InlineData("check {dir} --filtr login", "'--filtr'. Did you mean '--filter'?")]
    [InlineData("suite list --tokn-file=x", "Did you mean '--token-file'?")]
    [InlineData("suite exprot 3", "Did you mean 'export'?")]
    public async Task Wrong_options_are_named_and_nothing_runs(string arguments, string expected)
    {
        var result = await RunAsync(arguments);

        result.ExitCode.ShouldBe(2);
        result.Errors.ShouldStartWith("alicerce: ");
        result.Errors.ShouldContain(expected);
        result.Errors.ShouldNotContain("   at ");
        result.Errors.ShouldNotContain("System.");
    }

    [Fact]
    public async Task A_secret_given_in_clear_is_not_repeated()
    {
        var result = await RunAsync("check {dir} --url http://127.0.0.1:9 --secret A=hunter2-in-clear");

        result.ExitCode.ShouldBe(2);
        (result.Output + result.Errors).ShouldNotContain("hunter2");
    }

    [Fact]
    public async Task An_unknown_report_format_is_named()
    {
        var result = await RunAsync("check {dir} --url http://127.0.0.1:9 --report pdf={dir}/report.pdf");

        result.ExitCode.ShouldBe(2);
        result.Errors.ShouldContain("'pdf'");
        result.Errors.ShouldContain("junit, ctrf, html, markdown");
    }

    [Theory]
    [InlineData("asserts: [{jsonpath: {path: \"$.[\", eq: 1}}]", "$.[")]
    [InlineData("asserts: [{regex: {pattern: \"(\", exists: true}}]", "'('")]
    [InlineData("request: {path: /, auth: custmer}", "The auth profile 'custmer' is not defined. Did you mean 'customer'?")]
    [InlineData("request: {path: \"/{{nobody}}\"}", "variable 'nobody' is not known")]
    [InlineData("request: {path: \"/?a=${secret:NOBODY}\"}", "secret 'NOBODY' has no value")]
    public async Task What_is_wrong_with_a_case_is_told_with_its_file_and_line(string mistake, string expected)
    {
        await using var target = await FakeServer.StartAsync(_ => Task.CompletedTask);
        var request = mistake.StartsWith("request", StringComparison.Ordinal) ? "" : "    request: GET /\n";
        await WriteAsync("alicerce.yaml", "project: loja\nauth: {customer: {type: bearer, token: x}}\n");
        await WriteAsync("alicerce/cases/ours.yaml", $"# Ours.\ncases:\n  - key: it\n    name: It\n{request}    {mistake}\n");

        var result = await RunAsync($"check {{dir}} --url {target.Url}");

        result.ExitCode.ShouldBe(1);
        result.Output.ShouldContain("alicerce/cases/ours.yaml:3: ");
        result.Output.ShouldContain(expected);
    }

    [Theory]
    [InlineData("alicerce/cases/ours.yaml", "cases:\n  - key: it\n\tname: It\n    request: GET /\n", "ours.yaml:3:1")]
    [InlineData("alicerce/cases/ours.yaml", "cases:\n  - key: it\n    name: It\n    request:\n    \tpath: /\n", "ours.yaml:5:5")]
    [InlineData("alicerce.yaml", "project: loja\nenvironments:\n\tlocal: {base_url: http://127.0.0.1:9}\n", "alicerce.yaml:3:1")]
    public async Task A_tab_that_indents_is_named_with_its_place(string file, string text, string place)
    {
        await using var target = await FakeServer.StartAsync(_ => Task.CompletedTask);
        await WriteAsync(file, text);

        var result = await RunAsync($"check {{dir}} --url {target.Url}");

        result.ExitCode.ShouldBe(2);
        result.Errors.ShouldContain($"{place}: error: Tabs are not allowed for indentation. (Use spaces.)");
        result.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(1, result.Errors);
    }

    [Theory]
    [InlineData("--filter nothing-like-this", "None of the 1 cases fits --filter nothing-like-this, and an empty run never passes.")]
    [InlineData("--tag slow --json", "None of the 1 cases fits --tag slow")]
    public async Task A_filter_that_no_case_fits_is_named(string choice, string expected)
    {
        await WriteAsync("components/home.q", Home);

        var result = await RunAsync($"check {{dir}} --url http://127.0.0.1:9 --types smoke {choice}");

        result.ExitCode.ShouldBe(1);
        (result.Output + result.Errors).ShouldContain(expected);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData(" --json", 1)]
    [InlineData("", 0)]
    [InlineData(" --json", 0)]
    public async Task A_scan_that_finds_an_error_ends_with_1_and_prints_everything(string option, int expected)
    {
        await WriteAsync("components/home.q", expected == 0 ? Home : Home.Replace("</h1>", "", StringComparison.Ordinal));

        var result = await RunAsync($"scan {{dir}}{option}");

        result.ExitCode.ShouldBe(expected, result.Output + result.Errors);
        result.Output.ShouldContain("components/home.q");
        if (option.Length > 0) JsonElement.Parse(result.Output).GetProperty("components").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task An_https_address_of_a_plain_http_server_is_told_as_such()
    {
        await using var target = await FakeServer.StartAsync(_ => Task.CompletedTask);
        await WriteAsync("alicerce/cases/ours.yaml", "cases:\n  - {key: it, name: It, request: GET /}\n");

        var result = await RunAsync($"check {{dir}} --url {target.Url.Replace("http:", "https:", StringComparison.Ordinal)}");

        result.Output.ShouldContain("The target does not answer in TLS; when it speaks plain HTTP, write its address with http://");
    }

    [Fact]
    public async Task A_list_that_is_cut_says_how_much_is_left_out()
    {
        await using var target = await FakeServer.StartAsync(context =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        });
        await WriteAsync("alicerce/cases/ours.yaml", "cases:\n" + string.Concat(Enumerable.Range(1, 9).Select(i => $"  - {{key: it{i}, name: It, request: GET /things/{i}}}\n")));

        var result = await RunAsync($"check {{dir}} --url {target.Url} --report markdown={{dir}}/summary.md --report html={{dir}}/report.html");

        result.Output.ShouldContain("… and 6 more");
        (await File.ReadAllTextAsync(_folder["summary.md"], TestContext.Current.CancellationToken)).ShouldContain("… and 6 more");
        (await File.ReadAllTextAsync(_folder["report.html"], TestContext.Current.CancellationToken)).ShouldContain("… and 4 more");
    }

    [Fact]
    public async Task An_unknown_environment_lists_those_that_are_there()
    {
        await WriteAsync("alicerce.yaml", "project: loja\nenvironments:\n  local: { base_url: http://127.0.0.1:9 }\n  staging: { base_url: http://127.0.0.1:8 }\n");

        var result = await RunAsync("check {dir} --env production");

        result.ExitCode.ShouldBe(2);
        result.Errors.ShouldContain("it defines local, staging");
    }

    [Fact]
    public async Task A_broken_project_file_is_told_with_line_and_column()
    {
        await WriteAsync("alicerce.yaml", "project: loja\nenvironments:\n  local: { base_url: [1, 2 }\n");

        var result = await RunAsync("check {dir} --url http://127.0.0.1:9");

        result.ExitCode.ShouldBe(2);
        result.Errors.ShouldMatch(@"alicerce\.yaml:\d+:\d+");
    }

    [Fact]
    public async Task A_broken_case_file_is_told_with_line_and_column()
    {
        await WriteAsync("alicerce/cases/cases.yaml", "cases:\n  - key: a\n    name: A\n    kind: bananas\n    request: { target: / }\n");
        using var application = new TcpListener(IPAddress.Loopback, 0);
        application.Start();

        var result = await RunAsync($"check {{dir}} --url http://{application.LocalEndpoint}");

        result.ExitCode.ShouldBe(2);
        result.Errors.ShouldMatch(@"alicerce/cases/cases\.yaml:\d+:\d+");
        result.Errors.ShouldContain("bananas");
    }

    [Fact]
    public async Task An_application_that_is_not_started_is_one_message()
    {
        await WriteAsync("alicerce/cases/cases.yaml", "cases:\n  - key: a\n    name: A\n    request: GET /\n");

        var result = await RunAsync("check {dir} --url http://127.0.0.1:9");

        result.ExitCode.ShouldBe(2);
        result.Errors.ShouldContain("Nothing answers at http://127.0.0.1:9");
        result.Output.ShouldNotContain("failed");
    }

    [Theory]
    [InlineData("--parallel 0", "--parallel takes a whole number from 1 to 1000, not '0'.")]
    [InlineData("--rate abc", "--rate takes a number above 0, not 'abc'.")]
    [InlineData("--report html={dir}/a.html,junit={dir}/b.xml", "names two reports")]
    public async Task A_wrong_option_is_told_in_plain_words(string option, string message)
    {
        var result = await RunAsync($"check {{dir}} --url http://127.0.0.1:9 {option}");

        result.ExitCode.ShouldBe(2);
        result.Errors.ShouldContain(message);
    }

    [Fact]
    public async Task An_empty_project_never_passes()
    {
        var result = await RunAsync("check {dir} --url http://127.0.0.1:9");

        result.ExitCode.ShouldBe(1);
        result.Output.ShouldContain("an empty run never passes");
    }

    private Task<CommandLineProcess> RunAsync(string arguments) =>
        CommandLineProcess.RunAsync([.. arguments.Replace("{dir}", _folder.Path, StringComparison.Ordinal).Split(' ')]);

    private async Task WriteAsync(string name, string text)
    {
        var file = Path.Combine(_folder.Path, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
    }
}
