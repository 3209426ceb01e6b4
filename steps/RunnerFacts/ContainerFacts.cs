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
        car.Engine.Should().BeSameAs(container.Resolve<Engine>());
        container.Resolve<Car>().Should().BeSameAs(car);
    }

    [Fact]
    public void AnUnregisteredClassStaysWhereItWasAskedFor()
    {
        using var feature = new ObjectContainer();
        using var one = new ObjectContainer(feature);
        using var two = new ObjectContainer(feature);
        one.Resolve<Engine>().Should().NotBeSameAs(two.Resolve<Engine>());
        using var three = new ObjectContainer(feature);
        feature.Resolve<Engine>().Should().BeSameAs(three.Resolve<Engine>());
    }

    [Fact]
    public void RegistrationAfterTheFirstUseIsRefused()
    {
        using var container = new ObjectContainer();
        container.RegisterTypeAs<Engine, IEngine>();
        container.Resolve<IEngine>().Should().BeOfType<Engine>();
        FluentActions.Invoking(() => container.RegisterTypeAs<Engine, IEngine>())
            .Should().ThrowExactly<ObjectContainerException>();
    }

    [Fact]
    public void NamesFactoriesDictionariesAndAllAreKnown()
    {
        using var container = new ObjectContainer();
        container.RegisterTypeAs<Engine, IEngine>("a");
        container.RegisterFactoryAs<IEngine>(_ => new Engine(), "b");
        container.Resolve<IDictionary<string, IEngine>>().Keys.Order().Should().Equal("a", "b");
        container.ResolveAll<IEngine>().Should().HaveCount(2);
        container.Resolve<IEngine>("b").Should().BeSameAs(container.Resolve<IEngine>("b"));
        container.IsRegistered<IEngine>("a").Should().BeTrue();
        container.IsRegistered<IEngine>("c").Should().BeFalse();
        FluentActions.Invoking(() => container.Resolve<IEngine>()).Should().ThrowExactly<ObjectContainerException>();
    }

    [Fact]
    public void OnRequestEveryoneGetsHisOwn()
    {
        using var container = new ObjectContainer();
        container.RegisterFactoryAs<IEngine>(_ => new Engine()).InstancePerDependency();
        container.Resolve<IEngine>().Should().NotBeSameAs(container.Resolve<IEngine>());
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

        log.Should().Equal("first", "second");
        using (var container = new ObjectContainer())
        {
            container.RegisterInstanceAs(given, dispose: true);
        }

        log[^1].Should().Be("given");
    }

    [Fact]
    public void ACircleIsNamed() => FluentActions.Invoking(() => new ObjectContainer().Resolve<Hen>())
        .Should().ThrowExactly<ObjectContainerException>().Which.Message.Should().Contain(nameof(Hen));

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
