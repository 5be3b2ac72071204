using Alicerce.Engine.Discovery;
using Alicerce.Engine.Generation.Values;
using static Alicerce.Engine.Tests.Generation.Shop;

namespace Alicerce.Engine.Tests.Generation.Values;

public class ValueFactoryTests
{
    [Theory, Trait("Req", "S004-GEN-07")]
    [InlineData("string", "test_nome")]
    [InlineData("email", "test@example.com")]
    [InlineData("number", "123")]
    [InlineData("boolean", "true")]
    public void Plain_action_input_is_that_of_the_table(string type, string expected) =>
        ValueFactory.Valid(ValueRules.From(Param("nome", type)), new Random(1)).ShouldBe(expected);

    [Theory, Trait("Req", "S004-GEN-08")]
    [InlineData("email", "test@example.com")]
    [InlineData("password", "TestPass123!")]
    [InlineData("number", "123")]
    [InlineData("text", "test_nome")]
    [InlineData("textarea", "test_nome")]
    public void Plain_form_data_is_that_of_the_table(string type, string expected) =>
        ValueFactory.Valid(ValueRules.From(Field("nome", type)), new Random(1)).ShouldBe(expected);

    [Fact, Trait("Trap", "T004-39")]
    public void Every_type_gets_a_value()
    {
        string[] types = ["date", "datetime", "time", "integer", "decimal", "url", "uuid", "array", "object", "file", "ipv4", "ipv6", "creditcard", "phone", "cep", "anything"];

        foreach (var type in types) ValueFactory.Valid(ValueRules.From(Param("x", type)), new Random(1)).ShouldNotBeNullOrEmpty(type);
    }

    [Fact]
    public void Declared_rules_bend_the_plain_value()
    {
        Valid(Param("nome") with { MaxLength = 4 }).ShouldBe("test");
        Valid(Param("nome") with { MinLength = 12 }).Length.ShouldBe(12);
        Valid(Param("n", "number") with { Max = 10 }).ShouldBe("10");
        Valid(Param("n", "integer") with { Min = 5.5m }).ShouldBe("6");
        Valid(Param("tipo") with { Enum = ["", "a", "b"] }).ShouldBe("a");
        Valid(Param("sku") with { Pattern = "[A-Z]{3}-[0-9]{4}" }).ShouldMatch("^[A-Z]{3}-[0-9]{4}$");
    }

    [Fact]
    public void Brazilian_numbers_have_right_check_digits()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            IsCpf(BrazilianNumbers.Cpf(random)).ShouldBeTrue();
            IsCnpj(BrazilianNumbers.Cnpj(random)).ShouldBeTrue();
            BrazilianNumbers.Cep(random).ShouldMatch(@"^\d{5}-\d{3}$");
            BrazilianNumbers.Phone(random).ShouldMatch(@"^\(\d{2}\) \d{4}-\d{4}$");
            BrazilianNumbers.Phone(random, mobile: true).ShouldMatch(@"^\(\d{2}\) 9\d{4}-\d{4}$");
        }
    }

    [Fact]
    public void Card_numbers_pass_the_luhn_check()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var card = ValueFactory.Valid(ValueRules.From(Param("c", "creditcard")), new Random(seed))!;
            card.Reverse().Select((c, i) => i % 2 == 0 ? c - '0' : (c - '0') * 2 / 10 + (c - '0') * 2 % 10).Sum().ShouldSatisfyAllConditions(s => (s % 10).ShouldBe(0));
        }
    }

    private static string Valid(Parameter parameter) => ValueFactory.Valid(ValueRules.From(parameter), new Random(1))!;

    /// <summary>The official rule, written from the other end than the generator: weights fall from 10 and 11, remainders under 2 give 0.</summary>
    private static bool IsCpf(string text)
    {
        var d = text.Where(char.IsAsciiDigit).Select(c => c - '0').ToArray();
        if (d.Length != 11 || d.Distinct().Count() == 1) return false;
        int Digit(int n) => d.Take(n).Select((x, i) => x * (n + 1 - i)).Sum() % 11 is var r and >= 2 ? 11 - r : 0;
        return d[9] == Digit(9) && d[10] == Digit(10);
    }

    private static bool IsCnpj(string text)
    {
        var d = text.Where(char.IsAsciiDigit).Select(c => c - '0').ToArray();
        if (d.Length != 14) return false;
        int Digit(int n) => d.Take(n).Reverse().Select((x, i) => x * (2 + i % 8)).Sum() % 11 is var r and >= 2 ? 11 - r : 0;
        return d[12] == Digit(12) && d[13] == Digit(13);
    }
}
