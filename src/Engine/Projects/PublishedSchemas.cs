namespace Alicerce.Engine.Projects;

/// <summary>The JSON Schemas of the files that people write, as published in <c>docs/schemas</c>: <c>alicerce init</c> puts them where editors find them.</summary>
public static class PublishedSchemas
{
    /// <summary>File names, to be written into <c>alicerce/schemas/</c>.</summary>
    public static IReadOnlyList<string> Names { get; } = ["alicerce.schema.json", "cases.schema.json", "known-failures.schema.json"];

    /// <param name="name">One of <see cref="Names"/>.</param>
    public static Stream Open(string name) =>
        typeof(PublishedSchemas).Assembly.GetManifestResourceStream($"schemas/{name}") ?? throw new ArgumentException($"There is no schema '{name}'.", nameof(name));
}
