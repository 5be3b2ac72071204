using Alicerce.Modules.Resources.Secrets;

namespace Alicerce.Resources.Tests.Secrets;

/// <summary>What somebody finds who has the database, and what happens when he writes there (D9).</summary>
public sealed class SealingTests(SecretsFixture fixture) : IClassFixture<SecretsFixture>
{
    private const string Secrets = "/api/v1/resources/secrets";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Req", "S004-SEC-01")]
    [Trait("Trap", "T004-14")]
    public async Task Stored_is_a_sealed_value_that_tells_its_key_and_is_never_twice_the_same()
    {
        var (one, two) = (SecretsFixture.NewKey(), SecretsFixture.NewKey());
        foreach (var key in new[] { one, two }) await fixture.SetAsync(key, "the same value", null, null, Ct);
        var stored = new List<string>();
        foreach (var key in new[] { one, two }) stored.Add((await fixture.ScalarAsync<string>("SELECT encrypted_value FROM resources.secrets WHERE key = $1", Ct, key))!);

        var master = await fixture.ScalarAsync<string>("SELECT key_id FROM platform.master_keys ORDER BY id DESC LIMIT 1", Ct);
        stored.ShouldAllBe(text => text.StartsWith($"v1.{master}."));
        stored[0].ShouldNotBe(stored[1]);
        stored[0].Split('.')[2].ShouldNotBe(stored[1].Split('.')[2]);
        stored[0].ShouldNotContain("the same value");
    }

    [Fact]
    [Trait("Trap", "T004-14")]
    public async Task Sealed_values_that_change_places_do_not_open()
    {
        var (one, two) = (SecretsFixture.NewKey(), SecretsFixture.NewKey());
        await fixture.SetAsync(one, "value of one", null, null, Ct);
        await fixture.SetAsync(two, "value of two", null, null, Ct);
        await fixture.ExecuteAsync(
            "UPDATE resources.secrets s SET encrypted_value = other.encrypted_value FROM resources.secrets other WHERE s.key IN ($1, $2) AND other.key IN ($1, $2) AND s.key <> other.key", Ct, one, two);

        foreach (var key in new[] { one, two }) await ShouldBeRefusedAsync(key, null);
    }

    [Fact]
    public async Task A_sealed_value_that_was_moved_with_its_proof_does_not_open_either()
    {
        // Also the audit log's hash of the one is moved to the other: what the value is bound to does not let itself be moved.
        var (one, two) = (SecretsFixture.NewKey(), SecretsFixture.NewKey());
        await fixture.SetAsync(one, "value of one", null, null, Ct);
        await fixture.SetAsync(two, "value of two", null, null, Ct);
        await fixture.ExecuteAsync("DELETE FROM resources.secrets WHERE key = $1", Ct, two);
        await fixture.ExecuteAsync("UPDATE resources.secrets SET key = $2 WHERE key = $1", Ct, one, two);

        await ShouldBeRefusedAsync(two, null);
    }

    [Fact]
    public async Task A_changed_byte_does_not_open()
    {
        var key = SecretsFixture.NewKey();
        await fixture.SetAsync(key, "value", null, null, Ct);
        await fixture.ExecuteAsync("UPDATE resources.secrets SET encrypted_value = overlay(encrypted_value PLACING (CASE right(encrypted_value, 6) WHEN 'AAAAAA' THEN 'BBBBBB' ELSE 'AAAAAA' END) FROM length(encrypted_value) - 9) WHERE key = $1", Ct, key);

        await ShouldBeRefusedAsync(key, null);
    }

    [Fact]
    public async Task A_row_that_was_set_back_to_an_earlier_state_is_refused()
    {
        var key = SecretsFixture.NewKey();
        await fixture.SetAsync(key, "leaked", null, null, Ct);
        await fixture.ExecuteAsync("CREATE TABLE public.kept AS SELECT * FROM resources.secrets WHERE key = $1", Ct, key);
        await fixture.SetAsync(key, "rotated", null, null, Ct);
        (await fixture.RevealAsync(key, null, null, Ct)).ShouldBe("rotated");
        await fixture.ExecuteAsync("UPDATE resources.secrets s SET version = k.version, encrypted_value = k.encrypted_value, last_rotated = k.last_rotated FROM public.kept k WHERE s.id = k.id; DROP TABLE public.kept", Ct);

        await ShouldBeRefusedAsync(key, "secret.updated");
    }

    [Fact]
    public async Task A_deleted_row_that_was_put_back_is_refused()
    {
        var key = SecretsFixture.NewKey();
        await fixture.SetAsync(key, "deleted", null, null, Ct);
        await fixture.ExecuteAsync("CREATE TABLE public.deleted AS SELECT * FROM resources.secrets WHERE key = $1", Ct, key);
        await fixture.Client.SendAsync(HttpMethod.Delete, $"{Secrets}/{key}", null, Ct);
        await fixture.ExecuteAsync(
            """
            INSERT INTO resources.secrets (id, key, scope, version, encrypted_value) OVERRIDING SYSTEM VALUE SELECT id, key, scope, version, encrypted_value FROM public.deleted;
            DROP TABLE public.deleted
            """,
            Ct);

        await ShouldBeRefusedAsync(key, "secret.deleted");
    }

    [Fact]
    public async Task A_proof_that_no_server_wrote_counts_for_nothing()
    {
        var key = SecretsFixture.NewKey();
        await fixture.SetAsync(key, "leaked", null, null, Ct);
        await fixture.ExecuteAsync("CREATE TABLE public.forged AS SELECT * FROM resources.secrets WHERE key = $1", Ct, key);
        await fixture.SetAsync(key, "rotated", null, null, Ct);
        await fixture.ExecuteAsync(
            """
            UPDATE resources.secrets s SET version = k.version, encrypted_value = k.encrypted_value FROM public.forged k WHERE s.id = k.id;
            INSERT INTO platform.audit_log (event_id, actor, via, action, subject_type, subject_id, project_id, request_id, ip, details, outcome, key_id, mac)
            SELECT gen_random_uuid(), actor, via, action, subject_type, subject_id, project_id, request_id, ip, details, outcome, key_id, mac
            FROM platform.audit_log WHERE subject_type = 'secret' AND action = 'secret.created' AND subject_id = (SELECT id::text FROM public.forged);
            DROP TABLE public.forged
            """,
            Ct);

        await ShouldBeRefusedAsync(key, null);
    }

    [Fact]
    public async Task A_row_that_somebody_deleted_by_hand_is_found_and_one_that_was_deleted_here_is_not()
    {
        var (gone, deleted) = (SecretsFixture.NewKey(), SecretsFixture.NewKey());
        foreach (var key in new[] { gone, deleted }) await fixture.SetAsync(key, "value", null, null, Ct);
        var id = await fixture.ScalarAsync<int>("SELECT id FROM resources.secrets WHERE key = $1", Ct, gone);
        await fixture.Client.SendAsync(HttpMethod.Delete, $"{Secrets}/{deleted}", null, Ct);
        await fixture.ExecuteAsync("DELETE FROM resources.secrets WHERE key = $1", Ct, gone);

        var missing = await new MissingSecrets(fixture.Database.Source, TimeProvider.System).FindAsync(Ct);

        missing.Where(breach => breach.Subject == $"secret:{id}").ShouldHaveSingleItem().Severidade.ShouldBe("critical");
        (await fixture.ScalarAsync<long>("SELECT count(*) FROM resources.secrets WHERE id = ANY ($1)", Ct, missing.Select(breach => int.Parse(breach.Subject[7..])).ToArray())).ShouldBe(0);
    }

    [Fact]
    public async Task A_value_that_no_longer_opens_is_not_kept_as_a_version_when_it_is_written_again()
    {
        var key = SecretsFixture.NewKey();
        await fixture.SetAsync(key, "value", null, null, Ct);
        await fixture.ExecuteAsync("UPDATE resources.secrets SET encrypted_value = 'v1.x.AAAA.AAAA' WHERE key = $1", Ct, key);

        await fixture.SetAsync(key, "written again", null, null, Ct);

        (await fixture.RevealAsync(key, null, null, Ct)).ShouldBe("written again");
        (await fixture.Server.GetAsync($"{Secrets}/{key}/versions", Ct)).EnumerateArray().Select(version => version.GetProperty("version").GetInt32()).ShouldBe([2]);
    }

    private async Task ShouldBeRefusedAsync(string key, string? said)
    {
        var answer = await fixture.Client.PostAsync($"{Secrets}/reveal", new { Key = key }, Ct);
        (answer.Status, answer.CodeOf()).ShouldBe((409, "secrets.tampered"), answer.Body.ToString());
        answer.Body.GetProperty("message").GetString()!.ShouldContain($"The secret '{key}' is not what was written");
        if (said is not null) answer.Body.GetProperty("message").GetString()!.ShouldContain(said);
    }
}
