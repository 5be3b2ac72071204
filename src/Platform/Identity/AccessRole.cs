namespace Alicerce.Platform.Identity;

/// <summary>What somebody may do, in the house or in one project; each role may do what those before it may (D8).</summary>
public enum AccessRole
{
    /// <summary>Nothing at all: not even see that it exists.</summary>
    None,

    /// <summary>Read.</summary>
    Viewer,

    /// <summary>Read and change, except what decides where secrets go.</summary>
    Developer,

    /// <summary>Everything, addresses, datasources and members included.</summary>
    Admin,
}

/// <summary>Roles and scopes as they are written in the database and in the API.</summary>
internal static class AccessRoles
{
    public const string Pattern = "^(viewer|developer|admin)$";

    /// <summary>Unknown words are <see cref="AccessRole.None"/>: a row that a newer version wrote opens nothing here.</summary>
    public static AccessRole Parse(string? word) => word switch
    {
        "viewer" => AccessRole.Viewer,
        "developer" => AccessRole.Developer,
        "admin" => AccessRole.Admin,
        _ => AccessRole.None,
    };

    public static string Word(this AccessRole role) => role.ToString().ToLowerInvariant();

    public static AccessRole Lower(AccessRole one, AccessRole other) => one < other ? one : other;
}

/// <summary>Scopes of access tokens: the most that a token may be used for, whatever its owner may (D8).</summary>
internal static class TokenScopes
{
    public const string Read = "read";
    public const string Write = "write";
    public const string Admin = "admin";

    /// <summary>All that its owner may, under a limit of its own: for testing Alicerce with itself (D23).</summary>
    public const string SelfTest = "self_test";

    public const string Pattern = "^(read|write|admin|self_test)$";

    public static string WordOf(AccessRole limit) => limit switch
    {
        AccessRole.Admin => Admin,
        AccessRole.Developer => Write,
        _ => Read,
    };

    public static AccessRole LimitOf(string scope) => scope switch
    {
        Read => AccessRole.Viewer,
        Write => AccessRole.Developer,
        Admin or SelfTest => AccessRole.Admin,
        _ => AccessRole.None,
    };
}
