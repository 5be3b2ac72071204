using System.Security.Cryptography;
using System.Text.Json;
using Alicerce.Outbound;

namespace Alicerce.Platform.Data.PrivatePostgres;

/// <summary>The three random passwords of a private cluster, kept in a 0600 file of the data folder.</summary>
internal sealed record ClusterCredentials(Secret Superuser, Secret Owner, Secret App)
{
    private const string FileName = "postgres-passwords.json";

    public static ClusterCredentials LoadOrCreate(DataRoot root)
    {
        var path = root.File(FileName);
        if (File.Exists(path)) return Read(path);
        if (Directory.Exists(root.ClusterFolder))
            throw new StartupException($"The cluster '{root.ClusterFolder}' exists but its passwords '{path}' are missing. Restore that file from a backup, or move the cluster folder away to start empty.");

        var made = new StoredPasswords(NewPassword(), NewPassword(), NewPassword());
        root.WritePrivateFile(FileName, JsonSerializer.Serialize(made));
        return made.Wrap();
    }

    private static ClusterCredentials Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<StoredPasswords>(File.ReadAllText(path))!.Wrap();
        }
        catch (JsonException e)
        {
            throw new StartupException($"The file '{path}' is damaged: {e.Message} Restore it from a backup.", e);
        }
    }

    private static string NewPassword() => RandomNumberGenerator.GetHexString(48, lowercase: true);

    private sealed record StoredPasswords(string Superuser, string Owner, string App)
    {
        public ClusterCredentials Wrap() => new(new Secret(Superuser), new Secret(Owner), new Secret(App));
    }
}
