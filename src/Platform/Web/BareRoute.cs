namespace Alicerce.Platform.Web;

/// <summary>Marks a request that came by a route printed in the sources: it is answered with the payload alone (D7).</summary>
internal sealed record BareRoute(string Template);
