namespace Neap.Vectors.Embedding;

/// <summary>L2 normalisation.</summary>
internal static class UnitLength
{
    /// <summary>Divides a vector by its length; zeros stay zeros.</summary>
    public static void Apply(Span<float> vector)
    {
        var squares = 0d;
        foreach (var number in vector)
        {
            squares += (double)number * number;
        }

        if (squares == 0)
        {
            return;
        }

        var length = Math.Sqrt(squares);
        foreach (ref var number in vector)
        {
            number = (float)(number / length);
        }
    }
}
