using Alicerce.Harness;

namespace Alicerce.EndToEnd.Testing;

/// <summary>The project that the source draws its screen with: four components, twenty cases, and runs in three environments. Nobody changes it.</summary>
public sealed class Blog(ConsoleServer server) : IAsyncLifetime
{
    /// <summary>Type, name and path of the cases that the drawing shows.</summary>
    private static readonly (string Kind, string Name, string Path)[] Drawn =
    [
        ("smoke", "login.q loads", "/login"), ("smoke", "admin.q loads", "/admin"), ("api", "login action - success", "/login/ok"), ("api", "login action - invalid", "/login/bad"),
        ("api", "createPost action - success", "/create-post"), ("form", "login-form submit", "/login/form"), ("query", "getUser executes", "/user"), ("api", "deletePost action", "/delete-post"),
    ];

    private readonly List<Target> _targets = [];

    public ConsoleServer Console => server;

    public TestServer Server => server.Server;

    public string Name { get; } = ConsoleServer.NewName("quantumblog");

    public int Project { get; private set; }

    public int Suite { get; private set; }

    /// <summary>Of each environment in the order in which it ran.</summary>
    public IReadOnlyDictionary<string, int> Runs { get; private set; } = new Dictionary<string, int>();

    public string Path => $"/projects/{Project}/tests";

    public async ValueTask InitializeAsync()
    {
        Project = await server.CreateProjectAsync(Name);
        await Suites.ScanAsync(Server, Project, Suites.Zip(
            ("components/login.q", Suites.Component("Login", 3, 1, 2)), ("components/admin.q", Suites.Component("Admin", 5, 2, 4)),
            ("components/post.q", Suites.Component("Post", 2, 0, 3)), ("components/search.q", Suites.Component("Search", 1, 1, 1))));
        Suite = await Suites.SuiteAsync(Server, Project, minPassRate: 0.95);
        foreach (var (kind, name, path) in Drawn) await Suites.CaseAsync(Server, Suite, name, kind, path);
        for (var i = Drawn.Length + 1; i <= 20; i++) await Suites.CaseAsync(Server, Suite, $"page {i} loads", "smoke", $"/{i}");

        var runs = new Dictionary<string, int>();
        foreach (var (name, isProtected, wrong) in new (string, bool, (string, int)[])[]
        {
            ("dev", false, [("/20", 404)]), ("staging", false, []), ("production", true, [("/create-post", 401), ("/delete-post", 403)]),
        })
        {
            var target = await Target.StartAsync(wrong);
            _targets.Add(target);
            runs[name] = await Suites.RunAsync(Server, Suite, await Suites.EnvironmentAsync(Server, Project, name, target.Url, isProtected));
        }

        Runs = runs;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var target in _targets) await target.DisposeAsync();
    }
}
