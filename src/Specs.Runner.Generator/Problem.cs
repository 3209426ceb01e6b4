namespace Specs.Runner.Generator;

/// <summary>What is wrong with a feature file, and where (lines and columns count from 1).</summary>
internal sealed record Problem(int Line, int Column, string Message);
