using System.ComponentModel.DataAnnotations;
using Alicerce.Platform.Web.Answers;
using Alicerce.Platform.Web.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Alicerce.Modules.Resources.Secrets;

/// <summary>Shows values: one to a person, or all that a process needs; each read is in the audit log before anybody sees it (T004-15, T004-17).</summary>
internal static class ReadSecrets
{
    private const int MostKeys = 1000;

    /// <summary>Exactly one secret.</summary>
    public sealed record Reveal(
        [property: RegularExpression(SecretRules.KeyPattern), MinLength(1), MaxLength(SecretRules.LongestKey)] string Key, int? ProjectId = null, int? EnvironmentId = null);

    /// <summary>What a process of this project and environment sees: its own, then the project's, then the global ones.</summary>
    /// <param name="Keys">All of them when left out, which needs a project.</param>
    public sealed record Resolve(
        int? ProjectId = null, int? EnvironmentId = null, [property: EachEntry(SecretRules.LongestKey, Pattern = SecretRules.KeyPattern), MaxLength(MostKeys)] string[]? Keys = null);

    /// <summary>An earlier value becomes the present one again, as a new version.</summary>
    /// <param name="Version">As listed among the versions.</param>
    public sealed record Restore([property: Range(1, int.MaxValue)] int Version, int? ProjectId = null, int? EnvironmentId = null);

    public static async Task<Result<RevealedSecret>> RevealAsync(Reveal input, HttpContext http, SecretReading reading, ResourcesDb db, CancellationToken ct)
    {
        if (new Validation().CheckKey(input.Key).Problem is { } problem) return problem;
        var name = new SecretName(new Owner(input.ProjectId, input.EnvironmentId), input.Key);
        if (await name.Owner.CheckValuesAsync(http, ct) is { } refused) return refused;
        return await Telling<RevealedSecret>(async () => await reading.OwnAsync(name.Owner, [name.Key], "reveal", ct) is [var secret]
            ? new RevealedSecret(secret.Key, secret.Owner.Scope, secret.Version, secret.Value)
            : await UnknownAsync(input, db, ct));
    }

    /// <summary>Says so when a wider scope has it: of that the caller may know, as a list shows it.</summary>
    private static async Task<Problem> UnknownAsync(Reveal input, ResourcesDb db, CancellationToken ct)
    {
        var wider = await db.Secrets.Where(s => s.Key == input.Key && (s.ProjectId == null || s.ProjectId == input.ProjectId) && s.EnvironmentId == null).OrderBy(s => s.ProjectId == null).Select(s => s.Scope).FirstOrDefaultAsync(ct);
        return wider is null
            ? SecretAccess.Unknown
            : SecretAccess.Unknown with { Message = $"There is no such secret in exactly this scope, but a {wider} one: ask for it {(wider == Rows.StoredSecret.Global ? "without project and environment" : "without environment")}. Programs of this environment inherit it." };
    }

    public static async Task<Result<ResolvedSecrets>> ResolveAsync(Resolve input, HttpContext http, SecretReading reading, CancellationToken ct)
    {
        var validation = new Validation().Check(input.Keys is not { Length: > MostKeys }, "keys", "too_many", $"At most {MostKeys} keys.");
        for (var i = 0; i < Math.Min(input.Keys?.Length ?? 0, MostKeys); i++) validation.CheckKey(input.Keys![i], $"keys[{i}]");
        validation.Check(input.ProjectId is not null || input.Keys is not null, "project_id", "required", "Give project_id, or the keys of global secrets.");
        if (validation.Problem is { } problem) return problem;
        var owner = new Owner(input.ProjectId, input.EnvironmentId);
        if (await owner.CheckValuesAsync(http, ct) is { } refused) return refused;
        return await Telling<ResolvedSecrets>(async () =>
        {
            var secrets = await reading.ResolveAsync(owner, input.Keys, "resolve", ct);
            var missing = (input.Keys ?? []).Except(secrets.Select(secret => secret.Key)).ToList();
            return missing.Count > 0
                ? Problem.NotFound("secrets.unknown", $"There is no secret '{string.Join("', '", missing.Take(10))}' in this environment, in its project or among the global ones.")
                : new ResolvedSecrets(secrets.OrderBy(secret => secret.Key, StringComparer.Ordinal).ToDictionary(secret => secret.Key, secret => secret.Value));
        });
    }

    public static async Task<Result<IReadOnlyList<SecretVersionView>>> VersionsAsync(
        string key, [FromQuery(Name = "project_id")] int? projectId, [FromQuery(Name = "environment_id")] int? environmentId, HttpContext http, ResourcesDb db, CancellationToken ct)
    {
        if (new Validation().CheckKey(key).Problem is { } problem) return problem;
        if (await new Owner(projectId, environmentId).CheckListAsync(http, ct) is { } refused) return refused;
        if (await db.Secrets.AsNoTracking().SingleOrDefaultAsync(s => s.Key == key && s.ProjectId == projectId && s.EnvironmentId == environmentId, ct) is not { } secret) return SecretAccess.Unknown;
        var old = await db.SecretVersions.Where(v => v.SecretId == secret.Id).OrderByDescending(v => v.Version).Select(v => new SecretVersionView(v.Version, v.WrittenAt, false)).ToListAsync(ct);
        return (SecretVersionView[])[new(secret.Version, secret.LastRotated ?? secret.CreatedAt, true), .. old];
    }

    public static async Task<Result<SecretSet>> RestoreAsync(string key, Restore input, HttpContext http, SecretStore store, CancellationToken ct)
    {
        if (new Validation().CheckKey(key).Check(input.Version > 0, "version", "out_of_range", "version is a number from 1.").Problem is { } problem) return problem;
        var name = new SecretName(new Owner(input.ProjectId, input.EnvironmentId), key);
        if (await name.Owner.CheckValuesAsync(http, ct) is { } refused) return refused;
        return await Telling(() => store.TogetherAsync<Result<SecretSet>>(
            async () =>
            {
                if (await store.LockAsync(name, ct) is not { } secret) return SecretAccess.Unknown;
                if (secret.Version == input.Version) return Problem.Conflict("secrets.version_present", $"Version {input.Version} is the present one already.");
                if (await store.OldAsync(secret, input.Version, ct) is not { } value)
                    return Problem.NotFound("secrets.version_unknown", $"There is no version {input.Version}: the last {SecretStore.MostVersions} before the present one are kept.");
                var written = await store.WriteAsync(name, secret, value, default, SecretStore.Restored, ct);
                return new SecretSet(true, written.Key, written.Scope, written.Version, null);
            },
            result => result.IsSuccess,
            ct));
    }

    /// <summary>What is wrong with the secrets themselves becomes an answer.</summary>
    internal static async Task<Result<T>> Telling<T>(Func<Task<Result<T>>> read)
        where T : notnull
    {
        try
        {
            return await read();
        }
        catch (SecretTamperedException e)
        {
            return Problem.Conflict("secrets.tampered", e.Message);
        }
        catch (SecretReferenceException e)
        {
            return Problem.Conflict("secrets.reference", e.Message);
        }
    }
}
