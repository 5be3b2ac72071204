using Alicerce.Vectors.Embedding.Bert.Encoder;
using Alicerce.Vectors.Embedding.Bert.Files;

namespace Alicerce.Vectors.Tests.Bert;

public sealed class SelfAttentionTests
{
    [Theory]
    [InlineData(5, 1, 3)]
    [InlineData(8, 7, 2)]
    [InlineData(12, 33, 5)]
    [InlineData(32, 70, 40)]
    [InlineData(64, 129, 1)]
    public void Texts_of_any_length_gather_their_own_values_as_the_plain_sum_does(int head, int firstLength, int secondLength)
    {
        var config = new BertConfig(2 * head, 1, 2, 4, 512, 2, 10, 1e-12f, HiddenActivation.Gelu);
        var work = new Workspace(config, firstLength + secondLength, 256);
        var random = new Random(head);
        foreach (ref var value in work.Projected.Span) value = (random.NextSingle() - 0.5f) * 4;
        // Left by a longer text before.
        work.Keys.Span.Fill(9);
        work.Scores.Span.Fill(9);
        SelfAttention.Gather(config, work, 0, firstLength);
        SelfAttention.Gather(config, work, firstLength, secondLength);
        var worst = 0d;
        foreach (var (first, length) in new[] { (0, firstLength), (firstLength, secondLength) })
            foreach (var row in new[] { first, first + (length / 2), first + length - 1 })
                for (var column = 0; column < config.HiddenSize; column++)
                    worst = Math.Max(worst, Math.Abs(work.Context.Span[(row * work.HiddenStride) + column] - Plain(config, work, first, length, row, column)));
        worst.ShouldBeLessThan(1e-5);
    }

    private static double Plain(BertConfig config, Workspace work, int first, int length, int row, int column)
    {
        var at = column / config.HeadSize * config.HeadSize;
        double At(int token, int place) => work.Projected.Span[(token * work.ProjectedStride) + place];
        var shares = Enumerable.Range(first, length)
            .Select(other => Math.Exp(Enumerable.Range(at, config.HeadSize).Sum(i => At(row, i) * At(other, config.HiddenSize + i)) / Math.Sqrt(config.HeadSize))).ToList();
        return Enumerable.Range(first, length).Sum(other => shares[other - first] * At(other, (2 * config.HiddenSize) + column)) / shares.Sum();
    }
}
