using System.Text;
using Alicerce.Cli.Server.Packing;
using Alicerce.Engine.Projects;
using Alicerce.Harness.Fuzzing;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Alicerce.Cli.Tests.Packing;

/// <summary>What is sent is read again, node by node and not as the remover reads it: no credential is left, in whatever file.</summary>
public sealed class CredentialRemovalFuzzTests
{
    private const int MostBelow = 1_000;

    private static readonly string[] Real =
    [
        "datasources:\n  main:\n    driver: postgresql\n    url: postgres://shop:hunter2@db/shop\n    password: hunter2\nsecurity: { secret_key: 'hunter2', list: [a, b] }\n",
        "plain: &p hunter2\npassword: *p\nbase: &b {host: h, user: u}\ntoken: *b\nprod: {<<: *b, senha: ${X:hunter2}}\n",
        "? [a, b]\n: password\n? {password: x}\n: y\nsecrets:\n  - hunter2\n  - |\n    hunter2\n    hunter2\n# password: hunter2\n",
        "--- !!map\n\"pass\\u0077ord\": \"hun\\\n  ter2\"\n'api-key': >-\n  hunter2\n---\n*p : x\npin: 1234\n...\n",
    ];

    private static readonly string[] Tokens =
        ["password: ", "token: ", "pin: ", "hunter2", "a: ", "? ", ": ", "- ", "&a ", "*a ", "*a : ", "&b {", "*b", "<<: ", "{", "}", "[", "]", ",", "|\n", ">-\n", "\"", "'", "\\", "#", "!!str ", "!x ", "---\n", "...\n", "${X:", "://u:p@", "\n", "  ", "\t", "\r", "\u0085", "\uFEFF", "\0", "é"];

    [Theory]
    [InlineData("? [a]\n: password\npassword: hunter2\n")]
    [InlineData("x: &b {a: hunter2}\npassword: *b\n")]
    [InlineData("k: &k a\nm:\n  *k : token\n  password: hunter2\n")]
    [InlineData("\"-\": x\npassword: hunter2\n")]
    [InlineData("url: &u postgres://ana:x@hunter2/\npassword: *u\n")]
    [InlineData("url: postgres://ana:hunter2/x@db/\n")]
    [InlineData("main:\n  : x\n  password: hunter2\n")]
    public void Keys_that_are_no_words_and_aliases_of_what_is_no_word_hide_nothing(string yaml) =>
        (CredentialRemoval.Remove(yaml).Text ?? "").ShouldNotContain("hunter2");

    [Fact]
    public void What_is_no_YAML_any_more_after_a_cut_is_not_sent() =>
        CredentialRemoval.Remove("dr2}}atasources:\n  main:\n    driversecurity: { secret_kepostgres://shy: 'hunt: postgresql\n    url: op:hunter2@db/shop\n    passwordter2@db/shop\n    password: hunter2\ner2', list: [a, b] }\n")
            .Text.ShouldBeNull();

    [Fact]
    public Task No_file_makes_it_throw_hang_swell_or_leave_a_credential() =>
        Fuzz.CheckAsync(new Mutator(Real.Select(Encoding.UTF8.GetBytes), Tokens), input =>
        {
            if (CredentialRemoval.Remove(Encoding.UTF8.GetString(input)).Text is not { } sent) return;
            foreach (var value in CredentialsIn(sent)) CredentialRemoval.Cleaned(value, isCredential: true).ShouldBe(value, sent);
        });

    private static List<string> CredentialsIn(string yaml)
    {
        var (found, anchors) = (new List<string>(), new Dictionary<string, List<string>>(StringComparer.Ordinal));
        var parser = new Parser(new StringReader(yaml));
        parser.Consume<StreamStart>();
        while (parser.TryConsume<DocumentStart>(out _))
        {
            Node(isCredential: false);
            parser.Consume<DocumentEnd>();
        }
        return found;

        List<string> Node(bool isCredential)
        {
            var below = new List<string>();
            var node = parser.Consume<ParsingEvent>();
            switch (node)
            {
                case AnchorAlias alias: below.AddRange(anchors.GetValueOrDefault(alias.Value.Value) ?? []); break;
                case Scalar scalar: below.Add(scalar.Value); break;
                case SequenceStart: while (!parser.TryConsume<SequenceEnd>(out _)) below.AddRange(Node(isCredential)); break;
                case MappingStart: while (!parser.TryConsume<MappingEnd>(out _)) below.AddRange(Entry(isCredential)); break;
            }
            if (below.Count > MostBelow) below.RemoveRange(MostBelow, below.Count - MostBelow);
            if (node is NodeEvent { Anchor.IsEmpty: false } anchored) anchors[anchored.Anchor.Value] = below;
            if (isCredential) found.AddRange(below);
            return below;
        }

        List<string> Entry(bool isCredential)
        {
            var name = parser.Accept<Scalar>(out var scalar) ? scalar.Value : "";
            Node(isCredential: false);
            return Node(isCredential || CredentialNames.Fits(name));
        }
    }
}
