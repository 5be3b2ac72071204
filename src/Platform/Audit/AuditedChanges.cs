using System.Reflection;
using System.Text.Json.Nodes;
using Alicerce.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Alicerce.Platform.Audit;

/// <summary>Reads from what a context is about to save the entries of the audit log.</summary>
internal static class AuditedChanges
{
    /// <summary>Columns whose first value ends a row that stays.</summary>
    private static readonly Dictionary<string, string> s_ends = new(StringComparer.Ordinal) { ["DeletedAt"] = "deleted", ["RevokedAt"] = "revoked" };

    /// <returns>To be called after the rows are written, when new ones have their ids.</returns>
    public static List<Func<AuditEntry>> In(ChangeTracker changes) =>
        [.. changes.Entries<IAudited>().Select(EntryOf).OfType<Func<AuditEntry>>()];

    private static Func<AuditEntry>? EntryOf(EntityEntry<IAudited> entry)
    {
        var row = entry.Entity;
        switch (entry.State)
        {
            case EntityState.Added:
                return () => Make(row, "created", new { Values = ValuesOf(entry) });
            case EntityState.Deleted:
                var (subject, values) = (row.AuditSubject, ValuesOf(entry));
                return () => new AuditEntry($"{subject.Type}.deleted", subject) { Details = new { Values = values } };
            case EntityState.Modified when ChangedIn(entry) is { Count: > 0 } changed:
                var differences = new Differences(changed);
                return Ended(changed) is { } ended ? () => Make(row, ended, new { differences.Changed }) : () => Make(row, "updated", new { differences.Changed, differences.Before, differences.After });
            default:
                return null;
        }
    }

    private static string? Ended(List<PropertyEntry> changed) =>
        changed.Find(property => property.OriginalValue is null && s_ends.ContainsKey(property.Metadata.Name)) is { } end ? s_ends[end.Metadata.Name] : null;

    private static AuditEntry Make(IAudited row, string what, object details) => new($"{row.AuditSubject.Type}.{what}", row.AuditSubject) { Details = details };

    private static List<PropertyEntry> ChangedIn(EntityEntry entry) =>
        [.. entry.Properties.Where(property => property.IsModified && Find<AuditSilentAttribute>(property) is null && property.Metadata.Name is not (nameof(ITimestamped.UpdatedAt) or nameof(ITimestamped.CreatedAt)))];

    private static Dictionary<string, object?> ValuesOf(EntityEntry entry) =>
        entry.Properties.Where(property => Find<AuditValueAttribute>(property) is not null).ToDictionary(property => SnakeCase.Of(property.Metadata.Name), property => property.CurrentValue);

    private static TAttribute? Find<TAttribute>(PropertyEntry property)
        where TAttribute : Attribute =>
        property.Metadata.PropertyInfo?.GetCustomAttribute<TAttribute>();

    /// <summary>Names of what changed, and old and new values of what may be told.</summary>
    private sealed class Differences
    {
        public Differences(IEnumerable<PropertyEntry> changed)
        {
            foreach (var property in changed)
            {
                var name = SnakeCase.Of(property.Metadata.Name);
                if (Find<AuditJsonAttribute>(property) is { } json)
                {
                    AddKeys(name, json.Told, property);
                    continue;
                }

                Changed.Add(name);
                if (Find<AuditValueAttribute>(property) is null) continue;
                Before[name] = property.OriginalValue;
                After[name] = property.CurrentValue;
            }
        }

        public List<string> Changed { get; } = [];

        public Dictionary<string, object?> Before { get; } = [];

        public Dictionary<string, object?> After { get; } = [];

        private void AddKeys(string name, IReadOnlyList<string> told, PropertyEntry property)
        {
            var (before, after) = (Parse(property.OriginalValue), Parse(property.CurrentValue));
            foreach (var key in before.Select(pair => pair.Key).Union(after.Select(pair => pair.Key)).Where(key => !JsonNode.DeepEquals(before[key], after[key])))
            {
                Changed.Add($"{name}.{key}");
                if (!told.Contains(key)) continue;
                Before[$"{name}.{key}"] = before[key];
                After[$"{name}.{key}"] = after[key];
            }
        }

        private static JsonObject Parse(object? json) => json is string { Length: > 0 } text ? JsonNode.Parse(text) as JsonObject ?? [] : [];
    }
}
