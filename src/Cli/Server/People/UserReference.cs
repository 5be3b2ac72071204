using System.Globalization;
using Alicerce.Cli.Server.Connection;
using Alicerce.Cli.Server.Wire;

namespace Alicerce.Cli.Server.People;

/// <summary>Finds whom a person means: a user's address or id.</summary>
internal static class UserReference
{
    public static async Task<ServerAnswer<RemoteUser>> RequireAsync(ServerClient client, string reference, CancellationToken ct)
    {
        if (int.TryParse(reference, NumberStyles.None, CultureInfo.InvariantCulture, out var id)) return await client.GetAsync($"users/{id}", ServerJson.Default.RemoteUser, ct);
        await foreach (var user in client.ListAsync($"users?search={Uri.EscapeDataString(reference)}", ServerJson.Default.RemoteUser, ct))
            if (string.Equals(user.Value.Email, reference, StringComparison.OrdinalIgnoreCase)) return user;
        throw new UserError($"There is no user with the address '{reference}'; 'alicerce users list' shows them.");
    }
}
