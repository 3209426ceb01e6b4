using Docker.DotNet.Models;
using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Configurations;
using DotNet.Testcontainers.Containers;
using DotNet.Testcontainers.Images;

namespace Drivers;

/// <summary>Makes containers with Testcontainers.</summary>
/// <remarks>
/// It has no word for signal 9, and none for the containers of a run that died: those go to the same engine by the
/// container's id. Its own sweeper, a container that has to be pulled, stays off: <see cref="RunLabels"/> does that work.
/// </remarks>
public sealed class TestcontainersEngine : IContainers
{
    private readonly DockerEngine _engine = new();

    static TestcontainersEngine() => TestcontainersSettings.ResourceReaperEnabled = false;

    /// <inheritdoc/>
    public Task<string?> WhyNotAsync(TimeSpan limit) => _engine.WhyNotAsync(limit);

    /// <inheritdoc/>
    public Task<bool> HasImageAsync(string image) => _engine.HasImageAsync(image);

    /// <inheritdoc/>
    /// <remarks>It is removed by <see cref="RemoveAsync"/>, and not with the object that made it.</remarks>
    public async Task<string> RunAsync(ContainerPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var container = Plan(plan);
        await container.StartAsync();
        return container.Id;
    }

    /// <inheritdoc/>
    public Task TellAsync(string id, ContainerOrder order) => _engine.TellAsync(id, order);

    /// <inheritdoc/>
    public Task RemoveAsync(string id) => _engine.RemoveAsync(id);

    /// <inheritdoc/>
    public Task<IReadOnlyList<(string Id, IReadOnlyDictionary<string, string> Labels)>> ListAsync(string label) =>
        _engine.ListAsync(label);

    /// <inheritdoc/>
    public void Dispose() => _engine.Dispose();

    private static IContainer Plan(ContainerPlan plan) => new ContainerBuilder(plan.Image)
        .WithDockerEndpoint($"unix://{DockerEngine.Socket}")
        .WithImagePullPolicy(PullPolicy.Never)
        .WithEnvironment(plan.Variables)
        .WithCommand([.. plan.Command])
        .WithLabel(plan.Labels)
        .WithPortBinding(plan.HostPort, plan.Port)
        .WithCreateParameterModifier(made => KeepHere(made, plan))
        .Build();

    private static void KeepHere(CreateContainerParameters made, ContainerPlan plan)
    {
        var host = made.HostConfig ?? throw new SpecException("Testcontainers plans a container without a host.");
        host.ShmSize = ContainerPlan.SharedMemoryBytes;
        host.Tmpfs = plan.InMemory.ToDictionary(folder => folder, _ => ContainerPlan.MountOptions);
        foreach (var binding in (host.PortBindings ?? throw new SpecException("It plans none of its ports.")).Values.SelectMany(all => all))
        {
            binding.HostIP = ContainerPlan.HostAddress;
        }
    }
}
