using Alicerce.Harness;
using Alicerce.Platform.Data;

namespace Alicerce.Platform.Tests.Data;

public sealed class DataRootTests
{
    [Theory]
    [InlineData(true, "/d", "/x", "/h", "/d")]
    [InlineData(true, null, "/x", "/h", "/var/lib/alicerce")]
    [InlineData(false, null, "/x", "/h", "/x/alicerce")]
    [InlineData(false, null, null, "/h", "/h/.local/share/alicerce")]
    public void The_folder_is_looked_for_in_order(bool isRoot, string? chosen, string? xdg, string? home, string expected)
    {
        var variables = new Dictionary<string, string?> { ["ALICERCE_DATA"] = chosen, ["XDG_DATA_HOME"] = xdg, ["HOME"] = home };
        DataRoot.Locate(name => variables[name], isRoot).ShouldBe(expected);
    }

    [Fact]
    public void A_folder_that_every_user_may_write_to_is_refused_and_left_as_it_is()
    {
        using var folder = new TempFolder();
        const UnixFileMode AsTmp = (UnixFileMode)0b1_111_111_111;
        Directory.CreateDirectory(folder["shared"]);
        File.SetUnixFileMode(folder["shared"], AsTmp);
        Should.Throw<StartupException>(() => DataRoot.Open(folder["shared"])).Message.ShouldContain("set ALICERCE_DATA to a folder of its own");
        File.GetUnixFileMode(folder["shared"]).ShouldBe(AsTmp);
    }

    [Fact]
    public void A_private_file_is_readable_by_its_owner_only()
    {
        using var folder = new TempFolder();
        var root = DataRoot.Open(folder["data"]);
        root.WritePrivateFile("key", "value");
        File.GetUnixFileMode(root.File("key")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void A_second_server_on_the_same_folder_is_refused_and_told_who_holds_it()
    {
        using var folder = new TempFolder();
        var root = DataRoot.Open(folder["data"]);
        using (DataRootLock.Take(root))
            Should.Throw<StartupException>(() => DataRootLock.Take(root)).Message.ShouldContain($"process {Environment.ProcessId}");
        using var again = DataRootLock.Take(root);
    }
}
