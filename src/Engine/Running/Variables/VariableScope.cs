using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Alicerce.Engine.Running.Variables;

/// <summary>
/// What <c>{{name}}</c> and <c>${secret:NAME}</c> mean while one case runs: captured values first, then the environment's variables, then
/// the built-in ones. Values are put in once and never read again, so that an answer of the target cannot ask for a secret.
/// </summary>
internal sealed class VariableScope(TargetEnvironment target, RunSecrets secrets, int seed, string caseKey, Func<long> nextSequence, TimeProvider time)
{
    private const string SecretOpen = "${secret:", LongText = "$text-";

    /// <summary>1 MiB: what a server may be asked to refuse, and no more than a run can hold at once.</summary>
    private const int MostText = 1024 * 1024;

    private readonly Dictionary<string, string> _captured = new(StringComparer.Ordinal);
    private int _uuids;

    private readonly HashSet<string> _notFound = new(0, StringComparer.Ordinal);

    public void Capture(string name, string value) => _captured[name] = value;

    /// <summary>An optional capture had nothing to take; a later step that needs it has nothing to be about.</summary>
    public void CaptureNothing(string name) => _notFound.Add(name);

    /// <exception cref="CaseProblemException">A variable or secret is unknown; the message names it.</exception>
    /// <exception cref="CaseSkippedException">It needs what an optional capture did not find.</exception>
    /// <param name="datasource">Where the text goes, when that is not the target.</param>
    public ValueTask<string> FillAsync(string text, CancellationToken ct, string? datasource = null) =>
        text.Contains("{{", StringComparison.Ordinal) || text.Contains(SecretOpen, StringComparison.Ordinal) ? FillFoundAsync(text, withVariables: true, datasource, ct) : new(text);

    private async ValueTask<string> FillFoundAsync(string text, bool withVariables, string? datasource, CancellationToken ct)
    {
        var filled = new StringBuilder(text.Length + 32);
        for (var at = 0; at < text.Length;)
        {
            if (withVariables && NameAt(text, at, "{{", "}}") is { } variable)
            {
                filled.Append(await ValueOfAsync(variable.Name, datasource, ct));
                at = variable.End;
            }
            else if (NameAt(text, at, SecretOpen, "}") is { } secret)
            {
                if (datasource is not null && target.WhyNoSecretInQuery?.Invoke(datasource, secret.Name) is { } why) throw new CaseProblemException(Reasons.SecretRefused, why);
                filled.Append(await secrets.RevealAsync(secret.Name, ct));
                at = secret.End;
            }
            else
            {
                filled.Append(text[at++]);
            }
        }
        return filled.ToString();
    }

    private async ValueTask<string> ValueOfAsync(string name, string? datasource, CancellationToken ct)
    {
        if (_captured.TryGetValue(name, out var captured)) return captured;
        if (target.Variables.TryGetValue(name, out var value)) return await FillFoundAsync(value, withVariables: false, datasource, ct);
        return name switch
        {
            "$uuid" => NextUuid(),
            "$timestamp" => time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            "$seq" => nextSequence().ToString(CultureInfo.InvariantCulture),
            _ when name.StartsWith(LongText, StringComparison.Ordinal) && int.TryParse(name.AsSpan(LongText.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var length)
                && length <= MostText => new string('x', length),
            _ when _notFound.Contains(name) => throw new CaseSkippedException(Reasons.NothingToUse, $"An earlier step had nothing for '{name}', such as a list without entries, so there is nothing to go on with"),
            "base_url" => target.BaseUrl.GetLeftPart(UriPartial.Path).TrimEnd('/'),
            _ => throw new CaseProblemException(Reasons.UnknownVariable,
                $"variable '{name}' is not known: no earlier step captured it and the environment does not define it"),
        };
    }

    /// <summary>The same run seed, case and position give the same value.</summary>
    private string NextUuid()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}|{caseKey}|{_uuids++}"), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x40);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true).ToString();
    }

    /// <summary>A name between marks; null when there is none there, as in the probe <c>{{7*7}}</c>, which is sent as it is.</summary>
    private static (string Name, int End)? NameAt(string text, int at, string open, string close)
    {
        if (string.CompareOrdinal(text, at, open, 0, open.Length) != 0) return null;
        var start = at + open.Length;
        var end = text.IndexOf(close, start, StringComparison.Ordinal);
        if (end < 0 || end - start > 200) return null;
        var name = text.AsSpan(start, end - start).Trim();
        if (name.IsEmpty || !(char.IsLetter(name[0]) || name[0] is '_' or '$')) return null;
        foreach (var c in name[1..])
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '-' or '.')) return null;
        return (name.ToString(), end + close.Length);
    }
}
