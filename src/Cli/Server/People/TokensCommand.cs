using System.CommandLine;
using System.Globalization;
using Alicerce.Cli.Server.Configs;
using Alicerce.Cli.Server.Connection;
using Alicerce.Cli.Server.Wire;

namespace Alicerce.Cli.Server.People;

/// <summary><c>alicerce tokens list|create|revoke</c>: one's own access tokens.</summary>
internal static class TokensCommand
{
    private static readonly Argument<string> Name = new("name") { Description = "What it is for, like ci." };
    private static readonly Argument<int> Id = new("id") { Description = "As 'alicerce tokens list' shows it." };
    private static readonly Option<string?> Scope = new("--scope") { Description = "read, write or admin: the most that it may be used for; write when it is not given.", HelpName = "scope" };
    private static readonly Option<int?> Days = new("--days") { CustomParser = Numbers.Whole(1, 3650), Description = "How long it is valid; 90 when it is not given." };
    private static readonly Option<string?> Output = new("--output", "-o") { Description = "Write the token into this new file, which only you may read, instead of showing it.", HelpName = "file" };

    public static Command Create()
    {
        var list = new Command("list", "List your access tokens, the newest first.").WithServer();
        list.SetServerAction(ListAsync);
        var create = new Command("create", "Make an access token; it is shown this once.") { Name, Scope, Days, Output }.WithServer();
        create.SetServerAction(CreateAsync);
        var revoke = new Command("revoke", "Revoke an access token at once.") { Id }.WithServer();
        revoke.SetServerAction(RevokeAsync);
        return new Command("tokens", "Your access tokens for the command line and for CI.") { list, create, revoke };
    }

    private static async Task<int> ListAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var tokens = await client.ListAsync("auth/tokens", ServerJson.Default.RemoteToken, ct).ToListAsync(ct);
        if (parsed.GetValue(ServerOptions.Json)) ServerOutput.Json(tokens.Select(token => token.Json));
        else ServerOutput.Table(["Id", "Name", "Scope", "Made", "Last used", "Expires"], tokens.Select(token => token.Value).Select(token => new[] { $"{token.Id}", token.Name, token.Scope, Day(token.CreatedAt), Day(token.LastUsedAt), Day(token.ExpiresAt) }));
        return ExitCodes.Ok;
    }

    private static async Task<int> CreateAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var file = parsed.GetValue(Output);
        if (file is not null && parsed.GetValue(ServerOptions.Json)) throw new UserError("Give one of --output and --json: the token is written once.");
        if (file is not null && (File.Exists(file) || Directory.Exists(file))) throw new UserError($"{file} is there already: name a new file for the token.");
        var input = new TokenInput(parsed.GetValue(Name)!, parsed.GetValue(Scope), parsed.GetValue(Days));
        var answer = await client.SendAsync(HttpMethod.Post, "auth/tokens", RequestContent.Json(input, ServerJson.Default.TokenInput), ServerJson.Default.NewToken, ct);
        if (parsed.GetValue(ServerOptions.Json))
        {
            ServerOutput.Json(answer.Json);
        }
        else if (file is null)
        {
            ServerOutput.Line(answer.Value.Token);
            await Console.Error.WriteLineAsync($"alicerce: this is the token {answer.Value.Id}, shown this once. Keep it where 'alicerce --token-file' or ALICERCE_TOKEN finds it.");
        }
        else
        {
            await ConfigFile.WriteAsync(file, answer.Value.Token + "\n", isSecret: true, ct);
            ServerOutput.Line($"Wrote the token {answer.Value.Id} to {file}.");
        }

        return ExitCodes.Ok;
    }

    private static async Task<int> RevokeAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        await client.SendAsync(HttpMethod.Delete, $"auth/tokens/{parsed.GetValue(Id)}", null, ct);
        if (!parsed.GetValue(ServerOptions.Json)) ServerOutput.Line($"Revoked the token {parsed.GetValue(Id)}.");
        return ExitCodes.Ok;
    }

    private static string? Day(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
