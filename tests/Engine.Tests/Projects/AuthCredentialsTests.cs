using Alicerce.Engine.Projects;

namespace Alicerce.Engine.Tests.Projects;

public sealed class AuthCredentialsTests
{
    [Theory]
    [InlineData("${secret:TOKEN}", true)]
    [InlineData(" ${secret: shop.api-key } ", true)]
    [InlineData("Bearer ${secret:TOKEN}", true)]
    [InlineData("api-key ${secret:TOKEN}", true)]
    [InlineData("realpassword${secret:X}", false)]
    [InlineData("${secret:X}realpassword", false)]
    [InlineData("realpassword ${secret:X}", false)]
    [InlineData("Bearer realpassword ${secret:X}", false)]
    [InlineData("realpassword\n${secret:X}", false)]
    [InlineData("${secret:X}\n${secret:Y}", false)]
    [InlineData("${secret:}", false)]
    [InlineData("${HOME}", false)]
    public void Only_a_whole_reference_keeps_a_credential_out_of_a_file(string value, bool isReference) =>
        AuthCredentials.IsReference(value).ShouldBe(isReference);
}
