using Alicerce.Harness;
using Alicerce.Platform.Audit;
using Alicerce.Platform.Data;
using Alicerce.Platform.Keys;
using Microsoft.AspNetCore.Http;

namespace Alicerce.Platform.Tests.Keys;

public sealed class MasterKeysTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private DataRoot Root => DataRoot.At(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_empty_database_gets_a_key_in_a_file_of_its_owner_only_and_the_next_start_finds_it()
    {
        await using var database = await EmptyAsync();

        var made = await OpenAsync(database, Root);

        File.GetUnixFileMode(_folder["master.key"]).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        (await OpenAsync(database, Root)).Id.ShouldBe(made.Id);
    }

    [Fact]
    public async Task Processes_that_start_at_once_on_an_empty_database_end_with_one_key()
    {
        await using var database = await EmptyAsync();

        var keys = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => OpenAsync(database, Root)));

        keys.Select(key => key.Id).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Of_machines_that_start_at_once_on_an_empty_database_one_has_the_key_and_the_others_are_told_to_take_it()
    {
        await using var database = await EmptyAsync();
        var folders = Enumerable.Range(0, 3).Select(_ => new TempFolder()).ToList();

        var starts = await Task.WhenAll(folders.Select(async folder =>
        {
            try
            {
                return (await OpenAsync(database, DataRoot.At(folder.Path))).Id;
            }
            catch (StartupException e)
            {
                return e.Message;
            }
        }));

        starts.Count(start => start.Contains("a further machine takes it from the first", StringComparison.Ordinal)).ShouldBe(2);
        folders.Count(folder => File.Exists(folder["master.key"])).ShouldBe(1);
        folders.ForEach(folder => folder.Dispose());
    }

    [Fact]
    public async Task Where_the_key_of_a_sealed_database_is_missing_the_start_is_refused_and_no_new_key_is_made()
    {
        await using var database = await EmptyAsync();
        var made = await OpenAsync(database, Root);
        File.Delete(_folder["master.key"]);

        var refusal = await Should.ThrowAsync<StartupException>(() => OpenAsync(database, Root));

        refusal.Message.ShouldContain(made.Id);
        refusal.Message.ShouldContain("ALICERCE_MASTER_KEY");
        refusal.Message.ShouldContain("alicerce-server restore");
        File.Exists(_folder["master.key"]).ShouldBeFalse();
    }

    [Fact]
    public async Task Another_key_is_refused_and_never_told()
    {
        await using var database = await EmptyAsync();
        await OpenAsync(database, Root);
        var other = MasterKey.Create();

        var refusal = await Should.ThrowAsync<StartupException>(() => new MasterKeys(Root, other).OpenAsync(database.Address.AppConnectionString, Ct));

        refusal.Message.ShouldContain($"ALICERCE_MASTER_KEY holds another, '{other.Id}'");
        refusal.Message.ShouldNotContain(other.Reveal());
    }

    [Fact]
    public async Task A_log_without_a_recorded_key_gets_no_new_one()
    {
        await using var database = await EmptyAsync();
        await new AuditLog(AuditKey.Of(MasterKey.Create()), new HttpContextAccessor()).WriteAsync(database.Source, new AuditEntry("thing.changed", new AuditSubject("thing", null, null)), Ct);

        (await Should.ThrowAsync<StartupException>(() => OpenAsync(database, Root))).Message.ShouldContain("somebody emptied it");
        File.Exists(_folder["master.key"]).ShouldBeFalse();
    }

    [Fact]
    public async Task A_key_that_others_can_read_is_refused()
    {
        await using var database = await EmptyAsync();
        await OpenAsync(database, Root);
        File.SetUnixFileMode(_folder["master.key"], UnixFileMode.UserRead | UnixFileMode.OtherRead);

        (await Should.ThrowAsync<StartupException>(() => OpenAsync(database, Root))).Message.ShouldContain("chmod 600");
    }

    [Theory]
    [InlineData("")]
    [InlineData("c2hvcnQ=")]
    [InlineData("not base64 at all, and thirty-two")]
    [InlineData("dGhlIG1hc3RlciBrZXkgb2YgdGVzdHMsIDMyIGJ5dGVzIGFuZCBtb3Jl")]
    public void A_text_that_is_no_key_is_none(string text) => MasterKey.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Keys_of_different_purposes_have_nothing_in_common()
    {
        var key = MasterKey.Create();

        key.Derive("audit log").ShouldNotBe(key.Derive("secrets"));
        key.Unwrap(key.Wrap([1, 2, 3], "one thing"), "one thing").ShouldBe([1, 2, 3]);
        key.Unwrap(key.Wrap([1, 2, 3], "one thing"), "another").ShouldBeNull();
        MasterKey.Create().Unwrap(key.Wrap([1, 2, 3], "one thing"), "one thing").ShouldBeNull();
    }

    private static Task<TestDatabase> EmptyAsync() => TestCluster.CreateDatabaseAsync([PlatformDb.ForMigrations], Ct);

    private static Task<MasterKey> OpenAsync(TestDatabase database, DataRoot root) => new MasterKeys(root, null).OpenAsync(database.Address.AppConnectionString, Ct);
}
