using System.ComponentModel.DataAnnotations;
using Alicerce.Modules.Resources.Requests;
using Alicerce.Modules.Resources.Rows;
using Alicerce.Platform.Identity;
using Alicerce.Platform.Web;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Alicerce.Modules.Resources.Secrets;

/// <summary>Lists, sets, rotates, describes and deletes secrets (S004-SEC-02…06).</summary>
internal static class ManageSecrets
{
    private const string PublicSuffix = "_PUBLIC";

    public static readonly Problem TooMany = Problem.Conflict("secrets.too_many", $"This scope has {SecretRules.MostSecrets} secrets already: delete those that nobody reads any more.");

    public static readonly Problem PublicTaken = Problem.Conflict("secrets.public_taken", $"The public half would be kept as the key with {PublicSuffix} behind it, and a sensitive secret of that name is there: choose another key, or delete that one first.");

    public static readonly Problem NoSuchOwner = Problem.Invalid("owner_id", "unknown", "owner_id names no user.");

    /// <summary>A new value, given or generated, and what is known of it.</summary>
    public sealed record SecretInput : IFromBodyOnly
    {
        [RegularExpression(SecretRules.KeyPattern), MinLength(1), MaxLength(SecretRules.LongestKey)]
        public required string Key { get; init; }

        /// <summary>In plain; either this or <see cref="Generate"/>.</summary>
        [MinLength(1), MaxLength(SecretRules.LargestValue)]
        public string? Value { get; init; }

        public SecretGenerator? Generate { get; init; }

        /// <summary>Left out for a global secret.</summary>
        public int? ProjectId { get; init; }

        /// <summary>Left out for one of the whole project.</summary>
        public int? EnvironmentId { get; init; }

        [MaxLength(SecretRules.LongestDescription)]
        public Optional<string?> Description { get; init; }

        public Optional<bool> IsSensitive { get; init; }

        public Optional<DateTimeOffset?> ExpiresAt { get; init; }

        public Optional<int?> OwnerId { get; init; }

        public SecretFacts Facts => new(Description, IsSensitive, ExpiresAt, OwnerId);

        public SecretName Name => new(new Owner(ProjectId, EnvironmentId), Key);
    }

    public static async Task<Paged<SecretView>> ListAsync(
        [AsParameters] PageQuery pages, [FromQuery(Name = "project_id")] int? projectId, [FromQuery(Name = "environment_id")] int? environmentId, string? scope, bool? inherited, HttpContext http, ResourcesDb db, CancellationToken ct)
    {
        if (PageRequest.Read(pages, out var request) is { } problem) return problem;
        if (scope is not (null or StoredSecret.Global or StoredSecret.OfProject or StoredSecret.OfEnvironment)) return Problem.Invalid("scope", "unknown", "scope is global, project or environment.");
        if (inherited == true && projectId is null) return Problem.Invalid("project_id", "required", "inherited is about what a project, or an environment of it, sees: give project_id.");
        var owner = new Owner(projectId, environmentId);
        if (projectId is not null || environmentId is not null)
        {
            if (await owner.CheckListAsync(http, ct) is { } refused) return refused;
        }

        var visible = http.SignedInCaller().VisibleProjects;
        var rows = (inherited == true ? SeenFrom(db, projectId, environmentId) : db.Secrets.Where(s => (projectId == null || s.ProjectId == projectId) && (environmentId == null || s.EnvironmentId == environmentId)))
            .AsNoTracking().Where(s => scope == null || s.Scope == scope)
            .Where(s => visible == null || projectId != null || s.ProjectId == null || visible.Contains(s.ProjectId.Value));
        return await Paged.OfAsync(rows.OrderBy(s => s.Key).ThenBy(s => s.ProjectId).ThenBy(s => s.EnvironmentId).Select(SecretView.OfRow), request, view => view, ct);
    }

    /// <summary>The owner's own and those above it that no nearer one of the same key hides. A project's own are those of its environments too.</summary>
    private static IQueryable<StoredSecret> SeenFrom(ResourcesDb db, int? projectId, int? environmentId)
    {
        var hiding = db.Secrets.Where(s => s.ProjectId == projectId && (s.EnvironmentId == null || s.EnvironmentId == environmentId));
        return db.Secrets.Where(s => s.ProjectId == null || (s.ProjectId == projectId && (environmentId == null || s.EnvironmentId == null || s.EnvironmentId == environmentId)))
            .Where(s => s.EnvironmentId != null || !hiding.Any(near => near.Key == s.Key && (s.ProjectId == null || near.EnvironmentId != null)));
    }

    public static Task<Result<SecretSet>> SetAsync(SecretInput input, HttpContext http, SecretStore store, TimeProvider clock, CancellationToken ct) =>
        WriteAsync(input, SecretStore.Updated, http, store, clock, ct);

    /// <summary>A secret that is there gets a new value; one with an expiry gets as long again, unless another is given.</summary>
    public static Task<Result<SecretSet>> RotateAsync(SecretInput input, HttpContext http, SecretStore store, TimeProvider clock, CancellationToken ct) =>
        WriteAsync(input, SecretStore.Rotated, http, store, clock, ct);

    private static async Task<Result<SecretSet>> WriteAsync(SecretInput input, string action, HttpContext http, SecretStore store, TimeProvider clock, CancellationToken ct)
    {
        if (QueryHoldsValue(http) is { } leak) return leak;
        if (Check(input) is { } problem) return problem;
        if (await input.Name.Owner.CheckValuesAsync(http, ct) is { } refused) return refused;
        var (value, publicKey) = input.Generate?.Create() ?? (input.Value!, null);
        return await KnowingOwnersAsync(() => store.TogetherAsync<Result<SecretSet>>(
            async () =>
            {
                var now = await store.LockAsync(input.Name, ct);
                if (now is null && action == SecretStore.Rotated) return SecretAccess.Unknown;
                if (now is null && await store.CountAsync(input.Name.Owner, ct) + (publicKey is null ? 1 : 2) > SecretRules.MostSecrets) return TooMany;
                if (publicKey is not null && await store.LockAsync(PublicHalf(input.Name), ct) is { IsSensitive: true }) return PublicTaken;
                var facts = action == SecretStore.Rotated && now is not null ? Renewed(input.Facts, now, clock.GetUtcNow()) : input.Facts;
                var secret = await store.WriteAsync(input.Name, now, value, facts, action, ct);
                if (publicKey is not null) await KeepPublicAsync(input.Name, publicKey, store, ct);
                return new SecretSet(true, secret.Key, secret.Scope, secret.Version, publicKey);
            },
            result => result.IsSuccess,
            ct));
    }

    public static async Task<Result<SecretView>> DescribeAsync(string key, SecretPatch patch, HttpContext http, SecretStore store, CancellationToken ct)
    {
        var problems = new Validation().CheckKey(key).CheckDescription(patch.Description.Or(null)).Problem;
        if (problems is not null) return problems;
        var name = new SecretName(new Owner(patch.ProjectId, patch.EnvironmentId), key);
        if (await name.Owner.CheckValuesAsync(http, ct) is { } refused) return refused;
        return await KnowingOwnersAsync(() => store.TogetherAsync<Result<SecretView>>(
            async () =>
            {
                if (await store.LockAsync(name, ct) is not { } secret) return SecretAccess.Unknown;
                await store.DescribeAsync(secret, new SecretFacts(patch.Description, patch.IsSensitive, patch.ExpiresAt, patch.OwnerId), ct);
                return SecretView.Of(secret);
            },
            result => result.IsSuccess,
            ct));
    }

    public static async Task<Result<SecretDeleted>> DeleteAsync(
        string key, [FromQuery(Name = "project_id")] int? projectId, [FromQuery(Name = "environment_id")] int? environmentId, HttpContext http, SecretStore store, CancellationToken ct)
    {
        if (new Validation().CheckKey(key).Problem is { } problem) return problem;
        var name = new SecretName(new Owner(projectId, environmentId), key);
        if (await name.Owner.CheckValuesAsync(http, ct) is { } refused) return refused;
        return await store.TogetherAsync<Result<SecretDeleted>>(
            async () =>
            {
                if (await store.LockAsync(name, ct) is not { } secret) return SecretAccess.Unknown;
                await store.DeleteAsync(secret, ct);
                return new SecretDeleted(true, secret.Key, secret.Scope);
            },
            result => result.IsSuccess,
            ct);
    }

    /// <summary>What is known of a secret beside its value: left out stays, null clears.</summary>
    public sealed record SecretPatch
    {
        public int? ProjectId { get; init; }

        public int? EnvironmentId { get; init; }

        [MaxLength(SecretRules.LongestDescription)]
        public Optional<string?> Description { get; init; }

        public Optional<bool> IsSensitive { get; init; }

        public Optional<DateTimeOffset?> ExpiresAt { get; init; }

        public Optional<int?> OwnerId { get; init; }
    }

    /// <summary>T004-13: an address is kept in logs and histories, so a value that came in one is burnt.</summary>
    private static Problem? QueryHoldsValue(HttpContext http) => http.Request.Query.ContainsKey("value")
        ? Problem.BadRequest("secrets.value_in_address", "A secret never goes into the address: send it in the body. The value that you sent is in logs now, so choose another.")
        : null;

    private static Problem? Check(SecretInput input)
    {
        var validation = new Validation().CheckKey(input.Key).CheckValue(input.Value).CheckDescription(input.Description.Or(null));
        validation.Check(input.Value is null != input.Generate is null, "value", "required", "Give either value or generate.");
        validation.Check(input.Generate?.Kind is not ("rsa" or "ec") || input.Key.Length + PublicSuffix.Length <= SecretRules.LongestKey, "key", "too_long", $"The public half is kept as key{PublicSuffix}: choose a shorter key.");
        return (input.Generate?.Check(validation) ?? validation).Problem;
    }

    private static SecretFacts Renewed(SecretFacts facts, StoredSecret now, DateTimeOffset at)
    {
        if (facts.ExpiresAt.IsGiven || now.ExpiresAt is not { } expiry) return facts;
        var life = expiry - (now.LastRotated ?? now.CreatedAt);
        return life > TimeSpan.Zero ? facts with { ExpiresAt = new(at + life, true) } : facts;
    }

    private static async Task<Result<T>> KnowingOwnersAsync<T>(Func<Task<Result<T>>> write)
        where T : notnull
    {
        try
        {
            return await write();
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation, ConstraintName: "fk_secrets_users" })
        {
            return NoSuchOwner;
        }
    }

    private static SecretName PublicHalf(SecretName name) => name with { Key = name.Key + PublicSuffix };

    private static async Task KeepPublicAsync(SecretName name, string publicKey, SecretStore store, CancellationToken ct)
    {
        var half = PublicHalf(name);
        var now = await store.LockAsync(half, ct);
        var facts = new SecretFacts(new($"Public half of {name.Key}", now is null), new(false, true), default, default);
        await store.WriteAsync(half, now, publicKey, facts, SecretStore.Updated, ct);
    }
}
