using Alicerce.Engine.Discovery;
using Alicerce.Engine.Discovery.OpenApi;
using Alicerce.Harness.Fuzzing;

namespace Alicerce.Engine.Tests.Discovery.OpenApi;

public sealed class OpenApiFuzzTests
{
    private static readonly string[] s_names = ["petshop-3.1.yaml", "orders-3.0.json", "files-2.0.yaml", "broken.yaml", "owner.yaml"];

    private static readonly string[] s_pieces =
    [
        "openapi: 3.1.0\n", "swagger: '2.0'\n", "paths:\n", "  /a/{id}:\n", "    get:\n", "      parameters:\n", "      - ", "$ref: ", "'#/paths'", "\"#/components/schemas/A\"", "{", "}", "[", "]", ": ", ",",
        "&a ", "*a", "<<: ", "null", "1e999", "-", "|\n", "\t", "\"\\ud800\"", "schema: ", "type: ", "nullable: true", "required: ", "\u0000", "---\n", "...", "!!int ", "%YAML 1.2\n", "é😀", "'", "\"",
        "components:\n  schemas:\n    A: ", "responses: ", "security: ", "servers: ", "allOf: ", "\n", "      ", "? ", "# ",
    ];

    private static readonly SourceFile[] s_fixtures = [.. s_names.Select(name => OpenApiScannerTests.Fixture(name))];

    [Theory]
    [InlineData("x.yaml")]
    [InlineData("x.json")]
    public Task No_input_throws_lingers_or_swells(string path)
    {
        var scanner = new OpenApiScanner();
        scanner.Scan(s_fixtures[0], _ => null); // What is built once is not the first input's.
        return Fuzz.CheckAsync(new Mutator(s_fixtures.Select(f => f.Content.ToArray()), s_pieces), input =>
        {
            var file = new SourceFile(path, input, ModifiedAt: null);
            scanner.Accepts(file);
            scanner.Scan(file, other => s_fixtures.FirstOrDefault(f => f.Path == other));
        });
    }
}
