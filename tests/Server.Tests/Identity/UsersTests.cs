using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alicerce.Harness;

namespace Alicerce.Server.Tests.Identity;

public sealed class UsersTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static string Email => $"u{Guid.NewGuid():N}@test.com";

    [Fact]
    [Trait("Req", "S001-COM-03")]
    public async Task Creating_a_user_answers_with_it_and_raises_the_fact()
    {
        var email = Email;
        using var created = await fixture.Client.PostAsJsonAsync("/api/v1/users", new { email = $" {email.ToUpperInvariant()}", name = "Test User" }, Ct);

        created.StatusCode.ShouldBe(HttpStatusCode.Created);
        var user = (await created.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("data");
        user.GetProperty("email").GetString().ShouldBe(email);
        var id = user.GetProperty("id").GetInt32();
        await using var command = fixture.Database.Source.CreateCommand("SELECT payload::text FROM platform.outbox WHERE type = 'user.created' AND subject_id = $1");
        command.Parameters.AddWithValue($"{id}");
        var payload = JsonElement.Parse((string)(await command.ExecuteScalarAsync(Ct))!);
        (payload.GetProperty("user_id").GetInt32(), payload.GetProperty("email").GetString(), payload.GetProperty("plan").GetString()).ShouldBe((id, email, "self-hosted"));
    }

    [Fact]
    [Trait("Req", "S001-TST-04")]
    public async Task A_user_is_created_with_a_sound_address_only_and_users_are_listed_for_callers_only()
    {
        using var created = await fixture.Client.PostAsJsonAsync("/api/v1/users", new { email = Email, name = "Test User" }, Ct);
        using var refused = await fixture.Client.PostAsJsonAsync("/api/v1/users", new { email = "not-an-email", name = "Test User" }, Ct);
        using var nobody = await fixture.Server.Anonymous.GetAsync("/api/v1/users", Ct);
        (created.StatusCode, refused.StatusCode, nobody.StatusCode).ShouldBe((HttpStatusCode.Created, HttpStatusCode.UnprocessableEntity, HttpStatusCode.Unauthorized));
    }

    [Fact]
    [Trait("Req", "S001-COD-05")]
    public async Task Users_are_found_by_name_in_any_case_and_by_state_the_newest_first_with_their_number()
    {
        var name = $"Zé {Guid.NewGuid():N}";
        var ids = new List<int>();
        for (var i = 0; i < 3; i++) ids.Add((await fixture.Server.PostAsync("/api/v1/users", new { email = Email, name }, Ct)).GetProperty("id").GetInt32());
        await fixture.Server.PostAsync($"/api/v1/users/{ids[1]}/deactivate", new { }, Ct);

        var all = await fixture.Client.GetFromJsonAsync<JsonElement>($"/api/v1/users?search={Uri.EscapeDataString(name.ToUpperInvariant())}&per_page=2", Ct);
        var active = await fixture.Server.GetAsync($"/api/v1/users?is_active=true&search={Uri.EscapeDataString(name)}", Ct);

        all.GetProperty("data").EnumerateArray().Select(user => user.GetProperty("id").GetInt32()).ShouldBe([ids[2], ids[1]]);
        all.GetProperty("meta").GetProperty("total").GetInt32().ShouldBe(3);
        active.EnumerateArray().Select(user => user.GetProperty("id").GetInt32()).ShouldBe([ids[2], ids[0]]);
        (await fixture.Server.GetAsync($"/api/v1/users/{ids[0]}", Ct)).GetProperty("name").GetString().ShouldBe(name);
    }

    [Theory]
    [InlineData("not-an-email", "Test User", null)]
    [InlineData("a@b@c.com", "Test User", null)]
    [InlineData("ana@example.com\n", "\n", null)]
    [InlineData("ana@example.com", "  ", null)]
    [InlineData("ana@example.com", "A", null)]
    [InlineData("ana@example.com", "<script>", null)]
    [InlineData("ana@example.com", "Ana", "        ")]
    [InlineData("ana@example.com", "Ana", "١٢٣٤٥٦٧٨٩")]
    [Trait("Trap", "T001-97")]
    [Trait("Req", "S001-SEC-16")]
    public async Task Bad_fields_of_a_user_are_refused(string email, string name, string? phone)
    {
        using var refused = await fixture.Client.PostAsJsonAsync("/api/v1/users", new { email, name, phone }, Ct);
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Theory]
    [InlineData("D'Ávila", "+55 (11) 98765-4321")]
    [InlineData("  José da Silva-Neto Jr. ", null)]
    public async Task Names_and_phones_that_people_have_are_taken(string name, string? phone)
    {
        var user = await fixture.Server.PostAsync("/api/v1/users", new { email = Email, name, phone }, Ct);
        user.GetProperty("name").GetString().ShouldBe(name.Trim());
    }

    [Fact]
    [Trait("Trap", "T001-45")]
    [Trait("Req", "S001-DB-07")]
    public async Task A_deleted_user_is_seen_nowhere_and_leaves_the_address_free()
    {
        var email = Email;
        var id = (await fixture.Server.PostAsync("/api/v1/users", new { email, name = "Ana" }, Ct)).GetProperty("id").GetInt32();
        using (var taken = await fixture.Client.PostAsJsonAsync("/api/v1/users", new { email, name = "Ana" }, Ct)) taken.StatusCode.ShouldBe(HttpStatusCode.Conflict);

        (await fixture.Client.DeleteAsync($"/api/v1/users/{id}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await fixture.Client.DeleteAsync($"/api/v1/users/{id}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await fixture.Client.GetAsync($"/api/v1/users/{id}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await fixture.Server.GetAsync($"/api/v1/users/search?q={email}", Ct)).GetArrayLength().ShouldBe(0);
        (await fixture.Server.PostAsync("/api/v1/users", new { email, name = "Ana" }, Ct)).GetProperty("id").GetInt32().ShouldNotBe(id);
    }

    [Fact]
    [Trait("Trap", "T001-46")]
    public async Task A_search_takes_percent_and_underscore_as_they_are()
    {
        var (one, other) = ($"a_b{Guid.NewGuid():N}@test.com", $"axb{Guid.NewGuid():N}@test.com");
        foreach (var email in new[] { one, other }) await fixture.Server.PostAsync("/api/v1/users", new { email, name = "Ana" }, Ct);
        var found = await fixture.Server.GetAsync("/api/v1/users/search?q=a_b&per_page=100", Ct);
        var emails = found.EnumerateArray().Select(user => user.GetProperty("email").GetString()).ToList();
        emails.ShouldContain(one);
        emails.ShouldNotContain(other);
    }

    [Fact]
    [Trait("Trap", "T001-25")]
    public async Task Others_than_oneself_are_read_by_admins_only()
    {
        using var viewer = await TestUser.AddAsync(fixture, "viewer", Ct);
        using var other = await TestUser.AddAsync(fixture, "viewer", Ct);

        (await viewer.Client.GetAsync($"/api/v1/users/{viewer.Id}", Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await viewer.Client.GetAsync($"/api/v1/users/{other.Id}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await viewer.Client.GetAsync("/api/v1/users", Ct)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await fixture.Server.Anonymous.GetAsync("/api/v1/users", Ct)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_deactivated_user_comes_in_no_more_until_activated()
    {
        using var user = await TestUser.AddAsync(fixture, "viewer", Ct);
        await fixture.Server.PostAsync($"/api/v1/users/{user.Id}/deactivate", new { }, Ct);
        await Eventually.BecomesTrueAsync(async () => (await user.Client.GetAsync("/api/v1/projects", Ct)).StatusCode == HttpStatusCode.Unauthorized, "the user is kept out", Ct);
        await fixture.Server.PostAsync($"/api/v1/users/{user.Id}/activate", new { }, Ct);
        await Eventually.BecomesTrueAsync(async () => (await user.Client.GetAsync("/api/v1/projects", Ct)).StatusCode == HttpStatusCode.OK, "the user is back", Ct);
    }
}

/// <summary>A server of its own, where nobody else makes admins.</summary>
public sealed class LastAdminTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_last_admin_can_neither_be_deleted_nor_deactivated_nor_made_less()
    {
        var me = (await fixture.Server.GetAsync("/api/v1/auth/me", Ct)).GetProperty("id").GetInt32();

        (await fixture.Client.DeleteAsync($"/api/v1/users/{me}", Ct)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await fixture.Client.PostAsJsonAsync($"/api/v1/users/{me}/deactivate", new { }, Ct)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await fixture.Client.PatchAsJsonAsync($"/api/v1/users/{me}", new { role = "viewer", email = "me@test.com" }, Ct)).StatusCode.ShouldBe(HttpStatusCode.Conflict);

        var other = (await fixture.Server.PostAsync("/api/v1/users", new { email = "other@test.com", name = "Other", role = "admin" }, Ct)).GetProperty("id").GetInt32();
        (await fixture.Client.DeleteAsync($"/api/v1/users/{other}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }
}
