using System.Text.Json;

namespace Alicerce.Engine.Discovery;

/// <summary>A component to JSON and back without loss, in the same names as <see cref="ScanJson"/>: this is how it is stored.</summary>
public static class ComponentJson
{
    public static string Write(Component component) => JsonSerializer.Serialize(component, DiscoveryJson.For<Component>());

    /// <exception cref="JsonException">The text was not written by <see cref="Write"/>.</exception>
    public static Component Read(string json) =>
        JsonSerializer.Deserialize(json, DiscoveryJson.For<Component>()) ?? throw new JsonException("a component is an object, not null");
}
