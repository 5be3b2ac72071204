using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Alicerce.Harness;
using Microsoft.AspNetCore.Http;

namespace Alicerce.Cli.Tests.Models;

public sealed class ModelsCommandTests : IAsyncLifetime
{
    private const int Cut = 30_000;
    private readonly TempFolder _folder = new();
    private ModelHost _host = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string To => _folder["models"];

    private string Target => Path.Combine(To, ModelHost.Model);

    private string Staging => Path.Combine(To, $".{ModelHost.Model}.part");

    public async ValueTask InitializeAsync() => _host = await ModelHost.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_model_is_fetched_verified_read_and_only_then_there()
    {
        var pull = await PullAsync();
        pull.ExitCode.ShouldBe(0, pull.Errors);
        pull.Output.ShouldContain($"{Target}: {ModelHost.Model}@");
        pull.Output.ShouldContain("32 dimensions");
        pull.Errors.ShouldContain($"{ModelHost.Weights}: 0.1 MB fetched and verified, ");
        ShouldBeInstalled();
        var requests = _host.Requests.Count;

        var again = await PullAsync();
        (again.ExitCode, _host.Requests.Count).ShouldBe((0, requests));
        again.Output.ShouldContain("is there already and as the manifest says");
        (await CommandLineProcess.RunAsync("models", "list", "--to", To)).Output.ShouldStartWith($"In {To}: {ModelHost.Model}.");
    }

    [Fact]
    public async Task A_newer_manifest_replaces_the_model_and_leaves_nothing_of_the_old_one()
    {
        (await PullAsync()).ExitCode.ShouldBe(0);
        _host.Files.Remove("sentence_bert_config.json");
        _host.Files["1_Pooling/config.json"] = Encoding.UTF8.GetBytes("""{"pooling_mode_cls_token": true}""");
        var pull = await PullAsync();
        pull.ExitCode.ShouldBe(0, pull.Errors);
        ShouldBeInstalled();
    }

    [Fact]
    public async Task What_a_lost_connection_left_is_not_fetched_again()
    {
        _host.Misbehave = (context, path, count) => path == ModelHost.Weights && count <= 2 ? SendStartAsync(context, (count * Cut) - (int)_host.Requests.Last().From, andThen: context.Abort) : Task.FromResult(false);
        var pull = await PullAsync();
        pull.ExitCode.ShouldBe(0, pull.Errors);
        _host.Requests.Where(request => request.Path == ModelHost.Weights).Select(request => request.From).ShouldBe([0, Cut, 2 * Cut]);
        ShouldBeInstalled();
    }

    [Fact]
    public async Task What_a_killed_process_left_is_not_fetched_again()
    {
        _host.Misbehave = (context, path, count) => path == ModelHost.Weights && count == 1 ? SendStartAsync(context, Cut, andThen: () => { }, andHang: true) : Task.FromResult(false);
        using (var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "alicerce.dll"), .. Arguments()]) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false })!)
        {
            var part = Path.Combine(Staging, $"{ModelHost.Weights}.part");
            await Eventually.BecomesTrueAsync(() => File.Exists(part) && new FileInfo(part).Length == Cut, "the first part of the weights", Ct);
            process.Kill();
            await process.WaitForExitAsync(Ct);
        }

        Directory.Exists(Target).ShouldBeFalse();
        var pull = await PullAsync();
        pull.ExitCode.ShouldBe(0, pull.Errors);
        pull.Errors.ShouldContain($"{ModelHost.Weights}: goes on at 0.0 MB of 0.1 MB");
        _host.Requests.Where(request => request.Path == ModelHost.Weights).Select(request => request.From).ShouldBe([0, Cut]);
        _host.Requests.Count(request => request.Path == "config.json").ShouldBe(1);
        ShouldBeInstalled();
    }

    [Fact]
    public async Task A_service_that_knows_no_ranges_and_a_part_of_another_file_begin_anew()
    {
        Leave(Encoding.UTF8.GetBytes(new string('x', Cut)));
        var pull = await PullAsync();
        pull.ExitCode.ShouldBe(0, pull.Errors);
        _host.Requests.Where(request => request.Path == ModelHost.Weights).Select(request => request.From).ShouldBe([Cut, 0]);
        Directory.Delete(Target, recursive: true);

        _host.KnowsRanges = false;
        Leave(_host.Files[ModelHost.Weights][..Cut]);
        (await PullAsync()).ExitCode.ShouldBe(0);
        ShouldBeInstalled();
    }

    [Fact]
    public async Task A_file_with_another_hash_is_thrown_away()
    {
        _host.WriteManifest(_folder);
        _host.Files[ModelHost.Weights][^1] ^= 1;
        var pull = await PullAsync(writeManifest: false);
        pull.ExitCode.ShouldBe(1);
        pull.Errors.ShouldContain($"{ModelHost.Weights} has the SHA-256 {Convert.ToHexStringLower(SHA256.HashData(_host.Files[ModelHost.Weights]))}, and the manifest says");
        pull.Errors.ShouldContain("nothing was installed");
        Directory.Exists(Target).ShouldBeFalse();
        Directory.EnumerateFiles(Staging, $"{ModelHost.Weights}*").ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task A_file_of_another_size_is_left_before_it_fills_the_disk(int withLength)
    {
        _host.WriteManifest(_folder);
        _host.Files[ModelHost.Weights] = [.. _host.Files[ModelHost.Weights], 0, 0];
        if (withLength < 0) _host.Misbehave = async (context, path, _) =>
        {
            if (path != ModelHost.Weights) return false;
            await context.Response.Body.WriteAsync(_host.Files[path], context.RequestAborted);
            return true;
        };
        var pull = await PullAsync(writeManifest: false);
        pull.ExitCode.ShouldBe(1);
        pull.Errors.ShouldContain(withLength < 0 ? "has more than the" : "has 80,682 bytes, and the manifest says 80,680");
        Directory.Exists(Target).ShouldBeFalse();
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_told_at_once_and_a_busy_service_is_asked_again()
    {
        _host.Misbehave = (context, path, count) =>
        {
            if (path == "config.json" && count == 1) context.Response.StatusCode = 503;
            if (path == ModelHost.Weights) context.Response.StatusCode = 404;
            return Task.FromResult(context.Response.StatusCode != 200);
        };
        var pull = await PullAsync();
        pull.ExitCode.ShouldBe(1);
        pull.Errors.ShouldContain($"/models/{ModelHost.Model}/{ModelHost.Weights} answered 404: is --from the address below which the model's files lie? What was fetched is kept");
        _host.Requests.Count(request => request.Path == "config.json").ShouldBe(2);
        _host.Requests.Count(request => request.Path == ModelHost.Weights).ShouldBe(1);
        Directory.Exists(Target).ShouldBeFalse();
    }

    [Fact]
    public async Task A_full_disk_is_told_and_nothing_is_installed()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "/dev/full is Linux's");
        Directory.CreateDirectory(Staging);
        File.CreateSymbolicLink(Path.Combine(Staging, $"{ModelHost.Weights}.part"), "/dev/full");
        var pull = await PullAsync();
        pull.ExitCode.ShouldBe(1);
        pull.Errors.ShouldContain($"'{To}' cannot be written: No space left on device");
        Directory.Exists(Target).ShouldBeFalse();
    }

    [Fact]
    public async Task Nothing_is_fetched_that_nobody_vouches_for()
    {
        string[] arguments = ["models", "pull", ModelHost.Model, "--from", _host.From, "--to", To];
        var unpinned = await CommandLineProcess.RunAsync(arguments);
        unpinned.ExitCode.ShouldBe(2);
        unpinned.Errors.ShouldContain($"No hashes of {ModelHost.Model} are pinned in Alicerce: give --manifest FILE, or --sha256 HEX");
        _host.Requests.ShouldBeEmpty();

        var wrong = await CommandLineProcess.RunAsync([.. arguments, "--sha256", new string('0', 64)]);
        wrong.ExitCode.ShouldBe(1);
        wrong.Errors.ShouldContain("manifest.json has the SHA-256");
        _host.Requests.Select(request => request.Path).ShouldBe(["manifest.json"]);

        var right = await CommandLineProcess.RunWithAsync(new Dictionary<string, string> { ["ALICERCE_MODELS_URL"] = _host.From }, "models", "pull", ModelHost.Model, "--to", To, "--sha256", Convert.ToHexString(SHA256.HashData(_host.Manifest())));
        right.ExitCode.ShouldBe(0, right.Errors);
        ShouldBeInstalled();
    }

    [Fact]
    public async Task A_model_that_cannot_be_used_is_refused_by_name_or_before_it_is_installed()
    {
        var known = await CommandLineProcess.RunAsync("models", "pull", "paraphrase-multilingual-MiniLM-L12-v2", "--from", _host.From, "--to", To);
        known.ExitCode.ShouldBe(2);
        known.Errors.ShouldContain("its tokenizer is of the Unigram kind, which is not supported yet");

        _host.Files["tokenizer.json"] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(_host.Files["tokenizer.json"]).Replace("\"WordPiece\"", "\"Unigram\"", StringComparison.Ordinal));
        var other = await PullAsync();
        other.ExitCode.ShouldBe(1);
        other.Errors.ShouldContain("holds a tokenizer of the type Unigram; only WordPiece is supported yet");
        Directory.Exists(Target).ShouldBeFalse();
    }

    [Theory]
    [InlineData("{", "is not a manifest of a model")]
    [InlineData("""{"name":"tiny-float32","files":[]}""", "has to list 1 to 64 files")]
    [InlineData("""{"name":"other","files":[{"path":"a","sha256":"HASH","size":1}]}""", "is of the model 'other'")]
    [InlineData("""{"name":"tiny-float32","files":[{"path":"../a","sha256":"HASH","size":1}]}""", "the entry '../a' needs")]
    [InlineData("""{"name":"tiny-float32","files":[{"path":"a/../../b","sha256":"HASH","size":1}]}""", "the entry 'a/../../b' needs")]
    [InlineData("""{"name":"tiny-float32","files":[{"path":"/etc/a","sha256":"HASH","size":1}]}""", "the entry '/etc/a' needs")]
    [InlineData("""{"name":"tiny-float32","files":[{"path":"a","sha256":"12","size":1}]}""", "the entry 'a' needs")]
    [InlineData("""{"name":"tiny-float32","files":[{"path":"a","sha256":"HASH","size":-1}]}""", "the entry 'a' needs")]
    [InlineData("""{"name":"tiny-float32","files":[null]}""", "the entry '' needs")]
    [InlineData("""{"name":"tiny-float32","files":[{"path":"a","sha256":"HASH","size":1},{"path":"A","sha256":"HASH","size":1}]}""", "lists a file twice")]
    public void A_manifest_that_could_do_harm_is_refused(string manifest, string message) =>
        Should.Throw<UserError>(() => Cli.Models.ModelManifest.Read(Encoding.UTF8.GetBytes(manifest.Replace("HASH", new string('a', 64), StringComparison.Ordinal)), ModelHost.Model, "the manifest", null)).Message.ShouldContain(message);

    [Fact]
    public async Task A_redirect_is_followed_but_never_to_a_private_address_that_nobody_named()
    {
        _host.Misbehave = (context, path, _) =>
        {
            if (path != "config.json") return Task.FromResult(false);
            context.Response.Redirect("http://127.0.0.1:1/config.json?signature=1234");
            return Task.FromResult(true);
        };
        var refused = await PullAsync();
        refused.ExitCode.ShouldBe(1);
        refused.Errors.ShouldContain("loopback addresses are closed unless listed");
        refused.Errors.ShouldNotContain("signature");

        _host.Misbehave = (context, path, count) =>
        {
            if (path != "config.json" || count > 2) return Task.FromResult(false);
            context.Response.Redirect(context.Request.Path);
            return Task.FromResult(true);
        };
        (await PullAsync()).ExitCode.ShouldBe(0);
        ShouldBeInstalled();
    }

    [Fact]
    public async Task Two_at_a_time_do_not_write_over_each_other()
    {
        Directory.CreateDirectory(Staging);
        await using var other = new FileStream(Path.Combine(Staging, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        var pull = await PullAsync();
        pull.ExitCode.ShouldBe(1);
        pull.Errors.ShouldContain("is in use: another 'alicerce models pull tiny-float32' is at work");
    }

    private async Task<bool> SendStartAsync(HttpContext context, int bytes, Action andThen, bool andHang = false)
    {
        var from = (int)_host.Requests.Last().From;
        var file = _host.Files[ModelHost.Weights];
        if (from > 0)
        {
            context.Response.StatusCode = 206;
            context.Response.Headers.ContentRange = $"bytes {from}-{file.Length - 1}/{file.Length}";
        }

        context.Response.ContentLength = file.Length - from;
        await context.Response.Body.WriteAsync(file.AsMemory(from, bytes), context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        if (andHang) await Task.Delay(Timeout.Infinite, context.RequestAborted);
        // What is on its way is read before the connection is closed.
        await Eventually.BecomesTrueAsync(() => new FileInfo(Path.Combine(Staging, $"{ModelHost.Weights}.part")).Length == from + bytes, "the part that was sent", context.RequestAborted);
        andThen();
        return true;
    }

    private void Leave(byte[] part)
    {
        Directory.CreateDirectory(Staging);
        File.WriteAllBytes(Path.Combine(Staging, $"{ModelHost.Weights}.part"), part);
    }

    private string[] Arguments(bool writeManifest = true)
    {
        if (writeManifest) _host.WriteManifest(_folder);
        return ["models", "pull", ModelHost.Model, "--from", _host.From, "--to", To, "--manifest", _folder["manifest.json"]];
    }

    private Task<CommandLineProcess> PullAsync(bool writeManifest = true) => CommandLineProcess.RunAsync(Arguments(writeManifest));

    private void ShouldBeInstalled()
    {
        Directory.EnumerateFiles(Target, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Target, path)).Order().ShouldBe(_host.Files.Keys.Order());
        foreach (var (path, bytes) in _host.Files) File.ReadAllBytes(Path.Combine(Target, path)).ShouldBe(bytes);
        Directory.EnumerateFileSystemEntries(To).ShouldBe([Target]);
    }
}
