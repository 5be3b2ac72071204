using System.Diagnostics;
using System.Text;
using Alicerce.Engine.Discovery;
using Alicerce.Engine.Discovery.OpenApi;

namespace Alicerce.Engine.Tests.Discovery.OpenApi;

/// <summary>Nonsense and near-misses: no exception, no hang. Half of the inputs are fixtures with a few changes, half are made of pieces.</summary>
public sealed class OpenApiFuzzTests(ITestOutputHelper output)
{
    private static readonly string[] s_names = ["petshop-3.1.yaml", "orders-3.0.json", "files-2.0.yaml", "broken.yaml", "owner.yaml"];

    private static readonly string[] s_pieces =
    [
        "openapi: 3.1.0\n", "swagger: '2.0'\n", "paths:\n", "  /a/{id}:\n", "    get:\n", "      parameters:\n", "      - ", "$ref: ", "'#/paths'", "\"#/components/schemas/A\"", "{", "}", "[", "]", ": ", ",",
        "&a ", "*a", "<<: ", "null", "1e999", "-", "|\n", "\t", "\"\\ud800\"", "schema: ", "type: ", "nullable: true", "required: ", "\u0000", "---\n", "...", "!!int ", "%YAML 1.2\n", "é😀", "'", "\"",
        "components:\n  schemas:\n    A: ", "responses: ", "security: ", "servers: ", "allOf: ", "\n", "      ", "? ", "# ",
    ];

    [Fact]
    public void No_input_throws_or_takes_long()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("ALICERCE_FUZZ"), out var wanted) ? wanted : 2000;
        var seed = int.TryParse(Environment.GetEnvironmentVariable("ALICERCE_SEED"), out var given) ? given : 4711;
        output.WriteLine($"seed {seed}, {count} inputs");
        var fixtures = s_names.Select(name => OpenApiScannerTests.Fixture(name)).ToArray();
        var scanner = new OpenApiScanner();
        scanner.Scan(fixtures[0], path => null);
        for (var i = 0; i < count; i++)
        {
            var random = new Random(seed * 31 + i);
            var file = i % 2 == 0 ? Mutated(random, fixtures) : new SourceFile(random.Next(3) == 0 ? "x.json" : "x.yaml", Encoding.UTF8.GetBytes(Pieces(random)), ModifiedAt: null);
            var watch = Stopwatch.StartNew();
            try
            {
                scanner.Accepts(file);
                scanner.Scan(file, path => fixtures.FirstOrDefault(f => f.Path == path));
            }
            catch (Exception thrown)
            {
                throw new InvalidOperationException($"seed {seed}, input {i}:\n{Encoding.UTF8.GetString(file.Content.Span)}", thrown);
            }
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(1), $"seed {seed}, input {i}");
        }
    }

    private static SourceFile Mutated(Random random, SourceFile[] fixtures)
    {
        var original = fixtures[random.Next(fixtures.Length)];
        var text = new StringBuilder(Encoding.UTF8.GetString(original.Content.Span));
        for (var changes = random.Next(1, 6); changes > 0 && text.Length > 1; changes--)
        {
            var at = random.Next(text.Length);
            var length = Math.Min(random.Next(1, 40), text.Length - at);
            switch (random.Next(4))
            {
                case 0:
                    text.Remove(at, length);
                    break;
                case 1:
                    text.Insert(at, s_pieces[random.Next(s_pieces.Length)]);
                    break;
                case 2:
                    text.Insert(random.Next(text.Length), text.ToString(at, length));
                    break;
                default:
                    text.Replace(text.ToString(at, Math.Min(6, length)), s_pieces[random.Next(s_pieces.Length)], 0, text.Length);
                    break;
            }
            if (text.Length > 200_000)
                text.Length = 200_000;
        }
        return original with { Content = Encoding.UTF8.GetBytes(text.ToString()) };
    }

    private static string Pieces(Random random) =>
        "openapi: 3.0.0\n" + string.Concat(Enumerable.Range(0, random.Next(1, 60)).Select(_ => s_pieces[random.Next(s_pieces.Length)]));
}
