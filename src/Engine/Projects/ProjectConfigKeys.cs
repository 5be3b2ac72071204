namespace Alicerce.Engine.Projects;

/// <summary>Every key of <c>alicerce.yaml</c>, by the part it belongs to. The published schema is tested against these.</summary>
internal static class ProjectConfigKeys
{
    public static readonly string[] Project = ["project", "environments", "auth", "roles", "routes", "ignore", "generate", "limits"];

    public static readonly string[] Environment = ["base_url", "protected", "default_auth", "approved_hosts", "variables", "datasources"];

    public static readonly string[] Datasource = ["driver", "host", "port", "database", "username", "password", "ssl"];

    public static readonly string[] Auth = ["type", "token", "in", "name", "value", "username", "password", "login_path", "fields", "success"];

    /// <summary>Which keys each type of profile has; the first ones are needed.</summary>
    public static readonly Dictionary<string, (string[] Needed, string[] Optional)> AuthTypes = new()
    {
        ["bearer"] = (["token"], []),
        ["api_key"] = (["name", "value"], ["in"]),
        ["basic"] = (["username", "password"], []),
        ["form"] = (["login_path", "fields"], ["success"]),
    };

    public static readonly string[] Routes = ["components", "base_path", "map"];

    public static readonly string[] Ignore = ["scan", "routes"];

    public static readonly string[] Generate = ["types", "seed"];

    public static readonly string[] Limits =
        ["parallel", "rate", "timeout", "retries", "max_body_bytes", "max_redirects", "connect_timeout", "max_load_users", "max_load_duration"];

    public static readonly string[] SslModes = ["disable", "prefer", "require", "verify-ca", "verify-full"];

    public static readonly Dictionary<string, string> Advice = new()
    {
        ["name"] = "Write 'project: …'.",
        ["url"] = "Write 'base_url: …'.",
        ["is_protected"] = "Write 'protected: true'.",
        ["seed"] = "It belongs under 'generate:'.",
        ["base_url"] = "It belongs to an environment: 'environments: {local: {base_url: …}}'.",
    };
}
