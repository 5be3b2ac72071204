using System.Text;
using System.Text.Json.Nodes;
using Alicerce.Engine.Formats;
using Alicerce.Modules.Resources.Configs;

namespace Alicerce.Modules.Resources.Ports.Compose;

/// <summary>Reads <c>services.*.ports</c> of a compose file, short and long syntax. Nothing of it is guessed: what depends on variables is refused.</summary>
internal sealed class ComposeReader
{
    /// <summary>Of one file: a range such as <c>1-65535</c> is no list of services.</summary>
    private const int MostPorts = 500;

    private static readonly ReadLimits Limits = new() { MaxBytes = 512 * 1024, MaxNodes = 50_000 };

    private sealed record Container(string Service, string? Image);

    private readonly List<PublishedPort> _ports = [];
    private readonly List<PassedOver> _passedOver = [];
    private readonly List<string> _mistakes = [];
    private readonly PositionedJson _document;

    private ComposeReader(PositionedJson document) => _document = document;

    public static ComposePorts Read(string text)
    {
        var read = DocumentReader.ReadYaml(Encoding.UTF8.GetBytes(text), Limits);
        if (read.Document is not { } document) return new ComposePorts([], [], [$"Line {read.Problem!.Line}, column {read.Problem.Column}: {read.Problem.Message}"]);
        if (document.Root is not JsonObject root || root["services"] is not JsonObject services) return new ComposePorts([], [], ["There is no map 'services' at the top: this is no compose file."]);
        var reader = new ComposeReader(document);
        foreach (var (name, service) in services) reader.ReadService(name, service);
        return new ComposePorts(reader._ports, reader._passedOver, reader._mistakes);
    }

    private void ReadService(string name, JsonNode? service)
    {
        if (service is JsonObject definition && definition.ContainsKey("extends")) Note(name, "ports", "it extends another service, whose ports are not looked up", definition);
        if ((service as JsonObject)?["ports"] is not { } ports) return;
        if (ports is not JsonArray list)
        {
            Mistake(name, "'ports' is no list", ports);
            return;
        }

        var container = new Container(name, ImageOf(name, (JsonObject)service));
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] is JsonObject { } entry) ReadLong(container, $"ports[{i}]", entry);
            else if (list[i] is JsonValue value) ReadShort(container, $"ports[{i}]", $"{value}", value);
            else Mistake(name, $"ports[{i}] is no port", list[i] ?? list);
        }
    }

    /// <summary>An image that is not certain is no reason to refuse the ports.</summary>
    private string? ImageOf(string service, JsonObject definition)
    {
        if (definition["image"] is not { } image) return null;
        if (image is JsonValue && ConfigNames.IsImage($"{image}")) return $"{image}";
        Note(service, "image", "it depends on a variable, or is no name of an image, and is not kept", image);
        return null;
    }

    private void ReadShort(Container container, string place, string text, JsonNode node)
    {
        if (HasVariable(container.Service, place, text, node)) return;
        if (PortSyntax.Parse(text) is not { } port) Mistake(container.Service, $"{place} is no port such as '8080:80', with numbers from 1 to 65535", node);
        else Add(container, place, port, node);
    }

    private void ReadLong(Container container, string place, JsonObject entry)
    {
        string TextOf(string key) => entry[key] is JsonValue value ? $"{value}" : "";

        foreach (var key in new[] { "published", "target", "host_ip", "protocol" })
        {
            if (HasVariable(container.Service, $"{place}.{key}", TextOf(key), entry)) return;
        }

        var published = TextOf("published");
        var host = published.Length == 0 ? null : PortSyntax.RangeOf(published);
        if (PortSyntax.RangeOf(TextOf("target")) is not { } target || (published.Length > 0 && host is null))
        {
            Mistake(container.Service, $"{place} needs 'target' and 'published' with numbers from 1 to 65535", entry);
            return;
        }

        var address = TextOf("host_ip");
        Add(container, place, new PortSyntax(address.Length == 0 ? null : address, host, target, TextOf("protocol") is { Length: > 0 } protocol ? protocol.ToLowerInvariant() : "tcp"), entry);
    }

    private void Add(Container container, string place, PortSyntax port, JsonNode node)
    {
        var service = container.Service;
        if (port.Protocol != "tcp") Note(service, place, $"it is {port.Protocol}: only tcp ports are kept here", node);
        else if (port.Host is not { } host) Note(service, place, "it names no port of the host: one is chosen at every start", node);
        else if (host.Last - host.First is var more && more != port.Target.Last - port.Target.First) Note(service, place, "one port of the range is chosen at every start", node);
        else if (_ports.Count + more >= MostPorts) Mistake(service, $"{place}: more than {MostPorts} ports are not taken over from one file", node);
        else _ports.AddRange(Enumerable.Range(0, more + 1).Select(i => new PublishedPort(service, host.First + i, port.Target.First + i, container.Image, port.Address, LineOf(node))));
    }

    private bool HasVariable(string service, string place, string text, JsonNode node)
    {
        if (!text.Contains('$')) return false;
        Mistake(service, $"{place} depends on a variable: write the number, or send what 'docker compose config' prints", node);
        return true;
    }

    private void Note(string service, string place, string why, JsonNode node) => _passedOver.Add(new PassedOver(service, place, why, LineOf(node)));

    private void Mistake(string service, string what, JsonNode node) => _mistakes.Add($"Line {LineOf(node)}, service '{service}': {what}.");

    private int LineOf(JsonNode node) => _document.PlaceOf(node).Line;
}
