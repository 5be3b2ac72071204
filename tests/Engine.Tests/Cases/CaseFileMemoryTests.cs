using Alicerce.Engine.Cases;
using Alicerce.Engine.Cases.Files;
using Alicerce.Engine.Files;

namespace Alicerce.Engine.Tests.Cases;

/// <summary>Measures the memory of the process, so nothing else may run beside it.</summary>
[CollectionDefinition(nameof(CaseFileMemoryTests), DisableParallelization = true)]
[Collection(nameof(CaseFileMemoryTests))]
public class CaseFileMemoryTests
{
    [Fact]
    public async Task Memory_holds_one_case_at_a_time()
    {
        var problems = new List<FileProblem>();
        long peak = 0, count = 0;
        long before = GC.GetTotalMemory(forceFullCollection: true);
        await foreach (TestCase _ in CaseFileReader.ReadAsync(new EndlessCases(20_000), "big.yaml", problems.Add, TestContext.Current.CancellationToken))
        {
            if (++count % 5_000 == 0)
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true) - before);
        }
        problems.ShouldBeEmpty();
        count.ShouldBe(20_000);
        peak.ShouldBeLessThan(16 * 1024 * 1024);
    }

    /// <summary>A file of many cases that never exists as a whole.</summary>
    private sealed class EndlessCases(int count) : TextReader
    {
        private readonly string _filler = new('x', 2_000);
        private StringReader _part = new("cases:\n");
        private int _number;

        public override ValueTask<int> ReadAsync(Memory<char> buffer, CancellationToken cancellationToken = default)
        {
            int read = _part.Read(buffer.Span);
            if (read == 0 && _number < count)
            {
                _part = new StringReader($"  - key: case-{_number++}\n    name: {_filler}\n    request: GET /\n    asserts:\n      - status: 200\n");
                read = _part.Read(buffer.Span);
            }
            return ValueTask.FromResult(read);
        }
    }
}
