using System.CommandLine;
using System.Globalization;
using Alicerce.Cli.Server.Connection;
using Alicerce.Cli.Server.Secrets;
using Alicerce.Cli.Server.Wire;

namespace Alicerce.Cli.Server.People;

/// <summary><c>alicerce users list|create|disable|enable</c>; for admins of the house.</summary>
internal static class UsersCommand
{
    private static readonly Argument<string> Reference = new("user") { Description = "Address or id of the user." };
    private static readonly Argument<string> Email = new("email") { Description = "The user's address." };
    private static readonly Option<string?> Search = new("--search") { Description = "Only those with this in their name or address.", HelpName = "text" };
    private static readonly Option<string> Name = new("--name") { Description = "The user's name.", Required = true };
    private static readonly Option<string?> Role = new("--role") { Description = "viewer, developer or admin of the house; developer when it is not given.", HelpName = "role" };
    private static readonly Option<string?> PasswordFile = new("--password-file") { Description = "Take the password from this file, or with - from standard input. Without it, a code is shown with which the user chooses one.", HelpName = "file" };

    public static Command Create()
    {
        var list = new Command("list", "List users, the newest first.") { Search }.WithServer();
        list.SetServerAction(ListAsync);
        var create = new Command("create", "Create a user.") { Email, Name, Role, PasswordFile }.WithServer();
        create.SetServerAction(CreateAsync);
        var disable = new Command("disable", "Let a user no longer come in; sessions and tokens end at once.") { Reference }.WithServer();
        disable.SetServerAction((parsed, client, ct) => SetActiveAsync(id => $"users/{id}/deactivate", "may no longer come in", parsed, client, ct));
        var enable = new Command("enable", "Let a user come in again.") { Reference }.WithServer();
        enable.SetServerAction((parsed, client, ct) => SetActiveAsync(id => $"users/{id}/activate", "may come in", parsed, client, ct));
        return new Command("users", "Users of an Alicerce server; for admins of the house.") { list, create, disable, enable };
    }

    private static async Task<int> ListAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var path = parsed.GetValue(Search) is { } text ? $"users?search={Uri.EscapeDataString(text)}" : "users";
        var users = await client.ListAsync(path, ServerJson.Default.RemoteUser, ct).ToListAsync(ct);
        if (parsed.GetValue(ServerOptions.Json)) ServerOutput.Json(users.Select(user => user.Json));
        else ServerOutput.Table(["Id", "Address", "Name", "Role", "May come in"], users.Select(user => user.Value).Select(user => new[] { $"{user.Id}", user.Email, user.Name, user.Role, user.IsActive ? "yes" : "no" }));
        return ExitCodes.Ok;
    }

    private static async Task<int> CreateAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        // Before anything is made: a file that cannot be read leaves no user without a password.
        var password = parsed.GetValue(PasswordFile) is { } file ? await SecretValue.FromAsync(file, ct) : null;
        var input = new UserInput(parsed.GetValue(Email)!, parsed.GetValue(Name)!, Role: parsed.GetValue(Role));
        var user = await client.SendAsync(HttpMethod.Post, "users", RequestContent.Json(input, ServerJson.Default.UserInput), ServerJson.Default.RemoteUser, ct);
        var link = (await client.SendAsync(HttpMethod.Post, $"users/{user.Value.Id}/password-link", RequestContent.Empty, ServerJson.Default.PasswordLink, ct)).Value;
        if (password is not null) await ChooseAsync(link, password, client, ct);
        if (parsed.GetValue(ServerOptions.Json))
        {
            ServerOutput.Json(user.Json);
        }
        else
        {
            ServerOutput.Line($"{user.Value.Id}  {user.Value.Email}  {user.Value.Role}");
            if (password is null) ServerOutput.Line($"  chooses a password with this code, shown this once, until {link.ExpiresAt.UtcDateTime.ToString("HH:mm'Z'", CultureInfo.InvariantCulture)}: {link.Token}");
        }

        return ExitCodes.Ok;
    }

    /// <summary>A password that is refused leaves a user who can choose another one.</summary>
    private static async Task ChooseAsync(PasswordLink link, string password, ServerClient client, CancellationToken ct)
    {
        try
        {
            await client.SendAsync(HttpMethod.Post, "auth/password/choose", RequestContent.Json(new PasswordChoice(link.Token, password), ServerJson.Default.PasswordChoice), ct);
        }
        catch (UserError refused)
        {
            throw new UserError($"{refused.Message} The user is there and has no password yet; this code, shown this once, lets one be chosen: {link.Token}", refused.ExitCode);
        }
    }

    private static async Task<int> SetActiveAsync(Func<int, string> addressOf, string what, ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var user = await UserReference.RequireAsync(client, parsed.GetValue(Reference)!, ct);
        var answer = await client.SendAsync(HttpMethod.Post, addressOf(user.Value.Id), RequestContent.Empty, ServerJson.Default.RemoteUser, ct);
        if (parsed.GetValue(ServerOptions.Json)) ServerOutput.Json(answer.Json);
        else ServerOutput.Line($"{user.Value.Email ?? user.Value.Name} {what}.");
        return ExitCodes.Ok;
    }
}
