namespace Alicerce.Engine.Files;

/// <summary>Reads a whole file that a person wrote, when it is no larger than such a file can be.</summary>
internal static class BoundedYaml
{
    public const int MaxLength = 1024 * 1024;

    public static YamlNode? Read(string text, ProblemLog log)
    {
        if (text.Length <= MaxLength)
            return YamlNodeReader.Read(text, log);
        log.Error(1, 1, $"This file has more than {MaxLength} characters.", "Check that this is the right file.");
        return null;
    }
}
