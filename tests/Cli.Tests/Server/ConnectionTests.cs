using Alicerce.Harness;

namespace Alicerce.Cli.Tests.Server;

public sealed class ConnectionTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Without_an_address_the_message_says_how_to_give_one()
    {
        var result = await CommandLineProcess.RunAsync("project", "list");

        result.ExitCode.ShouldBe(2);
        result.Errors.ShouldContain("Give --server URL");
        result.Errors.ShouldContain("ALICERCE_SERVER");
    }

    [Theory]
    [InlineData("localhost:8000")]
    [InlineData("http://user:pass@127.0.0.1:8000")]
    [InlineData("http://169.254.169.254/")]
    public async Task An_address_that_is_none_is_refused(string address)
    {
        var result = await CommandLineProcess.RunAsync("project", "list", "--server", address);

        result.ExitCode.ShouldBe(2);
        result.Errors.ShouldContain("--server");
        result.Errors.ShouldNotContain("pass@");
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_code_3()
    {
        var result = await CommandLineProcess.RunAsync("project", "list", "--server", "http://127.0.0.1:9");

        result.ExitCode.ShouldBe(3);
        result.Errors.ShouldContain("cannot be reached");
    }

    [Fact]
    public async Task Without_a_token_401_says_how_to_give_one()
    {
        await using var server = await FakeServer.StartAsync(context => FakeServer.ProblemAsync(context, 401, "UNAUTHORIZED", "no"));

        var result = await CommandLineProcess.RunAsync("project", "list", "--server", server.Url);

        result.ExitCode.ShouldBe(2);
        result.Errors.ShouldContain("--token-file FILE or ALICERCE_TOKEN");
        result.Errors.ShouldContain("admin.token");
    }

    [Fact]
    public async Task The_token_file_goes_before_the_variable_and_that_before_the_admins_file()
    {
        List<string> seen = [];
        await using var server = await FakeServer.StartAsync(context =>
        {
            seen.Add(context.Request.Headers.Authorization.ToString());
            return FakeServer.AnswerAsync(context, "[]");
        });
        await File.WriteAllTextAsync(_folder["admin.token"], "alc_admin\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(_folder["mine"], "alc_mine\n", TestContext.Current.CancellationToken);
        var data = new Dictionary<string, string> { ["ALICERCE_DATA"] = _folder.Path, ["ALICERCE_SERVER"] = server.Url };
        var both = new Dictionary<string, string>(data) { ["ALICERCE_TOKEN"] = "alc_variable" };

        await CommandLineProcess.RunWithAsync(data, "project", "list");
        await CommandLineProcess.RunWithAsync(both, "project", "list");
        await CommandLineProcess.RunWithAsync(both, "project", "list", "--token-file", _folder["mine"]);

        seen.ShouldBe(["Bearer alc_admin", "Bearer alc_variable", "Bearer alc_mine"]);
    }

    [Fact]
    public async Task A_token_file_that_is_not_there_is_named()
    {
        var result = await CommandLineProcess.RunAsync("project", "list", "--server", "http://127.0.0.1:9", "--token-file", _folder["none"]);

        result.ExitCode.ShouldBe(2);
        result.Errors.ShouldContain(_folder["none"]);
    }

    [Fact]
    public async Task What_a_token_file_holds_is_never_repeated()
    {
        await File.WriteAllTextAsync(_folder["two-lines"], "alc_hunter2\nmore\n", TestContext.Current.CancellationToken);

        var result = await CommandLineProcess.RunAsync("project", "list", "--server", "http://127.0.0.1:9", "--token-file", _folder["two-lines"]);

        result.ExitCode.ShouldBe(2);
        (result.Output + result.Errors).ShouldNotContain("hunter2");
    }
}
