namespace Alicerce.Platform.Identity;

/// <summary>
/// Names of authorization policies. Without one, reading needs <see cref="AccessRole.Viewer"/> and everything else
/// <see cref="AccessRole.Developer"/>, in the project that the address is about or else in the house.
/// </summary>
public static class Policies
{
    /// <summary>Any caller, whatever the role: for what is one's own.</summary>
    public const string SignedIn = "signed_in";

    /// <summary>Only admins, of the project or of the house: addresses, datasources and whatever decides where secrets may go (D20).</summary>
    public const string Admin = "admin";

    /// <summary>Only admins of the house: what reaches from one project into others.</summary>
    public const string HouseAdmin = "house_admin";
}
