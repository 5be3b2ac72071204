using Alicerce.Platform.Web.Answers;

namespace Alicerce.Modules.Resources.Ports;

/// <summary>What can go wrong with ports, each with who holds what and what to do now.</summary>
internal static class PortProblems
{
    public static readonly Problem OwnerIsGone = Problem.Conflict("ports.owner_is_gone", "The project or environment was deleted in the meantime.");

    public static readonly Problem NotYours = Problem.Forbidden("ports.not_yours", "This port belongs to another project: ask its developers, or an admin of the house.");

    /// <summary>Source 004's ResourceExhaustedError, in its words (S004-PORT-06).</summary>
    public static Problem Exhausted(string type, string host) => Problem.Conflict("ports.resource_exhausted", $"No available ports in {type} range for host {host}");

    public static Problem NoSuchType(IReadOnlyList<string> known) =>
        Problem.Invalid("port_type", "unknown_type", $"port_type is one of {string.Join(", ", known.Append(PortRules.Custom))}.");

    public static Problem InAnotherRange(int port, PortSpan range, string type) => Problem.Invalid(
        "preferred_port", "in_another_range", $"{port} lies in the range of {range.Name} ({range.Start}-{range.End}): ask for the type {range.Name} or {PortRules.Custom}, or for another port than that for {type}.");

    public static Problem ServiceTaken(string service, HeldPort by, PortHolder holder) => Problem.Conflict(
        "ports.service_taken", $"A service named '{service}' has a port on {by.Host} already; it belongs to {holder.Text}. Use another name, such as one with your project in it.");

    public static Problem PortTaken(string host, int port, PortHolder? holder, int? nextFree)
    {
        var by = holder is null ? "in use on this machine, by a program that was given no port here" : $"{holder.Status} by {holder.Text}";
        return Problem.Conflict("ports.port_taken", $"Port {port} on {host} is {by}. {(nextFree is { } next ? $"The next free one is {next}." : "There is no free one above it.")}");
    }

    public static Problem NothingHeld(string what, string host) => Problem.NotFound("ports.nothing_held", $"{what} holds no port on {host}.");
}
