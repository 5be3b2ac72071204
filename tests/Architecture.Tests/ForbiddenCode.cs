using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Alicerce.Architecture.Tests;

/// <summary>Class fixture: a small project inside this checkout that does what the house forbids, and what the compiler said to each member.</summary>
public sealed partial class ForbiddenCode : IAsyncLifetime
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><EnableDefaultCompileItems>false</EnableDefaultCompileItems></PropertyGroup>
          <ItemGroup><Compile Include="Forbidden.cs" /></ItemGroup>
        </Project>
        """;

    private static readonly string Code = $$"""
        using System.Data.Common;

        namespace Forbidden;

        internal static class Forbidden
        {
            public static object LocalNow() => DateTime.Now;
            public static object NaiveUtcNow() => DateTime.UtcNow;
            public static object OwnClient() => new HttpClient();
            public static void SqlFromText(DbCommand command, string name) => command.CommandText = $"SELECT * FROM users WHERE name = '{name}'";
            public static string NotNullable() => null;
            public static async Task<int> BlockingResult(Task<int> work) { await Task.Yield(); return work.Result; }
            public static async Task BlockingWait(Task work) { await Task.Yield(); work.Wait(); }
            public static int TooLong() { var total = 0;
        {{string.Join('\n', Enumerable.Range(0, 101).Select(i => $"total += {i};"))}}
            return total; }
        }
        """;

    private readonly string _folder = Path.Combine(Repository.Root, "artifacts", $"forbidden-{Guid.NewGuid():N}");
    private readonly Dictionary<string, SortedSet<string>> _errors = [];

    /// <summary>Ids of the errors in a member.</summary>
    public IEnumerable<string> ErrorsOf(string member) => _errors.GetValueOrDefault(member, []);

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(_folder);
        await File.WriteAllTextAsync(Path.Combine(_folder, "Forbidden.csproj"), Project);
        await File.WriteAllTextAsync(Path.Combine(_folder, "Forbidden.cs"), Code);
        string[] arguments = ["build", _folder, "-v", "q", "--nologo", "-p:RestorePackagesWithLockFile=false", "-p:RestoreLockedMode=false", "-nodeReuse:false"];
        using var build = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = await build.StandardOutput.ReadToEndAsync();
        await build.WaitForExitAsync();
        var lines = Code.Split('\n');
        foreach (Match error in Error().Matches(output))
        {
            var line = lines[int.Parse(error.Groups["line"].Value) - 1];
            if (Member().Match(line) is not { Success: true } member) continue;
            _errors.TryAdd(member.Groups["name"].Value, []);
            _errors[member.Groups["name"].Value].Add(error.Groups["id"].Value);
        }
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        foreach (var made in new[] { "bin", "obj" })
        {
            var output = Path.Combine(Repository.Root, "artifacts", made, "Forbidden");
            if (Directory.Exists(output)) Directory.Delete(output, recursive: true);
        }

        return ValueTask.CompletedTask;
    }

    [GeneratedRegex(@"Forbidden\.cs\((?<line>\d+),\d+\): error (?<id>[A-Z]+\d+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Error();

    [GeneratedRegex(@"public static .*?(?<name>\w+)\(", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Member();
}
