namespace Reqnroll;

/// <summary>Gherkin's own name for <see cref="Table"/>.</summary>
public sealed class DataTable(params string[] header) : Table(header);
