using System.Text.Json;
using Alicerce.Engine.Cases;
using Alicerce.Engine.Cases.Files;
using Alicerce.Engine.Discovery;
using Alicerce.Engine.Discovery.OpenApi;
using Alicerce.Engine.Discovery.Quantum;
using Alicerce.Engine.Generation;
using Alicerce.Engine.Running.Assertions;
using Alicerce.Engine.Tests.Cases;
using Alicerce.Harness;
using static Alicerce.Engine.Tests.Generation.Shop;

namespace Alicerce.Engine.Tests.Generation;

/// <summary>Everything that is generated can run and can be written down: on the sample, on foreign documents and on a wide made-up project.</summary>
public class GeneratedCaseFilesTests
{
    private const int LongestLine = 2_000;

    private static readonly GenerationOptions Everything = new()
    {
        Types = GenerationKinds.All,
        AuthProfileNames = ["cliente", "admin"],
        DefaultAuth = "cliente",
        LoginFields = new Dictionary<string, string> { ["email"] = "ana@loja.test", ["senha"] = "${secret:SENHA}" },
        AllowSideEffects = true,
    };

    public static TheoryData<string> Projects => ["samples/loja", "tests/Engine.Tests/Discovery/OpenApi/Fixtures", "wide"];

    [Theory, MemberData(nameof(Projects))]
    public void Every_generated_case_can_run(string project)
    {
        var cases = Generate(project);

        cases.ShouldNotBeEmpty();
        foreach (var made in cases) AssertionValidation.Check(made).ShouldBeEmpty(made.Key);
    }

    [Theory, MemberData(nameof(Projects)), Trait("Trap", "T004-42")]
    public async Task Every_generated_case_survives_its_case_file(string project)
    {
        foreach (var file in Files(project))
        {
            var (read, problems) = await CaseText.ReadAsync(CaseFileWriter.Write(file));

            problems.ShouldBeEmpty();
            read.Select(Shape).ShouldBe(file.Select(Shape));
        }
    }

    [Theory, MemberData(nameof(Projects))]
    public void No_line_of_a_case_file_is_longer_than_a_person_scrolls(string project)
    {
        foreach (var file in Files(project))
            CaseFileWriter.Write(file).Split('\n').Max(line => line.Length).ShouldBeLessThan(LongestLine, file[0].ComponentPath);
    }

    [Theory, MemberData(nameof(Projects))]
    public void Cases_of_one_component_and_kind_have_names_of_their_own(string project)
    {
        foreach (var group in Generate(project).Where(c => c.Kind == CaseKind.Edge).GroupBy(c => (c.ComponentPath, c.Name)))
            group.Select(c => c.Key).ShouldHaveSingleItem();
    }

    [Fact, Trait("Req", "S004-ARCH-03")]
    public void The_shop_gets_smoke_api_data_auth_and_edge_cases_from_its_actions_queries_and_forms()
    {
        ScanResult scan = ScanFolder("samples/loja");
        scan.Stats.ShouldSatisfyAllConditions(
            stats => stats.TotalActions.ShouldBeGreaterThan(0), stats => stats.TotalQueries.ShouldBeGreaterThan(0), stats => stats.TotalForms.ShouldBeGreaterThan(0));

        var kinds = Generate("samples/loja").Select(c => c.Kind).Distinct().ToList();
        foreach (CaseKind kind in new[] { CaseKind.Smoke, CaseKind.Api, CaseKind.Query, CaseKind.Form, CaseKind.Auth, CaseKind.Edge })
            kinds.ShouldContain(kind);
    }

    private static IEnumerable<TestCase[]> Files(string project) => Generate(project).GroupBy(c => CaseFileWriter.FileName(c.ComponentPath)).Select(file => file.ToArray());

    private static IReadOnlyList<TestCase> Generate(string project) => SuiteGenerator.Generate(project == "wide" ? Wide() : ScanFolder(project), Everything).Cases;

    private static ScanResult ScanFolder(string folder)
    {
        var options = new ScanOptions();
        var scanner = new ProjectScanner([new QuantumScanner(options), new QuantumConfigScanner(), new OpenApiScanner()], options);
        return scanner.Scan(new FolderSource(Path.Combine(Repository.Root, folder), options), previous: null, TestContext.Current.CancellationToken).Result;
    }

    /// <summary>Each type, method and odd name at least once.</summary>
    private static ScanResult Wide()
    {
        string[] types = ["string", "email", "url", "integer", "decimal", "number", "boolean", "date", "time", "datetime", "uuid", "array", "object", "file", "password", "cpf", "cnpj", "cep", "phone", "creditcard", "ipv4", "ipv6"];
        string[] names = ["nome", "preço", "a b", "x[0]", "true", "12", "- dash", "key: value", "\"quoted\"", "#hash", "{brace}", "emoji🎉"];
        var parameters = types.Select((type, i) => Param(names[i % names.Length] + i, type, i % 3 != 0) with
        {
            MinLength = i % 4 == 0 ? 2 : null,
            MaxLength = i % 4 == 0 ? 70_000 : null,
            Min = i % 5 == 0 ? -1.5m : null,
            Max = i % 5 == 0 ? 1e20m : null,
            Pattern = i % 7 == 6 ? "[A-Z]{3}-[0-9]{4}" : null,
            Enum = i % 11 == 10 ? ["yes", "no", "~", "null", "0x1F", " "] : [],
        }).ToArray();
        string[] methods = ["GET", "POST", "PUT", "DELETE", "PATCH"];
        return Scan([
            .. Enumerable.Range(0, 12).Select(i => Page($"area-{i}/{names[i % names.Length].Replace(' ', '-')}", Action(names[i % names.Length], parameters) with { Method = methods[i % methods.Length], RedirectTo = "/ok?a={x}" }) with
            {
                Forms = [Form([.. parameters.Select(p => Field(p.Name, p.Type))])],
                Queries = [new() { Name = names[i % names.Length], Datasource = "d", Sql = "SELECT 1 -- 'a: b'\n\tWHERE :x = '#'", Params = [new("x", types[i % types.Length], null)] }],
            }),
            .. WithLogin,
        ]);
    }

    private static string Shape(TestCase made) => JsonSerializer.Serialize(made);
}
