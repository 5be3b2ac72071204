using Alicerce.Engine.Cases;

namespace Alicerce.Engine.Generation;

/// <summary>A value that breaks a careless target, and what shows that it did not.</summary>
internal sealed record InjectionProbe(string Name, string Title, string Value, IReadOnlyList<Assertion> Assertions);

/// <summary>The injection probes of security cases (T004-75).</summary>
internal static class Probes
{
    private const string Script = "<script>alert('alicerce-7f3a')</script>", Attribute = "\"><img src=x onerror=alert(7)>";

    public static readonly IReadOnlyList<InjectionProbe> All =
    [
        new("sql-quote", "SQL in quotes", "x' OR '1'='1", [Checks.NoSqlError, Checks.NoServerError]),
        new("sql-unbalanced", "unbalanced quotes", "x'\"`;--", [Checks.NoSqlError, Checks.NoServerError]),
        new("script", "a script", Script, [Checks.Lacks(Script), Checks.NoServerError]),
        new("attribute", "markup that leaves its attribute", Attribute, [Checks.Lacks(Attribute), Checks.NoServerError]),
        new("path-traversal", "a path out of the folder", "../../../../../../etc/passwd", [Checks.Lacks("root:x:0:0"), Checks.NoServerError]),
    ];
}
