namespace Reqnroll.Assist.Attributes;

/// <summary>Further column names for a property; each is a regular expression for the whole header.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class TableAliasesAttribute(params string[] aliases) : Attribute
{
    /// <summary>The column names, as regular expressions.</summary>
    public string[] Aliases { get; } = aliases;
}
