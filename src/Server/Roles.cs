using Alicerce.Platform.Web;

namespace Alicerce.Server;

/// <summary>Which doors a process opens. Every process builds every room; nothing but this table asks for a role.</summary>
internal sealed record Roles(IReadOnlyList<Role> Chosen)
{
    private const string Everything = "*";
    private const string PlatformModule = "platform";

    /// <summary>The whole table. Rooms of roles that are not built yet are simply not there.</summary>
    public static IReadOnlyList<Role> Table { get; } =
    [
        new("all", "every door, for a team on one machine", Http: [Everything], Work: [Everything], DefaultUrl: "http://127.0.0.1:8000"),
        new("core", "HTTP and jobs of Resources, Testing, Scenarios and Delivery", Http: ["resources", "testing", "scenarios", "delivery"], Work: ["resources", "testing", "scenarios", "delivery"], DefaultUrl: "http://127.0.0.1:8000"),
        new("ai", "HTTP and jobs of Ai", Http: ["ai"], Work: ["ai"], DefaultUrl: "http://127.0.0.1:8001"),
        new("analytics", "HTTP and jobs of Analytics", Http: ["analytics"], Work: ["analytics"], DefaultUrl: "http://127.0.0.1:8005"),
        new("julia", "HTTP and jobs of Júlia", Http: ["julia"], Work: ["julia"], DefaultUrl: "http://127.0.0.1:8006"),
        new("worker", "jobs of every module and no public HTTP, only health and metrics", Http: [], Work: [Everything], DefaultUrl: "http://127.0.0.1:0"),
    ];

    public string DefaultUrl => Chosen[0].DefaultUrl;

    public bool OpensAnyHttp => Chosen.Any(role => role.Http.Count > 0);

    public bool OpensHttp(IModule module) => OpensAnyHttp && (module.Name == PlatformModule || Chosen.Any(role => Opens(role.Http, module)));

    public bool OpensWork(IModule module) => module.Name == PlatformModule || Chosen.Any(role => Opens(role.Work, module));

    /// <param name="names">As in <c>ALICERCE_ROLES</c>: one name or several with commas.</param>
    public static bool TryParse(string names, out Roles roles, out string problem)
    {
        var wanted = names.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var unknown = wanted.FirstOrDefault(name => Table.All(role => role.Name != name));
        problem = unknown is not null || wanted.Length == 0
            ? $"ALICERCE_ROLES is '{names}': use one or more of {string.Join(", ", Table.Select(role => role.Name))}, with commas between them."
            : "";
        roles = new Roles([.. Table.Where(role => wanted.Contains(role.Name))]);
        return problem.Length == 0;
    }

    private static bool Opens(IReadOnlyList<string> doors, IModule module) => doors.Contains(Everything) || doors.Contains(module.Name);
}

/// <summary>One row of the table.</summary>
/// <param name="Http">Modules whose endpoints open.</param>
/// <param name="Work">Modules whose job handlers and timers run.</param>
internal sealed record Role(string Name, string Summary, IReadOnlyList<string> Http, IReadOnlyList<string> Work, string DefaultUrl);
