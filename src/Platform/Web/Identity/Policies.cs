namespace Alicerce.Platform.Web.Identity;

/// <summary>Names of authorization policies.</summary>
public static class Policies
{
    /// <summary>Only admins: addresses, datasources and whatever decides where secrets may go (D20).</summary>
    public const string Admin = "admin";
}
