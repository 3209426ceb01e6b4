namespace Neap.Vectors.Embedding;

/// <summary>L2 normalisation.</summary>
internal static class UnitLength
{
    /// <summary>Divides a vector by its length; zeros stay zeros. False where a number is not finite.</summary>
    public static bool TryApply(Span<float> vector)
    {
        var squares = 0d;
        foreach (var number in vector)
        {
            squares += (double)number * number;
        }

        var length = squares == 0 ? 1 : Math.Sqrt(squares);
        foreach (ref var number in vector)
        {
            number = (float)(number / length);
        }

        return double.IsFinite(squares);
    }
}
