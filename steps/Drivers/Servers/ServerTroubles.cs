namespace Drivers;

/// <summary>What goes wrong with the servers that the engine asks.</summary>
public sealed class ServerTroubles(EmbeddingServer embedding, VectorServer vectors)
{
    /// <summary>Plans a failure; it has to happen.</summary>
    /// <param name="server"><c>embedding</c> or <c>vector</c>.</param>
    /// <param name="trouble">What it does, in words.</param>
    /// <param name="since"><c>at</c> one call, or <c>from</c> one on.</param>
    /// <param name="call">Which one, counted from 1.</param>
    public void Plan(string server, string trouble, string since, int call)
    {
        switch (server, since)
        {
            case ("vector", "at"):
                vectors.Server.Plan(trouble, call);
                break;
            case ("embedding", "at"):
                embedding.Plan(trouble, call);
                break;
            case ("embedding", _):
                embedding.PlanFrom(trouble, call);
                break;
            default:
                throw new SpecException($"Nobody can plan that the {server} server {trouble} {since} call {call}.");
        }
    }

    /// <summary>Makes a server particular.</summary>
    /// <param name="demand"><c>embedding server refuses texts with the words</c> or <c>vector server asks for the key</c>.</param>
    /// <param name="text">The words, or the key.</param>
    public void Demand(string demand, string text)
    {
        ArgumentNullException.ThrowIfNull(demand);
        if (demand.StartsWith("vector", StringComparison.Ordinal))
        {
            vectors.AskForKey(text);
            return;
        }

        embedding.Refuse(text);
    }

    /// <summary>The embedding server is well again.</summary>
    public void Recover() => embedding.Recover();

    /// <summary>From now on every answer takes so long.</summary>
    /// <param name="server"><c>embedding</c> or <c>vector</c>.</param>
    /// <param name="milliseconds">Of each answer.</param>
    public void Delay(string server, int milliseconds)
    {
        var latency = TimeSpan.FromMilliseconds(milliseconds);
        if (server == "vector")
        {
            vectors.Server.Latency = latency;
            return;
        }

        embedding.Latency = latency;
    }
}
