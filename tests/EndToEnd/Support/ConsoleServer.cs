using System.Net.Http.Json;
using System.Text.Json;
using Alicerce.Harness;
using Alicerce.Platform.Web;

namespace Alicerce.EndToEnd;

/// <summary>The server that tests share, with an admin who has a password. Each test makes what it needs under names of its own.</summary>
public sealed class ConsoleServer : ServerFixture
{
    public const string AdminEmail = "ana@example.test";

    /// <summary>Of everybody in these tests.</summary>
    public static readonly string Phrase = string.Join(' ', "four", "small", "boats", "at", "sea");

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var me = await Server.GetAsync("/api/v1/auth/me", CancellationToken.None);
        await GivePasswordAsync(Server, me.GetProperty("id").GetInt32(), AdminEmail, "Ana Admin");
    }

    /// <summary>A name that no other test has.</summary>
    public static string NewName(string what) => $"{what}-{Guid.NewGuid().ToString("N")[..8]}";

    /// <returns>The project's id.</returns>
    public async Task<int> CreateProjectAsync(string name) =>
        (await Server.PostAsync("/api/v1/projects", new { Name = name }, TestContext.Current.CancellationToken)).GetProperty("id").GetInt32();

    /// <returns>The address to sign in with; the password is <see cref="Phrase"/>.</returns>
    public async Task<(int Id, string Email)> CreateUserAsync(string role)
    {
        var email = $"{NewName("user")}@example.test";
        var user = await Server.PostAsync("/api/v1/users", new { Email = email, Name = $"Bruno {role}", Role = role }, TestContext.Current.CancellationToken);
        var id = user.GetProperty("id").GetInt32();
        await GivePasswordAsync(Server, id, email, null);
        return (id, email);
    }

    /// <summary>Makes the user's password <see cref="Phrase"/>.</summary>
    public static async Task GivePasswordAsync(TestServer server, int userId, string email, string? name)
    {
        if (name is not null)
        {
            using var named = await server.Client.PatchAsJsonAsync($"/api/v1/users/{userId}", new { Email = email, Name = name }, ApiJson.Options);
            named.EnsureSuccessStatusCode();
        }

        var link = await server.PostAsync($"/api/v1/users/{userId}/password-link", new { }, CancellationToken.None);
        using var chosen = await server.Anonymous.PostAsJsonAsync("/api/v1/auth/password/choose", new { Token = link.GetProperty("token").GetString(), NewPassword = Phrase }, ApiJson.Options);
        chosen.EnsureSuccessStatusCode();
    }

    /// <summary>The <c>data</c> of an answer, read as the admin.</summary>
    public Task<JsonElement> ReadAsync(string path) => Server.GetAsync(path, TestContext.Current.CancellationToken);
}
