using System.Globalization;

namespace Alicerce.Modules.Resources.Secrets;

/// <summary>What a value is sealed to: opened under another name, scope or version, it does not open (D9).</summary>
internal readonly record struct SecretName(Owner Owner, string Key)
{
    /// <summary>Unlike for any two names and versions: ids have no other characters, and keys no <c>|</c>.</summary>
    public string At(int version) => string.Create(CultureInfo.InvariantCulture, $"{Owner.ProjectId}|{Owner.EnvironmentId}|{Key}|{version}");
}
