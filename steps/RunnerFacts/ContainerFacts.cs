using Reqnroll.BoDi;

namespace RunnerFacts;

/// <summary>The container that makes what bindings ask for.</summary>
public sealed class ContainerFacts
{
    [Fact]
    public void TheLongestConstructorIsUsedAndEveryClassIsMadeOnce()
    {
        using var container = new ObjectContainer();
        var car = container.Resolve<Car>();
        Assert.Same(container.Resolve<Engine>(), car.Engine);
        Assert.Same(car, container.Resolve<Car>());
    }

    [Fact]
    public void AnUnregisteredClassStaysWhereItWasAskedFor()
    {
        using var feature = new ObjectContainer();
        using var one = new ObjectContainer(feature);
        using var two = new ObjectContainer(feature);
        Assert.NotSame(one.Resolve<Engine>(), two.Resolve<Engine>());
        using var three = new ObjectContainer(feature);
        Assert.Same(feature.Resolve<Engine>(), three.Resolve<Engine>());
    }

    [Fact]
    public void RegistrationAfterTheFirstUseIsRefused()
    {
        using var container = new ObjectContainer();
        container.RegisterTypeAs<Engine, IEngine>();
        Assert.IsType<Engine>(container.Resolve<IEngine>());
        Assert.Throws<ObjectContainerException>(() => container.RegisterTypeAs<Engine, IEngine>());
    }

    [Fact]
    public void NamesFactoriesDictionariesAndAllAreKnown()
    {
        using var container = new ObjectContainer();
        container.RegisterTypeAs<Engine, IEngine>("a");
        container.RegisterFactoryAs<IEngine>(_ => new Engine(), "b");
        Assert.Equal(["a", "b"], container.Resolve<IDictionary<string, IEngine>>().Keys.Order());
        Assert.Equal(2, container.ResolveAll<IEngine>().Count());
        Assert.Same(container.Resolve<IEngine>("b"), container.Resolve<IEngine>("b"));
        Assert.True(container.IsRegistered<IEngine>("a"));
        Assert.False(container.IsRegistered<IEngine>("c"));
        Assert.Throws<ObjectContainerException>(() => container.Resolve<IEngine>());
    }

    [Fact]
    public void OnRequestEveryoneGetsHisOwn()
    {
        using var container = new ObjectContainer();
        container.RegisterFactoryAs<IEngine>(_ => new Engine()).InstancePerDependency();
        Assert.NotSame(container.Resolve<IEngine>(), container.Resolve<IEngine>());
    }

    [Fact]
    public void WhatWasMadeIsDisposedInTheOrderOfItsMaking()
    {
        var log = new List<string>();
        var given = new Piece("given", log);
        using (var container = new ObjectContainer())
        {
            container.RegisterInstanceAs(given);
            container.RegisterFactoryAs<IDisposable>(_ => new Piece("first", log), "1");
            container.RegisterFactoryAs<IDisposable>(_ => new Piece("second", log), "2");
            container.Resolve<IDisposable>("1");
            container.Resolve<IDisposable>("2");
        }

        Assert.Equal(["first", "second"], log);
        using (var container = new ObjectContainer())
        {
            container.RegisterInstanceAs(given, dispose: true);
        }

        Assert.Equal("given", log[^1]);
    }

    [Fact]
    public void ACircleIsNamed() => Assert.Contains(
        nameof(Hen),
        Assert.Throws<ObjectContainerException>(() => new ObjectContainer().Resolve<Hen>()).Message);

    public interface IEngine;

    public sealed class Engine : IEngine;

    public sealed class Car
    {
        public Car()
        {
        }

        public Car(Engine engine) => Engine = engine;

        public Engine? Engine { get; }
    }

    public sealed record Hen(Egg Egg);

    public sealed record Egg(Hen Hen);

    private sealed class Piece(string name, List<string> log) : IDisposable
    {
        public void Dispose() => log.Add(name);
    }
}
