using System.Security.Cryptography;
using Alicerce.Harness;
using Alicerce.Platform.Backups;
using Alicerce.Platform.Data;

namespace Alicerce.Platform.Tests.Backups;

/// <summary>A backup file opens whole, with its own recovery key, or not at all (ADR 0022).</summary>
public sealed class BackupFileTests : IDisposable
{
    private const int ManifestEnd = 18 + 8 + 91 + BackupCipher.ChunkLength + BackupCipher.TagLength;
    private readonly RecoveryKey _recovery = RecoveryKey.Create();
    private readonly BackupManifest _manifest = new(BackupManifest.ThisFormat, DateTimeOffset.UnixEpoch, "1.0.0", 17, "the key of all keys", 7, "ab");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _recovery.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(BackupCipher.ChunkLength - 1)]
    [InlineData(BackupCipher.ChunkLength)]
    [InlineData(BackupCipher.ChunkLength + 1)]
    [InlineData((3 * BackupCipher.ChunkLength) + 17)]
    public async Task What_was_written_is_read(int length)
    {
        var content = RandomNumberGenerator.GetBytes(length);
        using var file = await WriteAsync(content);

        using var opened = RecoveryKey.ReadPrivate(_recovery.RevealPrivate());
        (await BackupReader.CheckAsync(file, opened, Ct)).ShouldBe(_manifest);
        (await ReadAsync(file)).ShouldBe(content);
    }

    [Fact]
    public async Task Neither_the_content_nor_the_master_key_can_be_read_in_the_file()
    {
        using var file = await WriteAsync(new byte[200_000]);

        var text = System.Text.Encoding.Latin1.GetString(file.ToArray());

        text.ShouldNotContain(_manifest.MasterKey);
        text.ShouldNotContain(new string('\0', 32));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(40)]
    [InlineData(100)]
    [InlineData(117)]
    [InlineData(1000)]
    [InlineData(ManifestEnd + 5)]
    [InlineData(-1)]
    [InlineData(-17)]
    public async Task A_bit_that_flips_anywhere_is_found_before_anything_is_restored(int place)
    {
        using var file = await WriteAsync(RandomNumberGenerator.GetBytes((2 * BackupCipher.ChunkLength) + 5));
        var bytes = file.ToArray();
        bytes[place < 0 ? bytes.Length + place : place] ^= 1;

        await Should.ThrowAsync<StartupException>(() => BackupReader.CheckAsync(new MemoryStream(bytes), _recovery, Ct));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(50)]
    [InlineData(ManifestEnd)]
    [InlineData(ManifestEnd + BackupCipher.ChunkLength + BackupCipher.TagLength)]
    [InlineData(-1)]
    public async Task A_file_that_was_cut_off_is_found_also_between_two_chunks(int length)
    {
        using var file = await WriteAsync(RandomNumberGenerator.GetBytes((2 * BackupCipher.ChunkLength) + 5));
        var bytes = file.ToArray();

        await Should.ThrowAsync<StartupException>(() => BackupReader.CheckAsync(new MemoryStream(bytes[..(length < 0 ? bytes.Length + length : length)]), _recovery, Ct));
    }

    [Fact]
    public async Task Chunks_that_were_exchanged_left_out_or_added_are_found()
    {
        using var file = await WriteAsync(RandomNumberGenerator.GetBytes(4 * BackupCipher.ChunkLength));
        var bytes = file.ToArray();
        const int Chunk = BackupCipher.ChunkLength + BackupCipher.TagLength;
        var (first, second) = (bytes[ManifestEnd..(ManifestEnd + Chunk)], bytes[(ManifestEnd + Chunk)..(ManifestEnd + (2 * Chunk))]);
        byte[][] wrong =
        [
            [.. bytes[..ManifestEnd], .. second, .. first, .. bytes[(ManifestEnd + (2 * Chunk))..]],
            [.. bytes[..ManifestEnd], .. second, .. bytes[(ManifestEnd + (2 * Chunk))..]],
            [.. bytes, .. bytes[^Chunk..]],
            [.. bytes, 0],
        ];

        foreach (var one in wrong) await Should.ThrowAsync<StartupException>(() => BackupReader.CheckAsync(new MemoryStream(one), _recovery, Ct));
    }

    [Fact]
    public async Task Another_recovery_key_is_told_as_such()
    {
        using var file = await WriteAsync([1, 2, 3]);
        using var other = RecoveryKey.Create();

        (await Should.ThrowAsync<StartupException>(() => BackupReader.CheckAsync(file, other, Ct))).Message.ShouldContain($"made for the recovery key '{_recovery.Id}', and the one given is '{other.Id}'");
    }

    [Fact]
    public void A_slip_of_the_pen_in_the_recovery_key_is_found_and_the_key_is_never_repeated()
    {
        var text = _recovery.RevealPrivate();
        text.Length.ShouldBe(54);
        var wrong = text[..20] + (text[20] == 'a' ? 'b' : 'a') + text[21..];

        foreach (var one in new[] { wrong, text[..^1], text[6..], "", "alcr1-" }) Should.Throw<StartupException>(() => RecoveryKey.ReadPrivate(one)).Message.ShouldNotContain(wrong[6..]);
    }

    [Fact]
    public void Only_the_public_half_is_kept()
    {
        using var folder = new TempFolder();
        var root = DataRoot.At(folder.Path);

        _recovery.KeepPublicHalf(root);

        using var kept = RecoveryKey.ReadPublic(root);
        kept.Id.ShouldBe(_recovery.Id);
        Should.Throw<CryptographicException>(kept.RevealPrivate);
    }

    private async Task<MemoryStream> WriteAsync(byte[] content)
    {
        var file = new MemoryStream();
        using var cipher = BackupCipher.Begin(file, _recovery);
        var writer = new BackupWriter(file, cipher);
        await writer.WriteAsync(_manifest.ToChunk(), Ct);
        await writer.CopyFromAsync(new MemoryStream(content), Ct);
        await writer.CompleteAsync(Ct);
        return file;
    }

    private async Task<byte[]> ReadAsync(Stream file)
    {
        using var reader = await BackupReader.OpenAsync(file, _recovery, Ct);
        await reader.ReadManifestAsync(Ct);
        var content = new MemoryStream();
        while (await reader.NextAsync(Ct) is { } chunk) await content.WriteAsync(chunk, Ct);
        return content.ToArray();
    }
}
