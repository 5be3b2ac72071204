using System.Buffers.Binary;
using System.Text;
using Alicerce.Harness;
using Alicerce.Harness.Fuzzing;
using Alicerce.Vectors.Embedding.Bert.Files;

namespace Alicerce.Vectors.Tests.Bert;

public sealed class SafetensorsFileTests : IDisposable
{
    private const string Sound = """{"__metadata__":{"format":"pt"},"a":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]},"h":{"dtype":"F16","shape":[3],"data_offsets":[16,22]}}""";
    private readonly TempFolder _folder = new();

    private string FilePath => _folder["model.safetensors"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Float32_and_float16_are_read_whole_and_by_rows()
    {
        var data = new byte[22];
        for (var i = 0; i < 4; i++) BinaryPrimitives.WriteSingleLittleEndian(data.AsSpan(i * 4), i + 0.5f);
        for (var i = 0; i < 3; i++) BinaryPrimitives.WriteHalfLittleEndian(data.AsSpan(16 + (i * 2)), (Half)(i - 1.25f));
        Write(Sound, data);
        using var file = SafetensorsFile.Open(FilePath);
        var (row, halves) = (new float[2], new float[3]);
        file.ReadRows("a", 2, 2, 1, row);
        file.Read("h", [3], halves);
        row.ShouldBe([2.5f, 3.5f]);
        halves.ShouldBe([-1.25f, -0.25f, 0.75f]);
        file.Has("b").ShouldBeFalse();
    }

    [Theory]
    [InlineData("""{"a":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]},"b":{"dtype":"F32","shape":[2],"data_offsets":[12,20]}}""", 20, "'b' overlaps")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[2],"data_offsets":[12,20]}}""", 20, "'b' leaves a hole")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]}}""", 12, "cut off or damaged")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]}}""", 20, "cut off or damaged")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2,3],"data_offsets":[0,16]}}""", 16, "'a' of shape [2, 3] and type F32 cannot have 16 bytes")]
    [InlineData("""{"a":{"dtype":"F32","shape":[4611686018427387904,4611686018427387904,4],"data_offsets":[0,0]}}""", 0, "cannot have 0 bytes")]
    [InlineData("""{"a":{"dtype":"F32","shape":[-1,-4],"data_offsets":[0,16]}}""", 16, "shape is impossible")]
    [InlineData("""{"a":{"dtype":"F32","shape":[4],"data_offsets":[16,0]}}""", 16, "impossible")]
    [InlineData("""{"a":{"dtype":"F32","shape":[4],"data_offsets":[-16,0]}}""", 16, "impossible")]
    [InlineData("""{"a":{"dtype":"F32","shape":[4],"data_offsets":[9223372036854775800,9223372036854775807]}}""", 16, "impossible")]
    [InlineData("""{"a":{"dtype":"F32","shape":[4],"data_offsets":[0,16]},"a":{"dtype":"F32","shape":[4],"data_offsets":[0,16]}}""", 16, "header is damaged")]
    [InlineData("""{"a":{"dtype":"F32","shape":[4]}}""", 16, "header is damaged")]
    [InlineData("""{"a":7}""", 0, "header is damaged")]
    [InlineData("[1]", 0, "header is damaged")]
    [InlineData("{\"a\"", 0, "header is damaged")]
    public void A_damaged_header_is_refused_before_anything_is_read(string header, int dataBytes, string message)
    {
        Write(header, new byte[dataBytes]);
        var refusal = Should.Throw<ModelFileException>(() => SafetensorsFile.Open(FilePath));
        refusal.Message.ShouldStartWith(FilePath);
        refusal.Message.ShouldContain(message);
    }

    [Theory]
    [InlineData(0UL)]
    [InlineData(1_000UL)]
    [InlineData(0x8000_0000_0000_0000UL)]
    [InlineData(ulong.MaxValue)]
    public void A_length_that_the_file_cannot_have_allocates_nothing(ulong stated)
    {
        var bytes = new byte[64];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, stated);
        File.WriteAllBytes(FilePath, bytes);
        Should.Throw<ModelFileException>(() => SafetensorsFile.Open(FilePath)).Message.ShouldContain("is not a safetensors file");
    }

    [Fact]
    public void What_cannot_be_used_is_told_with_the_names_of_tensor_and_file()
    {
        var data = new byte[22];
        BinaryPrimitives.WriteSingleLittleEndian(data, float.NaN);
        Write(Sound.Replace("F16", "BF16", StringComparison.Ordinal), data);
        using var file = SafetensorsFile.Open(FilePath);
        Message(() => file.Read("b", [3], new float[3])).ShouldStartWith($"{FilePath}: the tensor 'b' is missing");
        Message(() => file.Read("h", [3], new float[3])).ShouldBe($"{FilePath}: the tensor 'h' is of the type BF16; float32 (F32) and float16 (F16) are read: convert the model.");
        Message(() => file.Read("a", [4], new float[4])).ShouldBe($"{FilePath}: the tensor 'a' has the shape [2, 2], and config.json asks for [4].");
        Message(() => file.Read("a", [2, 2], new float[4])).ShouldContain("'a' has values that are no numbers");
    }

    [Fact]
    public void A_file_that_is_none_or_not_there_is_told_by_its_path()
    {
        Message(() => SafetensorsFile.Open(FilePath)).ShouldStartWith($"{FilePath}: cannot be read");
        File.WriteAllBytes(FilePath, [1, 2, 3]);
        Message(() => SafetensorsFile.Open(FilePath)).ShouldContain("less than eight bytes");
    }

    [Fact]
    public Task No_header_makes_the_reader_throw_anything_else_hang_or_swell() =>
        Fuzz.CheckAsync(new Mutator([Encoding.UTF8.GetBytes(Sound)], ["\"dtype\":", "\"shape\":", "\"data_offsets\":", "[0,16]", "[", "]", "{", "}", ",", "F32", "F16", "-1", "1e9", "9223372036854775807", "null", "\"a\"", "\\ud800", "\0"]), input =>
        {
            try
            {
                foreach (var (_, place) in SafetensorsHeader.Parse("f", input, SafetensorsHeader.LengthBytes + input.Length + 22))
                    (place.Begin >= 0 && place.Length >= 0 && place.Begin + place.Length <= SafetensorsHeader.LengthBytes + input.Length + 22).ShouldBeTrue();
            }
            catch (ModelFileException)
            {
                // The only answer that a damaged header has.
            }
        });

    private static string Message(Action action) => Should.Throw<ModelFileException>(action).Message;

    private void Write(string header, byte[] data)
    {
        var json = Encoding.UTF8.GetBytes(header);
        var length = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)json.Length);
        File.WriteAllBytes(FilePath, [.. length, .. json, .. data]);
    }
}
