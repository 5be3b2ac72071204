using System.Text.RegularExpressions;
using Alicerce.Engine.Generation.Values;

namespace Alicerce.Engine.Tests.Generation.Values;

public class PatternStringsTests
{
    [Theory]
    [InlineData(@"^[A-Z]{3}-[0-9]{4}$")]
    [InlineData(@"\([0-9]{2}\) [0-9]{4,5}-[0-9]{4}")]
    [InlineData(@"(foo|bar)+baz?")]
    [InlineData(@"[^a-z]{2,3}")]
    [InlineData(@"\d+\.\d{2}")]
    [InlineData(@"(?:[a-f0-9]{2}:){5}[a-f0-9]{2}")]
    [InlineData(@"[\w.-]+@[\w-]+\.com")]
    [InlineData(@"a{0}b*c")]
    public void Generated_texts_match_their_pattern(string pattern)
    {
        for (var seed = 0; seed < 50; seed++)
            Regex.IsMatch(PatternStrings.Generate(pattern, new Random(seed)).ShouldNotBeNull(), $"^(?:{pattern})$", RegexOptions.None, TimeSpan.FromSeconds(1)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("(?=x)y")]
    [InlineData(@"(a)\1")]
    [InlineData("[unclosed")]
    [InlineData("(unclosed")]
    [InlineData("a{9999}")]
    [InlineData("\\")]
    [InlineData("[")]
    [InlineData("[a-\\")]
    public void What_is_outside_the_subset_gives_nothing(string pattern) => PatternStrings.Generate(pattern, new Random(1)).ShouldBeNull();

    [Fact]
    public void A_length_is_met_where_the_pattern_allows_it()
    {
        PatternStrings.Generate("[a-z]+", new Random(1), 7, 7)!.Length.ShouldBe(7);
        PatternStrings.Generate("[a-z]{3}", new Random(1), 7, 7).ShouldBeNull();
    }

    [Fact]
    public void A_violation_is_refused_even_by_a_prefix_match() => Regex.IsMatch(PatternStrings.Violation("[A-Z]{3}")!, "[A-Z]{3}", RegexOptions.None, TimeSpan.FromSeconds(1)).ShouldBeFalse();

    [Fact]
    public void Any_text_as_a_pattern_is_survived()
    {
        var random = new Random(20);
        const string Alphabet = @"ab01[](){}|*+?\^$.-,d";
        for (var i = 0; i < 3_000; i++)
        {
            var pattern = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => Alphabet[random.Next(Alphabet.Length)]));
            if (PatternStrings.Generate(pattern, new Random(i)) is { } text) PatternStrings.Matches(pattern, text).ShouldBeTrue(pattern);
        }
    }
}
