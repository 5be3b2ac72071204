using System.Collections.Concurrent;
using Alicerce.Engine.Running.Verdicts;
using Alicerce.Outbound;

namespace Alicerce.Engine.Running.Variables;

/// <summary>Secrets of a run: each is read once, when first needed, and known to the redactor before anybody can send it.</summary>
internal sealed class RunSecrets(Func<string, CancellationToken, ValueTask<Secret?>>? read, Redactor redactor)
{
    private readonly ConcurrentDictionary<string, string> _known = new(StringComparer.Ordinal);

    /// <exception cref="CaseProblemException">There is no such secret, or it may not be used.</exception>
    public async ValueTask<string> RevealAsync(string name, CancellationToken ct)
    {
        if (_known.TryGetValue(name, out var value)) return value;
        var secret = await ReadAsync(name, ct)
            ?? throw new CaseProblemException(Reasons.UnknownVariable, $"secret '{name}' has no value here: define it for the environment (on a terminal: --secret {name}=env:VAR)");
        value = secret.Reveal();
        redactor.Add(value, name);
        return _known.GetOrAdd(name, value);
    }

    private async ValueTask<Secret?> ReadAsync(string name, CancellationToken ct)
    {
        try
        {
            return read is null ? null : await read(name, ct);
        }
        catch (SecretRefusedException e)
        {
            throw new CaseProblemException(Reasons.SecretRefused, e.Message);
        }
    }
}
