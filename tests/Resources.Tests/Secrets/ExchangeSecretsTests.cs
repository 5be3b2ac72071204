using System.Diagnostics;

namespace Alicerce.Resources.Tests.Secrets;

public sealed class ExchangeSecretsTests(SecretsFixture fixture) : IClassFixture<SecretsFixture>
{
    private const string Secrets = "/api/v1/resources/secrets";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_taken_whole_and_a_second_time_nothing_changes()
    {
        var project = await fixture.ProjectAsync(Ct);
        await fixture.SetAsync("KEPT", "same", project, null, Ct);
        const string file = "# comment\nexport NEW='with # and $HOME'\nKEPT=same\nMULTI=\"one\\ntwo\"\nEMPTY_COMMENT=value # not part\nAFTER_BLANK= \"quoted\"\n";
        var preview = await fixture.Server.PostAsync($"{Secrets}/import", new { Content = file, ProjectId = project, Preview = true }, Ct);
        (await fixture.ResolveAsync(project, null, Ct)).ContainsKey("NEW").ShouldBeFalse();
        var imported = await fixture.Server.PostAsync($"{Secrets}/import", new { Content = file, ProjectId = project }, Ct);
        var again = await fixture.Server.PostAsync($"{Secrets}/import", new { Content = file, ProjectId = project }, Ct);

        preview.ToString().ShouldBe(imported.ToString());
        imported.EnumerateArray().Select(one => $"{one.GetProperty("key").GetString()} {one.GetProperty("action").GetString()}").ShouldBe(["AFTER_BLANK created", "EMPTY_COMMENT created", "KEPT unchanged", "MULTI created", "NEW created"]);
        again.EnumerateArray().ShouldAllBe(one => one.GetProperty("action").GetString() == "unchanged");
        var values = await fixture.ResolveAsync(project, null, Ct);
        (values["NEW"], values["MULTI"], values["EMPTY_COMMENT"], values["AFTER_BLANK"]).ShouldBe(("with # and $HOME", "one\ntwo", "value", "quoted"));
    }

    [Theory]
    [InlineData("A=1\nB='open\n", "Line 2")]
    [InlineData("A=1\n1B=2\n", "Line 2")]
    [InlineData("A = 1\n", "Line 1")]
    [InlineData("A='1' 2\n", "Line 1")]
    [InlineData("A=1\nURL=postgres://$DB_USER@db/x\n", "Line 2")]
    [InlineData("A=it's\n", "Line 1")]
    public async Task A_file_that_reads_in_two_ways_is_refused_with_its_line_and_keeps_nothing(string file, string where)
    {
        var project = await fixture.ProjectAsync(Ct);
        var answer = await fixture.Client.PostAsync($"{Secrets}/import", new { Content = file, ProjectId = project }, Ct);

        (answer.Status, answer.CodeOf()).ShouldBe((422, "not_dotenv"));
        answer.Body.GetProperty("details")[0].GetProperty("message").GetString()!.ShouldStartWith(where);
        (await fixture.ScalarAsync<long>("SELECT count(*) FROM resources.secrets WHERE project_id = $1", Ct, project)).ShouldBe(0);
    }

    [Fact]
    public async Task A_name_without_a_value_is_skipped_and_one_that_stands_twice_is_refused()
    {
        var project = await fixture.ProjectAsync(Ct);
        var skipped = await fixture.Server.PostAsync($"{Secrets}/import", new { Content = "EMPTY=\nGIVEN=1\n", ProjectId = project }, Ct);
        var twice = await fixture.Client.PostAsync($"{Secrets}/import", new { Content = "A=1\nA=2\n", ProjectId = project }, Ct);

        skipped.EnumerateArray().Select(one => one.GetProperty("action").GetString()).ShouldBe(["skipped", "created"]);
        (twice.Status, twice.FieldsOf().Single()).ShouldBe((422, "content:2"));
        (await fixture.ScalarAsync<long>("SELECT count(*) FROM resources.secrets WHERE project_id = $1", Ct, project)).ShouldBe(1);
    }

    [Theory]
    [Trait("Trap", "T004-19")]
    [InlineData("plain")]
    [InlineData("with space # and comment")]
    [InlineData("$HOME `id` $(id) ${PATH}")]
    [InlineData("'single' and \"double\"")]
    [InlineData("back\\slash at the end\\")]
    [InlineData("two\nlines\n")]
    [InlineData("it's $5 \\n `x` \"y\" !")]
    [InlineData("ação 🔑")]
    [InlineData(" leading and trailing ")]
    [InlineData("of\r\nWindows\f\u2028")]
    public async Task Whatever_the_value_a_shell_reads_it_back_as_it_was(string value)
    {
        var project = await fixture.ProjectAsync(Ct);
        await fixture.SetAsync("HOSTILE", value, project, null, Ct);
        await fixture.SetAsync("NEXT", "untouched", project, null, Ct);
        var file = (await fixture.Server.PostAsync($"{Secrets}/export", new { ProjectId = project }, Ct)).GetProperty("content").GetString()!;

        (await SourceAsync(file)).ShouldBe($"{value}|untouched");
        var other = await fixture.ProjectAsync(Ct);
        await fixture.Server.PostAsync($"{Secrets}/import", new { Content = file, ProjectId = other }, Ct);
        (await fixture.ResolveAsync(other, null, Ct))["HOSTILE"].ShouldBe(value);
    }

    private static async Task<string> SourceAsync(string file)
    {
        var start = new ProcessStartInfo("bash", ["-c", "set -a; source /dev/stdin; printf '%s|%s' \"$HOSTILE\" \"$NEXT\""]) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment.Clear();
        start.Environment["PATH"] = "/usr/bin:/bin";
        start.Environment["LC_ALL"] = "C.UTF-8";
        using var shell = Process.Start(start)!;
        await shell.StandardInput.WriteAsync(file.AsMemory(), Ct);
        shell.StandardInput.Close();
        return await shell.StandardOutput.ReadToEndAsync(Ct);
    }
}
