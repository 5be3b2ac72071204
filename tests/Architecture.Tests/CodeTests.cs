using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Alicerce.Architecture.Tests;

/// <summary>Rules about code that no compiler knows: the sources themselves are read.</summary>
public sealed partial class CodeTests
{
    private static readonly (string File, string Text)[] Sources =
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories).Select(file => (Path.GetRelativePath(Repository.Root, file), File.ReadAllText(file)))];

    [Fact]
    [Trait("Req", "S001-ANTI-03")]
    public void No_catch_of_everything_is_silent() =>
        Sources.SelectMany(source => Catch().Matches(source.Text).Where(match => IsSilent(match, source.Text)).Select(match => $"{source.File}: {match.Value.Trim()}")).ShouldBeEmpty();

    [Fact]
    [Trait("Req", "S001-SEC-05")]
    [Trait("Req", "S001-ANTI-04")]
    public void What_is_put_into_a_statement_is_a_constant()
    {
        // The names of channels of notifications cannot be parameters; each is a constant where it is subscribed. Nor can those of extensions; they are quoted.
        var holes = Sources.SelectMany(source => Statement().Matches(source.Text).SelectMany(match => Hole().Matches(match.Groups["sql"].Value).Select(hole => $"{source.File} {hole.Value}"))).ToList();
        holes.Count.ShouldBeGreaterThan(5);
        holes.Where(hole => !Constant().IsMatch(hole)).ShouldBe(["src/Platform/Data/Notifications.cs {channel}", "src/Platform/Data/OptionalExtensions.cs {Quote(name)}"], ignoreOrder: true);
    }

    [Fact]
    [Trait("Req", "S001-ANTI-07")]
    public void Only_programs_with_a_terminal_write_to_the_console() =>
        Sources.Where(source => ConsoleCall().IsMatch(source.Text)).Select(source => source.File)
            .Where(file => !file.StartsWith("src/Cli/", StringComparison.Ordinal)).Order().ShouldBe(["src/Server/BackupCommands.cs", "src/Server/Program.cs"]);

    [Fact]
    [Trait("Req", "S001-PRIN-08")]
    [Trait("Req", "S001-ANTI-01")]
    public void No_table_is_made_but_by_a_migration() =>
        Sources.Where(source => !source.File.Contains("/Migrations/", StringComparison.Ordinal) && MakesTables().IsMatch(source.Text)).Select(source => source.File).ShouldBeEmpty();

    [Fact]
    public void No_using_hides_where_a_name_comes_from()
    {
        Sources.Where(source => BlanketUsing().IsMatch(source.Text)).Select(source => source.File).ShouldBeEmpty();
        Repository.SourceProjects().Where(project => File.ReadAllText(Directory.GetFiles(project.Folder, "*.csproj")[0]).Contains("<Using ", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Req", "S001-PRIN-07")]
    [Trait("Req", "S001-ANTI-05")]
    public async Task No_secret_is_in_the_tree_or_its_history()
    {
        // The examples show that the patterns find what they should; they are put together here, so that this file is clean.
        string[] examples = ["AKIA" + "ABCDEFGHIJKLMNOP", "ghp_" + new string('a', 36), "-----BEGIN RSA " + "PRIVATE KEY-----\nMIIEpAIBAAKCAQEA", "Password=" + "correct-horse-battery"];
        foreach (var example in examples) Secret().IsMatch(example).ShouldBeTrue(example);

        using var git = Process.Start(new ProcessStartInfo("git", ["log", "-p", "-U0", "--no-color", "HEAD"]) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true, UseShellExecute = false })!;
        var history = await git.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await git.WaitForExitAsync(TestContext.Current.CancellationToken);
        git.ExitCode.ShouldBe(0);
        Secret().Matches(history).Select(match => match.Value).Distinct().ShouldBeEmpty();
    }

    [Fact]
    [Trait("Req", "S001-SEC-01")]
    public void Secrets_come_from_the_environment_and_from_no_file_of_the_tree()
    {
        Sources.Where(source => source.Text.Contains("new ConfigurationBuilder()", StringComparison.Ordinal) && source.File.StartsWith("src/Server/", StringComparison.Ordinal))
            .SelectMany(source => Provider().Matches(source.Text).Select(match => match.Value)).Distinct().ShouldBe(["AddEnvironmentVariables", "AddInMemoryCollection"], ignoreOrder: true);
        new[] { "src", "infra", "tools", "samples" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*", SearchOption.AllDirectories)).Select(Path.GetFileName)
            .Where(name => name!.StartsWith("appsettings", StringComparison.Ordinal) || name.EndsWith(".env", StringComparison.Ordinal) || name.EndsWith(".pem", StringComparison.Ordinal) || name.EndsWith(".pfx", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    /// <summary>Beside <c>PrintedSettingsTests</c>, which holds that every setting is told: an address that is not one of these is somebody's installation.</summary>
    [Fact]
    [Trait("Req", "S001-ANTI-10")]
    public void No_address_but_this_machine_and_reserved_examples_is_in_the_code()
    {
        Sources.SelectMany(source => Comment().Replace(source.Text.Replace("://", ":§", StringComparison.Ordinal), "").Split('\n'), (source, line) => (source.File, Line: line))
            .SelectMany(line => Address().Matches(line.Line).Select(match => (line.File, Host: match.Groups["host"].Value)))
            .Where(found => !ReservedHost().IsMatch(found.Host)).Select(found => $"{found.File} {found.Host}").Distinct().ShouldBeEmpty();
    }

    // A general catch has to throw on or to do something with what it caught; one of a named kind may stay without a word, but says why.
    private static bool IsSilent(Match match, string text)
    {
        var body = BodyAfter(text, match.Index + match.Length);
        if (body.Trim().Length == 0) return true;
        var isNarrow = match.Groups["type"].Value is not ("" or "Exception") || match.Groups["filter"].Value.Contains(" is ", StringComparison.Ordinal);
        if (isNarrow) return false;
        var code = Comment().Replace(body, "");
        var name = match.Groups["name"].Value;
        return !code.Contains("throw", StringComparison.Ordinal) && (name.Length == 0 || !code.Split([' ', '.', ',', '(', ')', '?', '{', '}', ';', '\n']).Contains(name));
    }

    private static string BodyAfter(string text, int start)
    {
        var depth = 1;
        for (var i = start; i < text.Length; i++)
        {
            depth += text[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0) return text[start..i];
        }

        return text[start..];
    }

    [GeneratedRegex(@"\bcatch\b[ \t]*(\((?<type>[\w.]+)([ \t]+(?<name>\w+))?\))?([ \t]*when[ \t]*\((?<filter>[^\n]*)\))?\s*\{", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Catch();

    [GeneratedRegex(@"(CreateCommand|NpgsqlCommand|NpgsqlBatchCommand|SqlRaw|SqlRawAsync|SqlQueryRaw)\(\$[""]+(?<sql>[^""]*)[""]", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Statement();

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.NonBacktracking)]
    private static partial Regex Hole();

    [GeneratedRegex(@" \{[A-Z]\w*(\.[A-Z]\w*)*\}$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Constant();

    [GeneratedRegex(@"\bAdd(EnvironmentVariables|InMemoryCollection|JsonFile|XmlFile|IniFile|UserSecrets|KeyPerFile|CommandLine)\b", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Provider();

    [GeneratedRegex("//[^\n]*", RegexOptions.NonBacktracking)]
    private static partial Regex Comment();

    [GeneratedRegex(@"(https?|postgres|postgresql|rediss?):§([^\s@/""]+@)?(?<host>[^\s:/""'`,;)\\]+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Address();

    [GeneratedRegex(@"^(127\.0\.0\.1|localhost|host|target|\{.*|([\w-]+\.)*example(\.com)?)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex ReservedHost();

    [GeneratedRegex(@"\bConsole\.(Write|WriteLine|Out|Error)\b", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex ConsoleCall();

    [GeneratedRegex("EnsureCreated|CREATE TABLE", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex MakesTables();

    [GeneratedRegex(@"^\s*(global using|using static)\b", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex BlanketUsing();

    [GeneratedRegex(
        """AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{36}|xox[abpr]-[0-9A-Za-z-]{20,}|sk-(ant-|proj-)?[A-Za-z0-9_]{32,}|AIza[0-9A-Za-z_-]{35}|hooks\.slack\.com/services/T[A-Z0-9]{8,}/B[A-Z0-9]{8,}/\w{20,}|BEGIN ([A-Z]+ )?PRIVATE KEY-----\\?\s+\+?\s*MI[A-Za-z0-9+/]{10,}|\b(Password|Pwd)=[^";{}$\s*&<>'`.…|/\\]{8,}""",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Secret();
}
