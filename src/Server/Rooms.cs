using Alicerce.Modules.Resources;
using Alicerce.Modules.Scenarios;
using Alicerce.Modules.Testing;
using Alicerce.Platform;
using Alicerce.Platform.Web;

namespace Alicerce.Server;

/// <summary>The table of contents: every module, in the order of their migrations. No scanning.</summary>
internal static class Rooms
{
    public static IReadOnlyList<IModule> All { get; } =
    [
        new PlatformModule(),
        new ResourcesModule(),
        new TestingModule(),
        new ScenariosModule(),
    ];
}
