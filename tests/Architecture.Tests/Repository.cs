namespace Alicerce.Architecture.Tests;

/// <summary>The checkout that these tests look at.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Projects under <c>src/</c>, by name without the <c>Alicerce.</c> prefix.</summary>
    public static IEnumerable<SourceProject> SourceProjects() =>
        Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories).Select(SourceProject.Read);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Alicerce.slnx")))
                return folder.FullName;
        }
        throw new DirectoryNotFoundException($"No Alicerce.slnx above {AppContext.BaseDirectory}: run these tests from a checkout.");
    }
}
