namespace Alicerce.Platform.Web.Identity;

/// <summary>Who a valid token belongs to.</summary>
public sealed record Caller(int UserId, string Name, string Role);
