using System.CommandLine;
using Alicerce.Cli.Server.Connection;
using Alicerce.Cli.Server.Projects;
using Alicerce.Cli.Server.Wire;

namespace Alicerce.Cli.Server.People;

/// <summary><c>alicerce members list|add|remove --project P</c>: who may do what in a project.</summary>
internal static class MembersCommand
{
    private static readonly Argument<string> User = new("user") { Description = "Address or id of the user; an address is looked up by admins of the house." };
    private static readonly Option<string> Role = new("--role") { Description = "viewer, developer or admin of the project.", DefaultValueFactory = _ => "developer", HelpName = "role" };

    public static Command Create()
    {
        var list = new Command("list", "List the members of a project.") { ServerOptions.Project }.WithServer();
        list.SetServerAction(ListAsync);
        var add = new Command("add", "Make a user a member of a project, or change what a member may do.") { User, Role, ServerOptions.Project }.WithServer();
        add.SetServerAction(AddAsync);
        var remove = new Command("remove", "Take a member out of a project.") { User, ServerOptions.Project }.WithServer();
        remove.SetServerAction(RemoveAsync);
        return new Command("members", "Members of a project.") { list, add, remove };
    }

    private static async Task<int> ListAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var members = await MembersOfAsync(await ProjectReference.RequireAsync(client, parsed.RequireProject(), ct), client, ct);
        if (parsed.GetValue(ServerOptions.Json)) ServerOutput.Json(members.Select(member => member.Json));
        else ServerOutput.Table(["User", "Address", "Name", "Role"], members.Select(member => member.Value).Select(member => new[] { $"{member.UserId}", member.Email, member.Name, member.Role }));
        return ExitCodes.Ok;
    }

    private static async Task<int> AddAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var project = (await ProjectReference.RequireAsync(client, parsed.RequireProject(), ct)).Value;
        var user = parsed.GetValue(User)!;
        var id = int.TryParse(user, out var given) ? given : (await UserReference.RequireAsync(client, user, ct)).Value.Id;
        var content = RequestContent.Json(new MemberInput(parsed.GetValue(Role)!), ServerJson.Default.MemberInput);
        var member = await client.SendAsync(HttpMethod.Put, $"projects/{project.Id}/members/{id}", content, ServerJson.Default.RemoteMember, ct);
        if (parsed.GetValue(ServerOptions.Json)) ServerOutput.Json(member.Json);
        else ServerOutput.Line($"{member.Value.Email ?? member.Value.Name} is {member.Value.Role} of {project.Name}.");
        return ExitCodes.Ok;
    }

    private static async Task<int> RemoveAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var project = await ProjectReference.RequireAsync(client, parsed.RequireProject(), ct);
        var user = parsed.GetValue(User)!;
        var member = (await MembersOfAsync(project, client, ct)).Find(one => $"{one.Value.UserId}" == user || string.Equals(one.Value.Email, user, StringComparison.OrdinalIgnoreCase))
            ?? throw new UserError($"'{user}' is no member of {project.Value.Name}; 'alicerce members list' shows them.");
        await client.SendAsync(HttpMethod.Delete, $"projects/{project.Value.Id}/members/{member.Value.UserId}", null, ct);
        if (parsed.GetValue(ServerOptions.Json)) ServerOutput.Json(member.Json);
        else ServerOutput.Line($"{member.Value.Email ?? member.Value.Name} is no member of {project.Value.Name} any more.");
        return ExitCodes.Ok;
    }

    private static async Task<List<ServerAnswer<RemoteMember>>> MembersOfAsync(ServerAnswer<RemoteProject> project, ServerClient client, CancellationToken ct) =>
        await client.ListAsync($"projects/{project.Value.Id}/members", ServerJson.Default.RemoteMember, ct).ToListAsync(ct);
}
