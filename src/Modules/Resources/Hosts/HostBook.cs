using Microsoft.EntityFrameworkCore;

namespace Alicerce.Modules.Resources.Hosts;

/// <summary>The name under which a host's ports are kept.</summary>
internal sealed class HostBook(ResourcesDb db)
{
    /// <param name="host">Canonical.</param>
    /// <param name="ct">The caller left.</param>
    public async Task<string> ResolveAsync(string host, CancellationToken ct) =>
        await db.HostAliases.Where(alias => alias.Alias == host).Select(alias => alias.Host).SingleOrDefaultAsync(ct) ?? host;
}
