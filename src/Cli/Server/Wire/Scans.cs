using System.Text.Json;

namespace Alicerce.Cli.Server.Wire;

/// <summary>What the server found in what was sent.</summary>
internal sealed record ScanAnswer(IReadOnlyList<JsonElement> Components, IReadOnlyList<ScanFinding> Findings, ScanTotals? Stats = null, int Unchanged = 0, IReadOnlyList<string>? Removed = null);

internal sealed record ScanFinding(string Code, string Message, string? Severity = null, string? FilePath = null, int Line = 0, string? Hint = null);

internal sealed record ScanTotals(int TotalComponents = 0, int TotalActions = 0, int TotalQueries = 0, int TotalForms = 0);
