using System.Text.Json.Nodes;
using Alicerce.Engine.Cases;
using Alicerce.Modules.Testing.Rows;
using Alicerce.Modules.Testing.Runs;
using Microsoft.EntityFrameworkCore;

namespace Alicerce.Modules.Testing.Suites;

/// <summary>
/// Keeps beside the keys of <c>allowed_mutations</c> what each case did when an admin allowed it (D20): anybody may change a case, and a key
/// alone would allow whatever it becomes. The member is the server's own; what is sent of it counts for nothing.
/// </summary>
internal static class AllowedContents
{
    /// <summary>Keys that were allowed before keep what was allowed then: sending a config back allows nothing anew.</summary>
    /// <param name="config">As it is to be stored.</param>
    /// <param name="before">The suite as it is stored; null for a new one, which has no case yet.</param>
    public static async Task<string> NoteAsync(string config, StoredSuite? before, TestingDb db, CancellationToken ct)
    {
        var json = JsonNode.Parse(config)!.AsObject();
        json.Remove(SuiteConfig.AllowedContentsMember);
        var keys = SuiteConfig.Read(config).AllowedMutations.Distinct(StringComparer.Ordinal).ToList();
        if (keys.Count == 0) return json.ToJsonString();
        var contents = new Dictionary<string, string>(SuiteConfig.Read(before?.ConfigJson).AllowedContents, StringComparer.Ordinal);
        var added = keys.Where(key => !contents.ContainsKey(key)).ToList();
        if (before is not null && added.Count > 0)
        {
            foreach (var row in await db.Cases.AsNoTracking().Where(c => c.SuiteId == before.Id && c.DeletedAt == null && added.Contains(c.Key)).ToListAsync(ct))
                contents[row.Key] = CaseFingerprint.OfDeeds(row.ToTestCase());
        }

        json[SuiteConfig.AllowedContentsMember] = new JsonObject(keys.Select(key => KeyValuePair.Create<string, JsonNode?>(key, contents.GetValueOrDefault(key, SuiteConfig.NoContent))));
        return CaseJson.ForJsonb(json.ToJsonString());
    }
}
