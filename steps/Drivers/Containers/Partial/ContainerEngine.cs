namespace Drivers;

/// <summary>The client of the container engine that fits the package feed: this feed lacks Testcontainers.</summary>
public static class ContainerEngine
{
    /// <summary>A client; connects when it is first asked.</summary>
    public static IContainers Open() => new DockerEngine();
}
