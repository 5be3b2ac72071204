using System.Text.Json;

namespace Alicerce.Cli.Server.Connection;

/// <summary>The <c>data</c> of an answer: as this program understands it, and as it was sent, for <c>--json</c>.</summary>
internal sealed record ServerAnswer<T>(T Value, JsonElement Json);
