using System.Reflection;

namespace Alicerce.Platform.Web;

/// <summary>What this build calls itself.</summary>
public static class ServiceInfo
{
    public const string Name = "alicerce";

    /// <summary>The version of the build, without the commit that some builds append.</summary>
    public static string Version { get; } =
        typeof(ServiceInfo).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";
}
