namespace Alicerce.Demo;

/// <summary>Where the parts of the demo are in this checkout.</summary>
internal static class Checkout
{
    public static string Root { get; } = FindRoot();

    public static string Shop { get; } = Path.Combine(Root, "samples", "loja");

    /// <summary>An assembly of the configuration that this program was built with, for it was built together with it.</summary>
    public static string Assembly(string project, string name) =>
        Path.Combine(Root, "artifacts", "bin", project, Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), $"{name}.dll");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Alicerce.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("the demo runs from a checkout");
    }
}
