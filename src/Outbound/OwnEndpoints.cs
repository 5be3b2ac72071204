using System.Collections;
using System.Net;

namespace Alicerce.Outbound;

/// <summary>
/// Our own endpoints as far as they are known, for <see cref="EgressPolicy.OwnEndpoints"/>. It grows while the process runs: a server of ours may
/// resolve to another address later.
/// </summary>
public sealed class OwnEndpoints(IEnumerable<IPEndPoint> known) : IReadOnlyList<IPEndPoint>
{
    private readonly Lock _gate = new();
    private IPEndPoint[] _all = [.. known];

    public int Count => _all.Length;

    public IPEndPoint this[int index] => _all[index];

    public void Add(IPEndPoint endpoint)
    {
        lock (_gate)
        {
            if (!_all.Contains(endpoint)) _all = [.. _all, endpoint];
        }
    }

    public IEnumerator<IPEndPoint> GetEnumerator() => ((IEnumerable<IPEndPoint>)_all).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
