using Alicerce.Engine.Files;

namespace Alicerce.Engine.Projects;

/// <summary>One environment of <c>alicerce.yaml</c> and its datasources.</summary>
internal static class EnvironmentNodes
{
    public static EnvironmentConfig? Read(string name, YamlMap map, IReadOnlyCollection<string> profiles, ProblemLog log)
    {
        var reader = new MapReader(map, $"environment '{name}'", ProjectConfigKeys.Environment, log, ProjectConfigKeys.Advice);
        string? auth = reader.Text("default_auth");
        if (auth is not null && auth != "none" && !profiles.Contains(auth))
            log.Error(reader.Node("default_auth")!, $"'{auth}' is not an auth profile of this project.", Spelling.Suggest(auth, profiles));
        Uri? baseUrl = ReadUrl(reader);
        var environment = new EnvironmentConfig
        {
            BaseUrl = baseUrl ?? new Uri("http://localhost"),
            IsProtected = reader.Bool("protected", false),
            DefaultAuth = auth,
            ApprovedHosts = reader.Texts("approved_hosts"),
            Variables = reader.TextMap("variables"),
            Datasources = ProjectConfigFile.NamedMaps(reader, "datasources", ReadDatasource),
        };
        return baseUrl is null ? null : environment;
    }

    private static Uri? ReadUrl(MapReader reader)
    {
        string text = reader.RequiredText("base_url");
        if (text.Length == 0)
            return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out Uri? url) && url.Scheme is "http" or "https" && url.UserInfo.Length == 0 && url.Query.Length == 0 && url.Fragment.Length == 0)
            return url;
        reader.Log.Error(reader.Node("base_url")!, "'base_url' must be an http or https address without credentials, query and fragment.", "Write it as http://localhost:8000.");
        return null;
    }

    private static DatasourceConfig ReadDatasource(string name, YamlMap map, ProblemLog log)
    {
        var reader = new MapReader(map, $"datasource '{name}'", ProjectConfigKeys.Datasource, log);
        AuthProfileNodes.WarnOfLiteral(reader, "password");
        return new DatasourceConfig
        {
            Driver = reader.RequiredText("driver"),
            Host = reader.RequiredText("host"),
            Port = reader.Has("port") ? reader.Int("port", 1, 1, 65_535) : null,
            Database = reader.RequiredText("database"),
            Username = reader.Text("username"),
            Password = reader.Text("password"),
            Ssl = reader.Word("ssl", ProjectConfigKeys.SslModes) ?? "prefer",
        };
    }
}
