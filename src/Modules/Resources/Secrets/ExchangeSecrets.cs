using System.ComponentModel.DataAnnotations;
using Alicerce.Modules.Resources.Formats;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Http;

namespace Alicerce.Modules.Resources.Secrets;

/// <summary>Takes secrets from a dotenv file and writes them into one; the file itself is kept nowhere.</summary>
internal static class ExchangeSecrets
{
    public const int LargestFile = 512 * 1024;

    /// <param name="Content">The text of the file.</param>
    /// <param name="Preview">Says what would happen, and keeps nothing.</param>
    public sealed record Import([property: MinLength(1), MaxLength(LargestFile)] string Content, int? ProjectId = null, int? EnvironmentId = null, bool Preview = false);

    /// <summary>Exactly what this scope has itself, or with <paramref name="Inherited"/> all that its processes see.</summary>
    /// <param name="Global">Instead of a project: a forgotten field exports nothing.</param>
    public sealed record Export(int? ProjectId = null, int? EnvironmentId = null, bool Inherited = false, bool Global = false);

    /// <param name="Action"><c>created</c>, <c>updated</c>, <c>unchanged</c>, or <c>skipped</c> for one without a value.</param>
    public sealed record ImportedSecret(string Key, string Action);

    /// <param name="Content">A dotenv file.</param>
    public sealed record ExportedSecrets(string Content, int Count);

    public static async Task<Result<IReadOnlyList<ImportedSecret>>> ImportAsync(Import input, HttpContext http, SecretStore store, SecretReading reading, CancellationToken ct)
    {
        if (Read(input.Content, out var values) is { } problem) return problem;
        var owner = new Owner(input.ProjectId, input.EnvironmentId);
        if (await owner.CheckValuesAsync(http, ct) is { } refused) return refused;
        return await ReadSecrets.Telling(async () =>
        {
            var present = (await reading.OwnAsync(owner, values.Keys, "import", ct)).ToDictionary(secret => secret.Key, secret => secret.Value);
            return await store.TogetherAsync<Result<IReadOnlyList<ImportedSecret>>>(
                async () =>
                {
                    if (await store.CountAsync(owner, ct) + values.Keys.Except(present.Keys).Count() > SecretRules.MostSecrets) return ManageSecrets.TooMany;
                    var imported = new List<ImportedSecret>();

                    // In one order, so that two imports at once do not wait for each other for ever.
                    foreach (var (key, value) in values.OrderBy(pair => pair.Key, StringComparer.Ordinal)) imported.Add(await ImportAsync(new SecretName(owner, key), value, present.GetValueOrDefault(key), store, ct));
                    return imported;
                },
                result => result.IsSuccess && !input.Preview,
                ct);
        });
    }

    public static Task<Result<ExportedSecrets>> ExportAsync(Export input, HttpContext http, SecretReading reading, CancellationToken ct) => ReadSecrets.Telling<ExportedSecrets>(async () =>
    {
        var owner = new Owner(input.ProjectId, input.EnvironmentId);
        if (input.Global == input.ProjectId is not null) return Problem.Invalid("project_id", "required", "Give project_id, or \"global\": true for the secrets of no project.");
        if (await owner.CheckValuesAsync(http, ct) is { } refused) return refused;
        var secrets = input.Inherited ? await reading.ResolveAsync(owner, null, "export", ct) : await reading.OwnAsync(owner, null, "export", ct);
        return new ExportedSecrets(string.Concat(secrets.OrderBy(secret => secret.Key, StringComparer.Ordinal).Select(secret => DotEnv.Write(secret.Key, secret.Value) + "\n")), secrets.Count);
    });

    private static async Task<ImportedSecret> ImportAsync(SecretName name, string value, string? present, SecretStore store, CancellationToken ct)
    {
        if (value.Length == 0) return new ImportedSecret(name.Key, "skipped");
        if (value == present) return new ImportedSecret(name.Key, "unchanged");
        var now = await store.LockAsync(name, ct);
        await store.WriteAsync(name, now, value, default, SecretStore.Updated, ct);
        return new ImportedSecret(name.Key, now is null ? "created" : "updated");
    }

    /// <summary>All mistakes of the file at once.</summary>
    private static Problem? Read(string content, out Dictionary<string, string> values)
    {
        values = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            var validation = new Validation();
            foreach (var entry in DotEnv.Read(content))
            {
                validation.CheckKey(entry.Key, $"content:{entry.Line}").CheckValue(entry.Value.Length == 0 ? null : entry.Value, $"content:{entry.Line}");
                validation.Check(!values.ContainsKey(entry.Key), $"content:{entry.Line}", "twice", $"'{entry.Key}' stands in the file twice: leave one of the two.");
                values[entry.Key] = entry.Value;
            }

            validation.Check(values.Count > 0, "content", "empty", "content holds no variable, like KEY=value.");
            validation.Check(values.Count <= SecretRules.MostSecrets, "content", "too_many", $"content holds more than {SecretRules.MostSecrets} variables.");
            return validation.Problem;
        }
        catch (DotEnvException e)
        {
            return Problem.Invalid("content", "not_dotenv", e.Message);
        }
    }
}
