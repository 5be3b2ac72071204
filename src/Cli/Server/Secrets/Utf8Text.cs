using System.Text;

namespace Alicerce.Cli.Server.Secrets;

/// <summary>Text as it is: bytes that are none are told and never replaced.</summary>
internal static class Utf8Text
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Decode(ReadOnlySpan<byte> bytes, string what)
    {
        try
        {
            return s_strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new UserError($"{what} is not UTF-8: write binary values as base64, and text of another encoding with 'iconv -t utf-8'.");
        }
    }
}
