using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Alicerce.Bench;

/// <summary>hnswlib (Debian's libhnswlib-dev), compiled for this machine, in a process of its own that answers when it is asked.</summary>
internal sealed class Hnswlib : IDisposable
{
    private readonly string _folder;
    private readonly Process _process;

    private Hnswlib(string folder, Process process) => (_folder, _process) = (folder, process);

    public double BuildSeconds { get; private set; }

    public double Megabytes { get; private set; }

    /// <summary>Compiles it and builds its index of the same vectors; null, with the reason printed, where it is not installed.</summary>
    public static async Task<Hnswlib?> BuildAsync(string folder, VectorMixture data, int m, int efConstruction)
    {
        var program = Path.Combine(folder, "hnswlib");
        var compiled = await Measured.RunAsync("g++", "-O3", "-march=native", "-std=c++17", "-o", program, Path.Combine(Workplace.Root, "bench/competitors/hnswlib/main.cpp"));
        if (compiled.ExitCode != 0)
        {
            Console.WriteLine($"hnswlib is left out: apt-get install g++ libhnswlib-dev. {compiled.Output.Trim()}");
            return null;
        }

        var file = Path.Combine(folder, "vectors");
        await using (var stream = File.Create(file))
        {
            stream.Write(MemoryMarshal.AsBytes<int>([data.Count, data.QueryCount, VectorMixture.Dimensions]));
            stream.Write(MemoryMarshal.AsBytes(data.Queries.AsSpan()));
            stream.Write(MemoryMarshal.AsBytes(data.Vectors.AsSpan()));
        }

        var process = Process.Start(new ProcessStartInfo(program, [file, $"{m}", $"{efConstruction}"]) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false })!;
        var library = new Hnswlib(folder, process);
        var built = (await library.ReadAsync()).Split(' ');
        library.BuildSeconds = double.Parse(built[0], CultureInfo.InvariantCulture);
        library.Megabytes = double.Parse(built[1], CultureInfo.InvariantCulture);
        return library;
    }

    /// <summary>Asks all questions once; gives the seconds it took and the ids of the ten nearest of each.</summary>
    public async Task<(double Seconds, int[] Found)> SearchAsync(int ef)
    {
        var file = Path.Combine(_folder, "found");
        await _process.StandardInput.WriteLineAsync($"{ef} {file}");
        await _process.StandardInput.FlushAsync();
        var seconds = double.Parse(await ReadAsync(), CultureInfo.InvariantCulture);
        return (seconds, MemoryMarshal.Cast<byte, int>(await File.ReadAllBytesAsync(file)).ToArray());
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(5_000)) _process.Kill();
        _process.Dispose();
    }

    private async Task<string> ReadAsync() => await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("hnswlib ended before its answer");
}
