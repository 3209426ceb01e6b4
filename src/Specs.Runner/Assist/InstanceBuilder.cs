using System.Reflection;
using System.Runtime.CompilerServices;

namespace Reqnroll.Assist;

/// <summary>Creates an instance from cells, by properties, constructor (records) or place (tuples).</summary>
internal static class InstanceBuilder
{
    public static object Build(
        Type type, IReadOnlyList<KeyValuePair<string, string>> cells, InstanceCreationOptions? options)
    {
        Verify(type, cells, options);
        if (type.IsAssignableTo(typeof(ITuple)) && type.IsValueType)
        {
            return Tuple(type, cells);
        }

        var constructor = type.GetConstructor(Type.EmptyTypes) is null && !type.IsValueType
            ? type.GetConstructors().MaxBy(one => one.GetParameters().Length)
            : null;
        var instance = constructor is null
            ? Activator.CreateInstance(type)!
            : constructor.Invoke([.. constructor.GetParameters().Select(parameter => ValueOf(parameter, type, cells))]);
        Fill(instance, cells, null);
        return instance;
    }

    public static void Fill(
        object instance, IReadOnlyList<KeyValuePair<string, string>> cells, InstanceCreationOptions? options)
    {
        var type = instance.GetType();
        Verify(type, cells, options);
        var members = TableMember.Of(type);
        foreach (var (column, text) in cells)
        {
            if (members.FirstOrDefault(member => member.CanWrite && member.Fits(column)) is { } member)
            {
                member.Set(instance, CellReader.Read(column, text, type, member.Type));
            }
        }
    }

    private static object? ValueOf(ParameterInfo parameter, Type type, IEnumerable<KeyValuePair<string, string>> cells)
    {
        foreach (var (column, text) in cells.Where(cell => Fits(parameter, type, cell.Key)))
        {
            return CellReader.Read(column, text, type, parameter.ParameterType);
        }

        return parameter switch
        {
            { HasDefaultValue: true } => parameter.DefaultValue,
            { ParameterType.IsValueType: true } => Activator.CreateInstance(parameter.ParameterType),
            _ => null,
        };
    }

    private static bool Fits(ParameterInfo parameter, Type type, string column) =>
        TableMember.SameName(parameter.Name!, column)
        || TableMember.Of(type).Any(member => 
            TableMember.SameName(member.Name, parameter.Name!) && member.Fits(column));

    /// <summary>A tuple has no names at run time: the columns fill it from left to right.</summary>
    private static object Tuple(Type type, IReadOnlyList<KeyValuePair<string, string>> cells)
    {
        var types = type.GenericTypeArguments;
        if (types.Length > 7 || types.Length != cells.Count)
        {
            throw new ArgumentException($"A tuple of {types.Length} values cannot take {cells.Count} columns.");
        }

        var values = cells.Select((cell, place) => CellReader.Read(cell.Key, cell.Value, type, types[place]));
        return Activator.CreateInstance(type, [.. values])!;
    }

    private static void Verify(
        Type type, IEnumerable<KeyValuePair<string, string>> cells, InstanceCreationOptions? options)
    {
        if (options is not { VerifyAllColumnsBound: true })
        {
            return;
        }

        var members = TableMember.Of(type);
        var columns = cells.Select(cell => cell.Key);
        var unbound = columns.Where(column => !members.Any(member => member.Fits(column))).ToList();
        if (unbound.Count > 0)
        {
            throw new ColumnCouldNotBeBoundException(unbound);
        }
    }
}
