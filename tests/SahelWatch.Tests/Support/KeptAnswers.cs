using System.Collections.Concurrent;
using Microsoft.AspNetCore.OutputCaching;

namespace SahelWatch.Tests.Support;

/// <summary>What the site keeps, for a test to look at.</summary>
internal sealed class KeptAnswers : IOutputCacheStore
{
    private readonly ConcurrentDictionary<string, byte[]> _answers = new();
    private int _stored;

    /// <summary>How often an answer was stored, the same again included.</summary>
    public int Stored => _stored;

    public ValueTask EvictByTagAsync(string tag, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask<byte[]?> GetAsync(string key, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_answers.GetValueOrDefault(key));

    public ValueTask SetAsync(
        string key, byte[] value, string[]? tags, TimeSpan validFor, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _stored);
        _answers[key] = value;
        return ValueTask.CompletedTask;
    }
}
