using System.Reflection;

namespace Alicerce.Architecture.Tests;

/// <summary>The one rule of references (ARCHITECTURE.md): who may know whom.</summary>
public class ReferenceRuleTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Outbound"] = [],
        ["Contracts"] = [],
        ["Engine"] = ["Outbound"],
        ["Datasources"] = ["Engine", "Outbound"],
        ["Vectors"] = ["Outbound"],
        ["Platform"] = ["Contracts", "Outbound"],
        ["Cli"] = ["Engine", "Outbound", "Datasources", "Vectors"],
    };

    private static readonly string[] AllowedToModules = ["Platform", "Contracts", "Engine", "Outbound", "Datasources", "Vectors"];

    [Fact]
    public void Every_project_references_only_what_its_place_allows()
    {
        var strays =
            from project in Repository.SourceProjects()
            from reference in project.References
            where !IsAllowed(project, reference)
            select $"{project.Name} → {reference}";

        strays.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Req", "S001-PRIN-11")]
    [Trait("Req", "S001-ANTI-09")]
    public void Following_references_never_leads_back()
    {
        var references = Repository.SourceProjects().ToDictionary(project => project.Name, project => project.References);
        references.Keys.Where(start => Reachable(start).Contains(start)).ShouldBeEmpty();

        HashSet<string> Reachable(string start)
        {
            var seen = new HashSet<string>();
            var left = new Stack<string>(references[start]);
            while (left.TryPop(out var next)) if (seen.Add(next) && references.TryGetValue(next, out var further)) foreach (var one in further) left.Push(one);
            return seen;
        }
    }

    [Fact]
    public void Engine_and_the_other_libraries_know_neither_the_web_framework_nor_a_database()
    {
        foreach (var library in Repository.SourceProjects().Where(p => p.Name is "Engine" or "Outbound" or "Contracts" or "Vectors"))
        {
            library.Packages.ShouldNotContain(p => p.StartsWith("Npgsql", StringComparison.Ordinal) || p.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
            File.ReadAllText(Directory.GetFiles(library.Folder, "*.csproj")[0]).ShouldNotContain("Microsoft.AspNetCore.App");
        }
    }

    [Fact]
    public void Contracts_has_no_packages_and_no_references()
    {
        var contracts = Repository.SourceProjects().Single(p => p.Name == "Contracts");
        contracts.Packages.ShouldBeEmpty();
        contracts.References.ShouldBeEmpty();
    }

    [Fact]
    public void The_only_public_type_of_a_module_is_its_module_class()
    {
        foreach (var module in Repository.SourceProjects().Where(p => p.IsModule))
        {
            var assembly = Assembly.Load($"Alicerce.{module.Name}");
            var expected = $"{module.Name["Modules.".Length..]}Module";
            assembly.GetExportedTypes()
                .Where(t => !IsMigration(t))
                .Select(t => t.Name)
                .ShouldBe([expected]);
        }
    }

    // The migrations tool writes migrations as public classes.
    private static bool IsMigration(Type type) => type.Namespace?.EndsWith(".Migrations", StringComparison.Ordinal) == true;

    private static bool IsAllowed(SourceProject project, string reference) => project switch
    {
        { Name: "Server" } => reference == "Platform" || reference.StartsWith("Modules.", StringComparison.Ordinal),
        { IsModule: true } => AllowedToModules.Contains(reference),
        _ => Allowed.TryGetValue(project.Name, out var allowed) && allowed.Contains(reference),
    };
}
