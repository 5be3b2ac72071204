using System.Text.Json;

namespace Alicerce.Cli.Server.Wire;

/// <summary>The one shape of success.</summary>
internal sealed record Envelope(string Status, JsonElement Data, PageMeta? Meta = null);

/// <summary>Where a list continues: one with numbered pages, or one that grows.</summary>
internal sealed record PageMeta(bool HasNext = false, long Total = 0, string? NextCursor = null);

/// <summary>The one error body.</summary>
internal sealed record ErrorBody(string? Code = null, string? Message = null, IReadOnlyList<ErrorDetail>? Details = null, string? RequestId = null);

/// <summary>One mistake in a request.</summary>
internal sealed record ErrorDetail(string? Field = null, string? Code = null, string? Message = null);
