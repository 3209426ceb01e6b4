namespace System.Runtime.CompilerServices;

/// <summary>Lets the compiler emit records for .NET Standard 2.0, which lacks this marker.</summary>
internal static class IsExternalInit;
