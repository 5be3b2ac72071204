using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace Alicerce.Harness;

/// <summary>Somebody beside the first admin, with a token of its own that can be taken away.</summary>
public sealed class TestUser : IDisposable
{
    private readonly TestDatabase _database;
    private readonly int _id;

    private TestUser(TestDatabase database, int id, HttpClient client) => (_database, _id, Client) = (database, id, client);

    /// <summary>Signed in as this user.</summary>
    public HttpClient Client { get; }

    public static Task<TestUser> AddAsync(ServerFixture fixture, string role, CancellationToken ct) => AddAsync(fixture.Database, fixture.Server.Url, role, ct);

    public static async Task<TestUser> AddAsync(TestDatabase database, Uri server, string role, CancellationToken ct)
    {
        var token = $"alc_{Guid.NewGuid():N}";
        await using var command = database.Source.CreateCommand(
            """
            WITH made AS (INSERT INTO platform.users (name, role, is_active) VALUES ($1, $2, true) RETURNING id)
            INSERT INTO platform.access_tokens (user_id, name, token_hash, scope) SELECT id, 'test', $3, 'admin' FROM made RETURNING user_id
            """);
        command.Parameters.AddWithValue($"u{Guid.NewGuid():N}");
        command.Parameters.AddWithValue(role);
        command.Parameters.AddWithValue(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
        var id = (int)(await command.ExecuteScalarAsync(ct))!;
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = server };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return new TestUser(database, id, client);
    }

    public int Id => _id;

    /// <summary>Makes this user a member of a project, or gives a member another role.</summary>
    public async Task JoinAsync(int projectId, string role, CancellationToken ct)
    {
        await using var command = _database.Source.CreateCommand(
            "INSERT INTO platform.memberships (project_id, user_id, role) VALUES ($1, $2, $3) ON CONFLICT (project_id, user_id) DO UPDATE SET role = excluded.role");
        command.Parameters.AddWithValue(projectId);
        command.Parameters.AddWithValue(_id);
        command.Parameters.AddWithValue(role);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Makes this user a member of every project that there is now.</summary>
    public async Task JoinEveryProjectAsync(string role, CancellationToken ct)
    {
        await using var command = _database.Source.CreateCommand(
            "INSERT INTO platform.memberships (project_id, user_id, role) SELECT id, $1, $2 FROM platform.projects ON CONFLICT DO NOTHING");
        command.Parameters.AddWithValue(_id);
        command.Parameters.AddWithValue(role);
        await command.ExecuteNonQueryAsync(ct);
    }

    public async Task RevokeTokenAsync(CancellationToken ct)
    {
        await using var command = _database.Source.CreateCommand("UPDATE platform.access_tokens SET revoked_at = now() WHERE user_id = $1");
        command.Parameters.AddWithValue(_id);
        await command.ExecuteNonQueryAsync(ct);
    }

    public void Dispose() => Client.Dispose();
}
