namespace Alicerce.Outbound.Tests;

public sealed class RedirectTests
{
    [Theory]
    [InlineData("https://shop.example/a", "/b", "https://shop.example/b", true)]
    [InlineData("https://shop.example/a", "https://SHOP.example:443/b", "https://shop.example/b", true)]
    [InlineData("https://shop.example/a", "http://shop.example/b", "http://shop.example/b", false)]
    [InlineData("http://shop.example/a", "https://shop.example/b", "https://shop.example/b", false)]
    [InlineData("http://localhost:5080/a", "http://localhost:5081/", "http://localhost:5081/", false)]
    [InlineData("http://shop.example/a", "//evil.example/b", "http://evil.example/b", false)]
    [InlineData("http://shop.example/a", "http://shop.example.evil.example/", "http://shop.example.evil.example/", false)]
    public void Credentials_travel_only_within_the_origin(string from, string location, string target, bool carries)
    {
        var redirect = Redirect.Read(new Uri(from), location, out _).ShouldNotBeNull();
        redirect.Target.AbsoluteUri.ShouldBe(target);
        redirect.MayCarryCredentials.ShouldBe(carries);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("http://")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://admin:pw@shop.example/")]
    public void A_location_that_leads_nowhere_safe_is_told(string? location)
    {
        Redirect.Read(new Uri("http://shop.example/"), location, out var problem).ShouldBeNull();
        problem.ShouldNotBeNullOrEmpty();
    }
}
