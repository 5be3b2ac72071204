using System.Text.Json;
using System.Text.Json.Nodes;
using Alicerce.Engine.Schemas;
using Alicerce.Harness;

namespace Alicerce.Engine.Tests.Schemas;

/// <summary>Our validator against ajv, the one that most of the field uses. Development only: needs Node and one <c>npm ci</c>.</summary>
public sealed class AjvOracleTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Ajv_and_our_validator_agree_on_every_generated_pair()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("ALICERCE_SEED"), out var given) ? given : 20_261;
        output.WriteLine($"seed {seed}");
        var pairs = new SchemaPairs(seed).All(mixed: 250).ToArray();
        var judged = await Judged(pairs);

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

    private static async Task<List<JsonElement[]>> Judged(IEnumerable<(string Dialect, JsonNode Schema, IReadOnlyList<JsonNode?> Instances)> pairs)
    {
        var lines = pairs.Select(p => JsonSerializer.Serialize(new { dialect = p.Dialect, schema = p.Schema, instances = p.Instances }));
        var answer = await NodeProgram.RunAsync("ajv", ["judge.mjs"], string.Join('\n', lines) + "\n");
        return [.. answer.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement[]>(line)!)];
    }

    private sealed class NoDocuments : ISchemaDocuments
    {
        public JsonNode? Find(string path) => null;
    }
}
