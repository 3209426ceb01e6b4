namespace Benchmarks;

/// <summary>Something that has to be right before anything can be measured was not.</summary>
internal sealed class BenchmarkException(string message) : Exception(message);
