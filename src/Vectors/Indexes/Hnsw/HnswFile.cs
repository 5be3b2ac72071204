using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Alicerce.Vectors.Indexes.Rows;

namespace Alicerce.Vectors.Indexes.Hnsw;

/// <summary>
/// The file of an index: a header, ids, layers, vectors, neighbours, and the SHA-256 of all of it. Nothing of a file is believed: its size is compared with what it
/// says of itself before memory is taken, and every neighbour is a slot that exists on that layer.
/// </summary>
internal static unsafe class HnswFile
{
    private const int Version = 1;
    private const int MaxModelBytes = 1024;
    private static readonly byte[] s_magic = "ALICHNSW"u8.ToArray();

    public static void Write(string path, HnswState state, HnswOptions options, IndexStamp stamp)
    {
        var model = Encoding.UTF8.GetBytes(stamp.Model);
        if (model.Length > MaxModelBytes) throw new ArgumentException($"The model's name has {model.Length} bytes; {MaxModelBytes} are allowed.", nameof(stamp));
        var part = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            using (var file = new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16))
            {
                using var sha = SHA256.Create();
                using (var hashed = new CryptoStream(file, sha, CryptoStreamMode.Write, leaveOpen: true))
                using (var writer = new BinaryWriter(hashed))
                {
                    WriteHeader(writer, state, options, stamp.LastChange, model);
                    WriteRows(writer, state.Rows.View, state.Rows.Layout.Dimensions);
                    WriteGraph(writer, state.Rows.View.Count, state.Graph);
                }

                file.Write(sha.Hash!);
                file.Flush(flushToDisk: true);
            }

            File.Move(part, path, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }
    }

    public static (HnswIndex Index, IndexStamp Stamp) Read(string path, RowLayout layout)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        try
        {
            CheckSum(file);
            using var reader = new BinaryReader(file);
            return ReadAll(reader, file.Length, layout);
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException)
        {
            throw new InvalidDataException($"The index file {path} cannot be used: {exception.Message} Delete it: the index is built anew from the stored vectors.", exception);
        }
    }

    private static void WriteHeader(BinaryWriter writer, HnswState state, HnswOptions options, long lastChange, byte[] model)
    {
        writer.Write(s_magic);
        writer.Write(Version);
        foreach (var number in (int[])[state.Rows.Layout.Dimensions, state.Rows.View.Count, options.M, options.EfConstruction, options.EfSearch]) writer.Write(number);
        writer.Write(options.Seed);
        writer.Write(lastChange);
        writer.Write(model.Length);
        writer.Write(model);
    }

    private static void WriteRows(BinaryWriter writer, RowsView rows, int dimensions)
    {
        for (var slot = 0; slot < rows.Count; slot++) writer.Write(rows.Id(slot));
        for (var slot = 0; slot < rows.Count; slot++) writer.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<float>(rows.Vector(slot), dimensions)));
    }

    private static void WriteGraph(BinaryWriter writer, int count, HnswGraph graph)
    {
        for (var slot = 0; slot < count; slot++) writer.Write((byte)graph.Layer(slot));
        for (var slot = 0; slot < count; slot++)
        {
            for (var layer = 0; layer <= graph.Layer(slot); layer++)
            {
                var neighbours = graph.Neighbours(slot, layer);
                writer.Write(neighbours.Length);
                writer.Write(MemoryMarshal.AsBytes(neighbours));
            }
        }
    }

    private static void CheckSum(FileStream file)
    {
        var length = file.Length - SHA256.HashSizeInBytes;
        if (length < 0) throw new InvalidDataException("it is cut short.");
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        for (var left = length; left > 0;)
        {
            var read = file.Read(buffer, 0, (int)Math.Min(left, buffer.Length));
            if (read == 0) throw new InvalidDataException("it was cut short while it was read.");
            sha.AppendData(buffer, 0, read);
            left -= read;
        }

        file.ReadExactly(buffer, 0, SHA256.HashSizeInBytes);
        if (!sha.GetHashAndReset().AsSpan().SequenceEqual(buffer.AsSpan(0, SHA256.HashSizeInBytes))) throw new InvalidDataException("it is damaged or cut short (its checksum is another).");
        file.Position = 0;
    }

    private static (HnswIndex Index, IndexStamp Stamp) ReadAll(BinaryReader reader, long length, RowLayout layout)
    {
        if (!reader.ReadBytes(s_magic.Length).AsSpan().SequenceEqual(s_magic)) throw new InvalidDataException("it is no index file.");
        var version = reader.ReadInt32();
        if (version != Version) throw new InvalidDataException($"it is of version {version}, and this program reads {Version}.");
        var dimensions = reader.ReadInt32();
        if (dimensions != layout.Dimensions) throw new InvalidDataException($"its vectors have {dimensions} numbers, and {layout.Dimensions} are wanted.");
        var count = reader.ReadInt32();
        // An id, a vector, a layer and one list of neighbours each.
        if (count < 0 || count * ((4L * dimensions) + 4 + 1 + 4) > length) throw new InvalidDataException($"it claims to hold {count} vectors, which do not fit its size.");
        var options = new HnswOptions { M = reader.ReadInt32(), EfConstruction = reader.ReadInt32(), EfSearch = reader.ReadInt32(), Seed = reader.ReadUInt64() };
        if (!options.IsValid) throw new InvalidDataException($"its parameters are out of range: {options}.");
        var lastChange = reader.ReadInt64();
        var modelLength = reader.ReadInt32();
        if (modelLength is < 0 or > MaxModelBytes) throw new InvalidDataException($"its model's name would have {modelLength} bytes.");
        var stamp = new IndexStamp(Encoding.UTF8.GetString(reader.ReadBytes(modelLength)), lastChange);
        var state = new HnswState(layout, options);
        ReadRows(reader, count, state.Rows);
        ReadGraph(reader, count, state.Graph);
        return (new HnswIndex(layout, options, state), stamp);
    }

    private static void ReadRows(BinaryReader reader, int count, VectorRows rows)
    {
        var ids = new int[count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(ids.AsSpan()));
        var vector = new float[rows.Layout.Dimensions];
        foreach (var id in ids)
        {
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(vector.AsSpan()));
            foreach (var value in vector)
                if (!(Math.Abs(value) <= 1.001f)) throw new InvalidDataException($"the vector of {id} is not of length 1.");
            rows.Write(id, vector);
            if (rows.Publish() is not null) throw new InvalidDataException($"it has two vectors of {id}.");
        }
    }

    private static void ReadGraph(BinaryReader reader, int count, HnswGraph graph)
    {
        var layers = reader.ReadBytes(count);
        if (layers.Length < count) throw new InvalidDataException("it is cut short.");
        for (var slot = 0; slot < count; slot++)
        {
            if (layers[slot] > HnswGraph.MaxLayer) throw new InvalidDataException($"it has a layer {layers[slot]}.");
            graph.Add(slot, layers[slot]);
        }

        for (var slot = 0; slot < count; slot++)
        {
            for (var layer = 0; layer <= layers[slot]; layer++)
            {
                var neighbours = new int[ReadCount(reader, graph.MaxNeighbours(layer))];
                reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(neighbours.AsSpan()));
                foreach (var neighbour in neighbours)
                    if ((uint)neighbour >= (uint)count || layers[neighbour] < layer) throw new InvalidDataException($"it has a neighbour {neighbour} that is not there.");
                graph.SetNeighbours(slot, layer, neighbours);
            }

            graph.Enter(slot);
        }
    }

    private static int ReadCount(BinaryReader reader, int most)
    {
        var count = reader.ReadInt32();
        return count >= 0 && count <= most ? count : throw new InvalidDataException($"it has {count} neighbours where {most} are possible.");
    }
}
