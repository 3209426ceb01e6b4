namespace Reqnroll.Assist;

/// <summary>A table has columns that the type has no properties for.</summary>
public sealed class ColumnCouldNotBeBoundException(IList<string> columns)
    : ReqnrollException($"Member(s) or field(s) {string.Join(", ", columns)} not found");
