using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Alicerce.Platform.Resilience;

/// <summary>Shows the circuit of each target: 0 closed, 1 open, 2 half open.</summary>
public sealed class CircuitMetrics : IDisposable
{
    private readonly ConcurrentDictionary<string, CircuitBreaker> _circuits = new(StringComparer.Ordinal);

    internal Meter Meter { get; } = new("Alicerce.Circuits");

    public CircuitMetrics() => Meter.CreateObservableGauge("circuit_state", Read, description: "Circuits by target: 0 closed, 1 open, 2 half open");

    /// <param name="target">One of a few fixed names: each is a series of its own.</param>
    public void Add(string target, CircuitBreaker circuit) => _circuits[target] = circuit;

    public void Dispose() => Meter.Dispose();

    private IEnumerable<Measurement<int>> Read() =>
        _circuits.Select(circuit => new Measurement<int>((int)circuit.Value.State, new KeyValuePair<string, object?>("target", circuit.Key)));
}
