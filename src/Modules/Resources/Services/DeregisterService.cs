using System.ComponentModel.DataAnnotations;
using Alicerce.Platform.Identity;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Alicerce.Modules.Resources.Services;

/// <summary>Forgets the instances of a service of one owner, never another's of the same name (S004-SVC-07, T004-22).</summary>
internal static class DeregisterService
{
    /// <param name="EnvironmentId">Left out, those that belong to no environment are meant.</param>
    /// <param name="Host">Left out, all instances.</param>
    public sealed record Input(
        [property: RegularExpression(ServiceRules.NamePattern), MinLength(1), MaxLength(ServiceRules.LongestName)] string Name, int? ProjectId = null, int? EnvironmentId = null,
        [property: MaxLength(ServiceRules.LongestHost)] string? Host = null, [property: Range(1, 65_535)] int? Port = null);

    /// <param name="Success">False when there was none.</param>
    public sealed record Outcome(bool Success, string Service, int Removed);

    public static async Task<Result<Outcome>> HandleAsync(Input input, HttpContext http, ResourcesDb db, ServiceDirectory directory, CancellationToken ct)
    {
        if (new Validation().CheckName(input.Name).Problem is { } problem) return problem;
        if (await new Owner(input.ProjectId, input.EnvironmentId).CheckAsync(http, AccessRole.Developer, ct) is { } denied) return denied;
        var host = input.Host is { } given ? Outbound.EgressRule.NormaliseHost(given) ?? given : null;
        var rows = await db.Services.Where(s => s.Name == input.Name && s.ProjectId == input.ProjectId && s.EnvironmentId == input.EnvironmentId)
            .Where(s => (host == null || s.Host == host) && (input.Port == null || s.Port == input.Port)).ToListAsync(ct);
        db.Services.RemoveRange(rows);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await ServiceDirectory.AnnounceAsync((NpgsqlTransaction)transaction.GetDbTransaction(), [input.ProjectId], ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        await directory.ForgetAsync([input.ProjectId], ct);
        return new Outcome(rows.Count > 0, input.Name, rows.Count);
    }
}
