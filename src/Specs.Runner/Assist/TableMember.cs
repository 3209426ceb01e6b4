using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Reqnroll.Assist.Attributes;

namespace Reqnroll.Assist;

/// <summary>A property or field that a column can fill.</summary>
internal sealed record TableMember(string Name, Type Type, MemberInfo Member)
{
    private readonly Regex[] aliases = [.. (Member.GetCustomAttribute<TableAliasesAttribute>()?.Aliases ?? [])
        .Select(alias => new Regex($"^(?:{alias})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant))];

    public bool CanWrite => Member is FieldInfo { IsInitOnly: false } or PropertyInfo { CanWrite: true };

    public static IReadOnlyList<TableMember> Of(Type type) =>
    [
        .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0)
            .Select(property => new TableMember(property.Name, property.PropertyType, property)),
        .. type.GetFields(BindingFlags.Public | BindingFlags.Instance)
            .Select(field => new TableMember(field.Name, field.FieldType, field)),
    ];

    public bool Fits(string column) =>
        SameName(Name, column) || aliases.Any(alias => alias.IsMatch(column) || alias.IsMatch(Plain(column)));

    public object? Get(object instance) => Member switch
    {
        PropertyInfo property => property.GetValue(instance),
        FieldInfo field => field.GetValue(instance),
        _ => null,
    };

    public void Set(object instance, object? value)
    {
        if (Member is PropertyInfo property)
        {
            property.SetValue(instance, value);
        }
        else
        {
            ((FieldInfo)Member).SetValue(instance, value);
        }
    }

    /// <summary>Names are the same whatever their case, spaces, punctuation and accents.</summary>
    public static bool SameName(string member, string column) =>
        Plain(member).Equals(Plain(column), StringComparison.OrdinalIgnoreCase);

    private static string Plain(string name) => string.Concat(name
        .Normalize(NormalizationForm.FormD)
        .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
        .Where(letter => char.IsLetterOrDigit(letter) || letter == '_'));
}
