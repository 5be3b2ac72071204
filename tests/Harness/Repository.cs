namespace Alicerce.Harness;

/// <summary>The checkout that the tests run in.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Alicerce.slnx"))) return folder.FullName;
        }

        throw new DirectoryNotFoundException($"No Alicerce.slnx above {AppContext.BaseDirectory}: run the tests from a checkout.");
    }
}
