namespace Alicerce.Datasources.Tests;

public sealed class NamedPlaceholdersTests
{
    [Theory]
    [InlineData("select :id", "select $1", "id")]
    [InlineData("select :a, :b, :a", "select $1, $2, $1", "a,b")]
    [InlineData("select x::text, :id::int", "select x::text, $1::int", "id")]
    [InlineData("select ':no', :id", "select ':no', $1", "id")]
    [InlineData("select 'it''s :no', :id", "select 'it''s :no', $1", "id")]
    [InlineData("select E'\\' :no', :id", "select E'\\' :no', $1", "id")]
    [InlineData("select \"a:no\", :id", "select \"a:no\", $1", "id")]
    [InlineData("select 1 -- :no\n, :id", "select 1 -- :no\n, $1", "id")]
    [InlineData("select /* /* :no */ :no */ :id", "select /* /* :no */ :no */ $1", "id")]
    [InlineData("select $$ :no $$, :id", "select $$ :no $$, $1", "id")]
    [InlineData("select $q$ $$ :no $q$, :id", "select $q$ $$ :no $q$, $1", "id")]
    [InlineData("select data ? 'a', x ?| array['b'], :id", "select data ? 'a', x ?| array['b'], $1", "id")]
    [InlineData("select a[1:n], a[:id]", "select a[1:n], a[$1]", "id")]
    [InlineData("select f(x := 1)", "select f(x := 1)", "")]
    [InlineData("select 'open :no", "select 'open :no", "")]
    [InlineData("select $open$ :no", "select $open$ :no", "")]
    [InlineData("select a$b$ + :id, b$b$", "select a$b$ + $1, b$b$", "id")]
    [InlineData("select 1 :", "select 1 :", "")]
    [InlineData("", "", "")]
    public void Only_placeholders_are_replaced(string sql, string positional, string names)
    {
        var (text, found) = NamedPlaceholders.Translate(sql, name => name == "id");
        text.ShouldBe(positional);
        string.Join(',', found).ShouldBe(names);
    }
}
