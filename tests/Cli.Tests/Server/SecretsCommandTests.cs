using System.Text.Json;
using Alicerce.Harness;

namespace Alicerce.Cli.Tests.Server;

/// <summary>The commands of secrets against the real server.</summary>
public sealed class SecretsCommandTests : IAsyncLifetime
{
    private readonly ServerFixture _fixture = new();
    private readonly TempFolder _folder = new();

    public async ValueTask InitializeAsync()
    {
        await _fixture.InitializeAsync();
        await RunAsync(0, "project", "create", "shop");
        await RunAsync(0, "env", "create", "staging", "--project", "shop", "--base-url", "http://shop.test");
    }

    public async ValueTask DisposeAsync()
    {
        await _fixture.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_secret_is_set_listed_read_rotated_restored_and_deleted()
    {
        await WithValueAsync(0, "first value", "secrets", "set", "DB_PASSWORD", "--project", "shop", "--env", "staging", "--from-env", "NEW_VALUE", "--description", "The database", "--expires", "90d");
        (await RunAsync(0, "secrets", "get", "DB_PASSWORD", "--project", "shop", "--env", "staging")).ShouldBe("first value\n");
        var list = await RunAsync(0, "secrets", "list", "--project", "shop");
        list.ShouldContain("DB_PASSWORD");
        list.ShouldContain("The database");
        list.ShouldNotContain("first value");

        (await RunAsync(0, "secrets", "rotate", "DB_PASSWORD", "--project", "shop", "--env", "staging", "--generate", "hex:16")).ShouldContain("version 2");
        (await RunAsync(0, "secrets", "get", "DB_PASSWORD", "--project", "shop", "--env", "staging")).Trim().Length.ShouldBe(32);
        (await RunAsync(0, "secrets", "restore", "DB_PASSWORD", "--version", "1", "--project", "shop", "--env", "staging")).ShouldContain("version 3 has the value of version 1");
        JsonElement.Parse(await RunAsync(0, "secrets", "versions", "DB_PASSWORD", "--project", "shop", "--env", "staging", "--json")).GetArrayLength().ShouldBe(3);
        await RunAsync(0, "secrets", "delete", "DB_PASSWORD", "--project", "shop", "--env", "staging", "--yes");
        (await FailAsync("secrets", "get", "DB_PASSWORD", "--project", "shop", "--env", "staging")).ShouldContain("There is no such secret in exactly this scope");
    }

    [Fact]
    public async Task A_program_has_the_secrets_in_its_variables_and_its_exit_code_is_the_commands()
    {
        await WithValueAsync(0, "it's $HOME", "secrets", "set", "SHOP_KEY", "--project", "shop", "--from-env", "NEW_VALUE");
        await WithValueAsync(0, "${secret:SHOP_KEY}!", "secrets", "set", "WITH_REFERENCE", "--project", "shop", "--env", "staging", "--from-env", "NEW_VALUE");

        (await RunAsync(7, "secrets", "run", "--project", "shop", "--env", "staging", "--", "sh", "-c", "printf '%s|%s|%s' \"$SHOP_KEY\" \"$WITH_REFERENCE\" \"$ALICERCE_TOKEN\"; exit 7")).ShouldBe("it's $HOME|it's $HOME!|\n");
        (await FailAsync("secrets", "run", "--", "true")).ShouldContain("Give --project and --env");
        var missing = await CommandAsync("secrets", "run", "--project", "shop", "--", "no-such-program-here");
        (missing.ExitCode, missing.Errors.Contains("'no-such-program-here' cannot be run", StringComparison.Ordinal)).ShouldBe((127, true));
    }

    [Fact]
    public async Task A_program_of_the_current_folder_is_not_taken_for_one_of_PATH()
    {
        Requires.Program("sh");
        await RunAsync(0, "secrets", "set", "SHOP_KEY", "--project", "shop", "--generate", "hex");
        await File.WriteAllTextAsync(_folder["ls"], "#!/bin/sh\necho hijacked\n", TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(_folder["ls"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await File.WriteAllTextAsync(_folder["plain"], "no program", TestContext.Current.CancellationToken);
        string[] run = ["secrets", "run", "--project", "shop", "--"];

        var listed = await CommandLineProcess.RunInAsync(_folder.Path, Variables("unused"), [.. run, "ls"]);
        var named = await CommandLineProcess.RunInAsync(_folder.Path, Variables("unused"), [.. run, "./ls"]);
        var plain = await CommandLineProcess.RunInAsync(_folder.Path, Variables("unused"), [.. run, "./plain"]);

        (listed.ExitCode, listed.Output).ShouldBe((0, "ls\nplain\n"), listed.Errors);
        named.Output.ShouldBe("hijacked\n");
        (plain.ExitCode, plain.Errors.Contains("it is not executable", StringComparison.Ordinal)).ShouldBe((126, true));
    }

    [Fact]
    public async Task What_is_not_UTF_8_is_refused_and_not_repaired()
    {
        await File.WriteAllBytesAsync(_folder["latin.env"], [.. "KEY="u8, 0xE7, 0xE3, (byte)'\n'], TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(_folder["key.der"], [0x30, 0x82, 0xFF, 0xFE, 0x80], TestContext.Current.CancellationToken);

        (await FailAsync("secrets", "import", _folder["latin.env"], "--project", "shop")).ShouldContain("is not UTF-8");
        (await FailAsync("secrets", "set", "DER", "--project", "shop", "--from-file", _folder["key.der"])).ShouldContain("is not UTF-8");
        JsonElement.Parse(await RunAsync(0, "secrets", "list", "--project", "shop", "--json")).GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_file_comes_in_and_goes_out_again_for_its_owner_only()
    {
        await File.WriteAllTextAsync(_folder["in.env"], "ONE=1\nTWO='it is #2'\n", TestContext.Current.CancellationToken);
        (await RunAsync(0, "secrets", "import", _folder["in.env"], "--project", "shop", "--preview")).ShouldContain("created    ONE (preview)");
        (await RunAsync(0, "secrets", "import", _folder["in.env"], "--project", "shop")).ShouldContain("created    TWO");
        await RunAsync(0, "secrets", "export", "--project", "shop", "--output", _folder["out.env"]);

        (await File.ReadAllTextAsync(_folder["out.env"], TestContext.Current.CancellationToken)).ShouldBe("ONE=1\nTWO='it is #2'\n");
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(_folder["out.env"]).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        (await FailAsync("secrets", "export", "--project", "shop", "--output", _folder["out.env"])).ShouldContain("is there already");
    }

    [Fact]
    public async Task A_scan_of_a_folder_says_where_credentials_stand_and_not_what_they_are()
    {
        await File.WriteAllTextAsync(_folder["compose.yml"], "services:\n  db:\n    environment:\n      POSTGRES_PASSWORD: hunter22\n", TestContext.Current.CancellationToken);

        var found = await RunAsync(1, "secrets", "scan", _folder.Path);
        found.ShouldContain("compose.yml:4: password in 'POSTGRES_PASSWORD'");
        found.ShouldNotContain("hunter22");
        JsonElement.Parse(await RunAsync(1, "secrets", "scan", _folder.Path, "--json"))[0].GetProperty("line").GetInt32().ShouldBe(4);
        (await RunAsync(1, "secrets", "scan", _folder["compose.yml"])).ShouldContain("compose.yml:4: password in 'POSTGRES_PASSWORD'");
        (await FailAsync("secrets", "scan", _folder["nothing"])).ShouldContain("is no folder and no file");
        File.Delete(_folder["compose.yml"]);
        (await RunAsync(0, "secrets", "scan", _folder.Path)).ShouldContain("No credential stands in a file");
    }

    [Fact]
    public async Task A_value_on_the_command_line_is_not_even_an_option()
    {
        (await FailAsync("secrets", "set", "KEY", "value")).ShouldContain("value");
        (await FailAsync("secrets", "set", "KEY", "--generate", "hex")).ShouldContain("Whose secret?");
        (await FailAsync("secrets", "set", "KEY", "--global", "--env", "staging", "--generate", "hex")).ShouldContain("--env needs --project");
        (await FailAsync("secrets", "set", "KEY", "--global", "--generate", "nonsense")).ShouldContain("generate.kind is password, hex, rsa or ec");
        (await FailAsync("secrets", "set", "KEY", "--global", "--generate", "hex", "--expires", "soon")).ShouldContain("--expires needs a number of days");
    }

    private Task<CommandLineProcess> CommandAsync(params string[] arguments) => CommandLineProcess.RunWithAsync(Variables("unused"), arguments);

    private async Task<string> RunAsync(int exitCode, params string[] arguments)
    {
        var result = await CommandAsync(arguments);
        result.ExitCode.ShouldBe(exitCode, result.Errors);
        return result.Output;
    }

    private async Task<string> FailAsync(params string[] arguments)
    {
        var result = await CommandAsync(arguments);
        result.ExitCode.ShouldBe(2, result.Output);
        return result.Errors;
    }

    private async Task WithValueAsync(int exitCode, string value, params string[] arguments)
    {
        var result = await CommandLineProcess.RunWithAsync(Variables(value), arguments);
        result.ExitCode.ShouldBe(exitCode, result.Errors);
    }

    private Dictionary<string, string> Variables(string value) => new() { ["ALICERCE_SERVER"] = _fixture.Server.Url.ToString(), ["ALICERCE_TOKEN"] = _fixture.Server.Token, ["NEW_VALUE"] = value };
}
