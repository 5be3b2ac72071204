using System.Buffers;
using System.Buffers.Binary;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Alicerce.Vectors.Embedding.Bert.Files;

/// <summary>
/// Reads tensors of float32 and float16 straight to where they are needed. It is read and not mapped: a mapped file that somebody cuts off
/// would end the process.
/// </summary>
internal sealed class SafetensorsFile : IDisposable
{
    private const int HalvesAtOnce = 32 * 1024;

    private readonly string _path;
    private readonly SafeFileHandle _file;
    private readonly IReadOnlyDictionary<string, TensorPlace> _tensors;

    private SafetensorsFile(string path, SafeFileHandle file, IReadOnlyDictionary<string, TensorPlace> tensors) => (_path, _file, _tensors) = (path, file, tensors);

    public static SafetensorsFile Open(string path)
    {
        SafeFileHandle? file = null;
        try
        {
            file = File.OpenHandle(path);
            var size = RandomAccess.GetLength(file);
            if (size < SafetensorsHeader.LengthBytes) throw new ModelFileException(path, "is not a safetensors file: it has less than eight bytes.");
            var stated = new byte[SafetensorsHeader.LengthBytes];
            Fill(path, file, 0, stated);
            var header = new byte[SafetensorsHeader.LengthOf(path, BinaryPrimitives.ReadUInt64LittleEndian(stated), size)];
            Fill(path, file, SafetensorsHeader.LengthBytes, header);
            return new SafetensorsFile(path, file, SafetensorsHeader.Parse(path, header, size));
        }
        catch (Exception e)
        {
            file?.Dispose();
            if (e is IOException or UnauthorizedAccessException) throw new ModelFileException(path, $"cannot be read: {e.Message}", e);
            throw;
        }
    }

    public bool Has(string name) => _tensors.ContainsKey(name);

    /// <summary>The file has a tensor of that name and shape that can be read: asked before memory is taken for it.</summary>
    public void Require(string name, params ReadOnlySpan<int> shape) => Find(name, shape);

    /// <summary>The whole tensor, which has to have exactly that shape.</summary>
    public void Read(string name, ReadOnlySpan<int> shape, Span<float> destination) => ReadFrom(Find(name, shape), name, 0, destination);

    /// <summary>Some rows of a matrix, which has to have exactly that shape.</summary>
    public void ReadRows(string name, int rows, int columns, int firstRow, Span<float> destination) =>
        ReadFrom(Find(name, [rows, columns]), name, (long)firstRow * columns, destination);

    public void Dispose() => _file.Dispose();

    private TensorPlace Find(string name, ReadOnlySpan<int> shape)
    {
        if (!_tensors.TryGetValue(name, out var place)) throw new ModelFileException(_path, $"the tensor '{name}' is missing; is this an encoder of the BERT kind, and does it belong to its config.json?");
        if (place.Type is not ("F32" or "F16")) throw new ModelFileException(_path, $"the tensor '{name}' is of the type {place.Type}; float32 (F32) and float16 (F16) are read: convert the model.");
        var fits = place.Shape.Length == shape.Length;
        for (var i = 0; fits && i < shape.Length; i++) fits = place.Shape[i] == shape[i];
        if (!fits) throw new ModelFileException(_path, $"the tensor '{name}' has the shape {place.ShapeText}, and config.json asks for [{string.Join(", ", shape.ToArray())}].");
        return place;
    }

    private void ReadFrom(TensorPlace place, string name, long firstValue, Span<float> destination)
    {
        if (place.Type == "F32") Fill(_path, _file, place.Begin + (firstValue * sizeof(float)), MemoryMarshal.AsBytes(destination));
        else ReadHalves(place.Begin + (firstValue * sizeof(ushort)), destination);
        if (!TensorPrimitives.IsFiniteAll<float>(destination)) throw new ModelFileException(_path, $"the tensor '{name}' has values that are no numbers; fetch the model again.");
    }

    private void ReadHalves(long position, Span<float> destination)
    {
        var buffer = ArrayPool<Half>.Shared.Rent(Math.Min(HalvesAtOnce, destination.Length));
        try
        {
            for (var done = 0; done < destination.Length;)
            {
                var part = buffer.AsSpan(0, Math.Min(buffer.Length, destination.Length - done));
                Fill(_path, _file, position + ((long)done * sizeof(ushort)), MemoryMarshal.AsBytes(part));
                TensorPrimitives.ConvertToSingle(part, destination[done..]);
                done += part.Length;
            }
        }
        finally
        {
            ArrayPool<Half>.Shared.Return(buffer);
        }
    }

    private static void Fill(string path, SafeFileHandle file, long position, Span<byte> destination)
    {
        while (destination.Length > 0)
        {
            var read = RandomAccess.Read(file, destination, position);
            if (read == 0) throw new ModelFileException(path, "ended while it was read; fetch the model again.");
            position += read;
            destination = destination[read..];
        }
    }
}
