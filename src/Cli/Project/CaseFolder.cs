using Alicerce.Engine.Cases;
using Alicerce.Engine.Cases.Files;

namespace Alicerce.Cli.Project;

/// <summary>The folder of case files: one file a component.</summary>
internal static class CaseFolder
{
    /// <summary>Writes each file beside its place and moves it there, so that a stop in between loses nothing.</summary>
    public static async Task WriteAsync(string folder, IEnumerable<TestCase> cases, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, ofFile) in CaseFileWriter.ByFile(cases))
        {
            var target = Path.Combine(folder, name);
            var draft = target + ".new";
            await File.WriteAllTextAsync(draft, CaseFileWriter.Write(ofFile), ct);
            File.Move(draft, target, overwrite: true);
        }
    }
}
