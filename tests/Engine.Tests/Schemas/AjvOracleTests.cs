using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Alicerce.Engine.Schemas;

namespace Alicerce.Engine.Tests.Schemas;

/// <summary>Our validator against ajv, the one that most of the field uses. Development only: needs Node and one <c>npm ci</c>.</summary>
public sealed class AjvOracleTests(ITestOutputHelper output)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task Ajv_and_our_validator_agree_on_every_generated_pair()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("ALICERCE_SEED"), out var given) ? given : 20_261;
        output.WriteLine($"seed {seed}");
        var folder = await Installed();
        var pairs = new SchemaPairs(seed).All(mixed: 250).ToArray();
        var judged = await Judged(folder, pairs);

        var (count, valid) = (0, 0);
        var disagreements = new List<string>();
        foreach (var ((dialect, schema, instances), answers) in pairs.Zip(judged))
        {
            var ours = new JsonSchemaValidator(new NoDocuments(), new SchemaOptions { Dialect = Enum.Parse<SchemaDialect>(dialect) });
            foreach (var (instance, theirs) in instances.Zip(answers))
            {
                var verdict = ours.Validate(instance, schema);
                count++;
                valid += verdict.IsValid ? 1 : 0;
                verdict.UnknownKeywords.ShouldBeEmpty();
                if (theirs.ToString() != verdict.IsValid.ToString())
                    disagreements.Add($"{dialect} {schema.ToJsonString()} on {instance?.ToJsonString() ?? "null"}: ajv {theirs}, we {verdict.IsValid} {string.Join("; ", verdict.Errors)}");
            }
        }
        output.WriteLine($"{count} pairs, {valid} valid");
        disagreements.ShouldBeEmpty(string.Join('\n', disagreements.Take(40)));
        count.ShouldBeGreaterThan(1000);
        valid.ShouldBeInRange(count / 5, count * 4 / 5);
    }

    private static async Task<List<JsonElement[]>> Judged(string folder, IEnumerable<(string Dialect, JsonNode Schema, IReadOnlyList<JsonNode?> Instances)> pairs)
    {
        var lines = pairs.Select(p => JsonSerializer.Serialize(new { dialect = p.Dialect, schema = p.Schema, instances = p.Instances }));
        var answer = await Run(folder, "node", ["judge.mjs"], string.Join('\n', lines) + "\n");
        return [.. answer.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement[]>(line)!)];
    }

    private static async Task<string> Installed()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Alicerce.slnx")))
            root = root.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        if (!(Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(p => File.Exists(Path.Combine(p, "npm"))))
        {
            Environment.GetEnvironmentVariable("ALICERCE_REQUIRE_ALL").ShouldNotBe("1", "npm is not on PATH, and every part is required.");
            Assert.Skip("npm is not on PATH; install Node to compare with ajv.");
        }
        var source = Path.Combine(root.FullName, "tests", "oracle", "ajv");
        var target = Directory.CreateDirectory(Path.Combine(root.FullName, "artifacts", "oracle", "ajv")).FullName;
        var fresh = Directory.Exists(Path.Combine(target, "node_modules", "ajv-formats"))
            && File.ReadAllText(Path.Combine(source, "package-lock.json")) == File.ReadAllText(Path.Combine(target, "package-lock.json"));
        foreach (var file in Directory.EnumerateFiles(source))
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)), overwrite: true);
        if (!fresh)
            await Run(target, "npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"], input: "");
        return target;
    }

    private static async Task<string> Run(string folder, string program, string[] arguments, string input)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(s_patience);
        var answer = process.StandardOutput.ReadToEndAsync(patience.Token);
        var complaints = process.StandardError.ReadToEndAsync(patience.Token);
        await process.StandardInput.WriteAsync(input.AsMemory(), patience.Token);
        process.StandardInput.Close();
        await process.WaitForExitAsync(patience.Token);
        process.ExitCode.ShouldBe(0, await complaints);
        return await answer;
    }

    private sealed class NoDocuments : ISchemaDocuments
    {
        public JsonNode? Find(string path) => null;
    }
}
