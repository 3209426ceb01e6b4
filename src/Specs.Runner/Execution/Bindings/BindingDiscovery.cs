using System.Reflection;
using System.Runtime.CompilerServices;

namespace Reqnroll.Execution;

/// <summary>Reads the binding classes of the suite.</summary>
internal sealed class BindingDiscovery
{
    private const BindingFlags Methods = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public
        | BindingFlags.NonPublic | BindingFlags.FlattenHierarchy;

    private readonly List<(BindingMethod Method, StepDefinitionBaseAttribute Attribute)> steps = [];
    private readonly List<Hook> hooks = [];
    private readonly List<Transformation> transformations = [];
    private readonly List<string> errors = [];

    public static BindingRegistry Discover(IEnumerable<Assembly> assemblies)
    {
        var discovery = new BindingDiscovery();
        var classes = assemblies.Distinct()
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.IsDefined(typeof(BindingAttribute), inherit: true))
            .OrderBy(type => type.FullName, StringComparer.Ordinal);
        foreach (var type in classes)
        {
            discovery.Read(type);
        }

        return discovery.Build();
    }

    private void Read(Type type)
    {
        var methods = type.GetMethods(Methods)
            .Where(method => method.DeclaringType != typeof(object))
            .OrderBy(method => method.MetadataToken)
            .Select(method => new BindingMethod(method))
            .Where(IsBinding)
            .ToArray();
        if (methods.Length > 0 && (type.ContainsGenericParameters || (type.IsAbstract && !type.IsSealed)))
        {
            errors.Add($"The binding class {type.FullName} must be neither abstract nor generic.");
            return;
        }

        foreach (var method in methods)
        {
            Read(method);
        }
    }

    private static bool IsBinding(BindingMethod method) =>
        method.Method.IsDefined(typeof(StepDefinitionBaseAttribute))
        || method.Method.IsDefined(typeof(HookAttribute))
        || method.Method.IsDefined(typeof(StepArgumentTransformationAttribute));

    private void Read(BindingMethod method)
    {
        var info = method.Method;
        if (info.ReturnType == typeof(void) && info.IsDefined(typeof(AsyncStateMachineAttribute)))
        {
            errors.Add($"{method} is 'async void', so nobody could await it; return a Task.");
        }

        steps.AddRange(info.GetCustomAttributes<StepDefinitionBaseAttribute>().Select(step => (method, step)));
        hooks.AddRange(info.GetCustomAttributes<HookAttribute>().Select(hook => HookOf(method, hook)));
        transformations.AddRange(info.GetCustomAttributes<StepArgumentTransformationAttribute>()
            .Select(transformation => TransformationOf(method, transformation)));
    }

    private Hook HookOf(BindingMethod method, HookAttribute hook)
    {
        if (hook.Type <= HookType.AfterFeature && !method.Method.IsStatic)
        {
            errors.Add($"{method} is a {hook.Type} hook and must be static.");
        }

        var byTag = hook.Tags.Select(tag => new BindingScope(tag.TrimStart('@'), null, null));
        return new($"hook-{hooks.Count}", hook.Type, hook.Order, method)
        {
            Scopes = [.. byTag, .. ScopesOf(method)],
            Tags = hook.Tags,
        };
    }

    private static Transformation TransformationOf(
        BindingMethod method, StepArgumentTransformationAttribute attribute) => new(
            method,
            attribute.Regex,
            attribute.Name,
            attribute.Order);

    private static BindingScope[] ScopesOf(BindingMethod method) => method.Method
        .GetCustomAttributes<ScopeAttribute>()
        .Concat(method.Method.ReflectedType!.GetCustomAttributes<ScopeAttribute>())
        .Select(BindingScope.From)
        .ToArray();

    private BindingRegistry Build()
    {
        var types = new ParameterTypes(transformations);
        var definitions = new List<StepDefinition>();
        foreach (var (method, attribute) in steps)
        {
            try
            {
                var pattern = StepPattern.Of(attribute, method, types);
                definitions.Add(new($"step-{definitions.Count}", method, [.. attribute.Types], pattern)
                {
                    Scopes = ScopesOf(method),
                });
            }
            catch (Exception problem) when (problem is ExpressionException or ArgumentException)
            {
                errors.Add($"{method}: {problem.Message}");
            }
        }

        return new(definitions, hooks, [.. transformations.OrderBy(one => one.Order)], errors);
    }
}
