using Alicerce.Modules.Resources.Services;

namespace Alicerce.Modules.Resources.Configs;

/// <param name="Addresses">Of its instances, as <c>host:port</c>.</param>
/// <param name="Hosts">Of its instances.</param>
/// <param name="Domain">Its own; null when it has none.</param>
internal sealed record PublicService(string Name, string Scheme, IReadOnlyList<string> Addresses, IReadOnlyList<string> Hosts, string? Domain)
{
    /// <summary>Where it is reached: its own domain, else the given one when it is alone, else a name below it.</summary>
    public string DomainBelow(string domain, bool isAlone) => Domain ?? (isAlone ? domain : $"{Name.ToLowerInvariant()}.{domain}");
}

/// <summary>
/// Which services a gateway leads to from outside. Nothing is public because it is there: a service says so in its metadata (<c>public</c>, or a
/// <c>domain</c>), or whoever generates the file names it.
/// </summary>
internal static class PublicServices
{
    /// <param name="facts">Checked ones.</param>
    /// <param name="named">Exactly these; null for those that say so themselves.</param>
    /// <param name="warnings">Names what was left out without anybody having said so.</param>
    /// <exception cref="ConfigMistakesException">What is named is none.</exception>
    /// <exception cref="NothingToWriteException">Nothing is public.</exception>
    public static IReadOnlyList<PublicService> Choose(ConfigFacts facts, IReadOnlyList<string>? named, List<string> warnings)
    {
        var candidates = CandidatesOf(facts);
        if (candidates.Count == 0) throw new NothingToWriteException($"{facts.Place} has no web service: register one with the protocol http or https, or allocate a port of the type app or web.");
        if (named is not null) return Named(facts, candidates, named);

        var chosen = candidates.Values.Where(candidate => candidate.Public ?? candidate.Service.Domain is not null).Select(candidate => candidate.Service).ToList();
        var unsaid = candidates.Values.Where(candidate => candidate.Public is null && candidate.Service.Domain is null).Select(candidate => candidate.Service.Name).ToList();
        if (chosen.Count == 0)
            throw new NothingToWriteException($"{facts.Place} has no public service. {(unsaid.Count == 0 ? "All of them say \"public\": false." : $"These could be: {string.Join(", ", unsaid)}. Name those that shall be reached from outside (services, or --service), or register them with the metadata {{\"public\": true}}.")}");
        if (unsaid.Count > 0) warnings.Add($"Not public, so left out: {string.Join(", ", unsaid)}. Register them with the metadata {{\"public\": true}}, or false to read this no more.");
        return chosen;
    }

    private static List<PublicService> Named(ConfigFacts facts, SortedDictionary<string, (PublicService Service, bool? Public)> candidates, IReadOnlyList<string> named)
    {
        var wrong = named.Where(name => !candidates.ContainsKey(name)).Distinct(StringComparer.Ordinal).ToList();
        if (wrong.Count > 0)
        {
            throw new ConfigMistakesException([.. wrong.Select(name => facts.Services.Any(service => service.Name == name) || facts.Ports.Any(port => port.Program == name)
                ? $"{name} is for the inside: a gateway leads to apps and gateways that speak http or https, never to a database, cache or queue."
                : $"{facts.Place} has no service of that name; there are {string.Join(", ", candidates.Keys)}.")]);
        }

        return [.. candidates.Values.Where(candidate => named.Contains(candidate.Service.Name)).Select(candidate => candidate.Service)];
    }

    /// <summary>By name: what is registered, and allocated ports of apps that nobody registered.</summary>
    private static SortedDictionary<string, (PublicService Service, bool? Public)> CandidatesOf(ConfigFacts facts)
    {
        var candidates = new SortedDictionary<string, (PublicService Service, bool? Public)>(StringComparer.Ordinal);
        foreach (var instances in facts.Services.GroupBy(service => service.Name, StringComparer.Ordinal))
        {
            var web = instances.Where(service => service.IsWeb && ServiceMetadata.MayBePublic(service.Type)).ToList();
            if (web.Count == 0) continue;
            // One instance that is kept inside keeps the name inside.
            bool? isPublic = web.Any(service => service.Public == false) ? false : web.Any(service => service.Public == true) ? true : null;
            candidates[instances.Key] = (
                new PublicService(
                    instances.Key, web[0].Protocol, [.. web.Select(service => AddressOf(service.Host, service.Port)).Distinct()], [.. web.Select(service => service.Host).Distinct()],
                    web.Select(service => service.Domain).FirstOrDefault(domain => domain is not null)),
                isPublic);
        }

        foreach (var port in facts.Ports.Where(port => port.PartOf is null && port.Type is "app" or "web" && !facts.Services.Any(service => service.Name == port.Service)))
            candidates[port.Service] = (new PublicService(port.Service, "http", [AddressOf(port.Host, port.Port)], [port.Host], null), null);
        return candidates;
    }

    private static string AddressOf(string host, int port) => $"{ConfigNames.HostInUrl(host)}:{port}";
}
