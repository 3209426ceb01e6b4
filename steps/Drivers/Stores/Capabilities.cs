namespace Drivers;

/// <summary>What this machine can provide, found out once a run and within seconds.</summary>
/// <remarks>
/// Of each thing: an address in the environment, then a container engine, then installed programs. What is named in
/// SPECS_REQUIRE has to be there: then a scenario that needs it fails instead of being skipped.
/// </remarks>
public static class Capabilities
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);
    private static readonly Lazy<Task<IReadOnlyList<Capability>>> Found = new(FindAsync);

    /// <summary>All of them.</summary>
    public static Task<IReadOnlyList<Capability>> AllAsync() => Found.Value;

    /// <summary>The variable that names a real vector server.</summary>
    /// <param name="name"><c>qdrant</c> or <c>weaviate</c>.</param>
    public static string AddressVariable(string name) => $"SPECS_{name?.ToUpperInvariant()}_URL";

    /// <summary>Why scenarios with this tag are left out; null where they run, or where they have to.</summary>
    public static async Task<string?> WhyNotAsync(string tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        var capability = (await AllAsync()).Single(one => $"needs.{one.Name}" == tag);
        if (!capability.IsThere && IsRequired(capability.Name))
        {
            throw new SpecException($"SPECS_REQUIRE names {capability.Name}, and {capability.Missing}");
        }

        return capability.IsThere ? null : capability.Missing;
    }

    /// <summary>Writes the table next to the suite, for people and for the documentation.</summary>
    public static async Task NoteAsync()
    {
        var lines = (await AllAsync()).Select(one => one.ToString());
        await File.WriteAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "capabilities.txt"), lines);
    }

    private static bool IsRequired(string name) =>
        (Environment.GetEnvironmentVariable("SPECS_REQUIRE") ?? "").Split(',', StringSplitOptions.TrimEntries).Contains(name);

    private static async Task<IReadOnlyList<Capability>> FindAsync() =>
        [await PostgresAsync(), Pool(), Named("weaviate"), Named("qdrant"), History()];

    private static async Task<Capability> PostgresAsync()
    {
        const string Name = "postgres";
        if (Environment.GetEnvironmentVariable("SPECS_POSTGRES") is { Length: > 0 })
        {
            return new Capability(Name, "the server that SPECS_POSTGRES names", "");
        }

        using var engine = ContainerEngine.Open();
        var why = await engine.WhyNotAsync(Limit);
        if (why is null)
        {
            why = await engine.HasImageAsync(PostgresServer.Image)
                ? null
                : $"the container engine has no image {PostgresServer.Image}";
        }

        return why is null
            ? new Capability(Name, $"a container of {PostgresServer.Image}", "")
            : new Capability(Name, null, $"{why}; run steps/servers.sh, or name a server with pgvector in SPECS_POSTGRES");
    }

    private static Capability Pool() =>
        PgBouncer.WhyNot() is { } why ? new Capability("pgbouncer", null, why) : new Capability("pgbouncer", "this machine's pgbouncer", "");

    private static Capability Named(string name) =>
        AddressVariable(name) is var variable && Environment.GetEnvironmentVariable(variable) is { Length: > 0 }
            ? new Capability(name, $"the server that {variable} names", "")
            : new Capability(name, null, $"no server is named, so a stand-in keeps the published contract; set {variable} to the address of one");

    private static Capability History() =>
        OwnHistory.WhyNot() is { } why ? new Capability("history", null, why) : new Capability("history", "the commits of this clone", "");
}
