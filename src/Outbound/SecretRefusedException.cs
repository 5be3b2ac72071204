namespace Alicerce.Outbound;

/// <summary>A secret that may not be told here. The message names the rule and says how to mend it, and never holds the value.</summary>
public sealed class SecretRefusedException(string message) : Exception(message);
