using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Specs.Report.Mutants;

/// <summary>Finds every mutant of source files; whether it compiles is seen when it is tried.</summary>
internal static class MutantFinder
{
    /// <summary>The mutants of some files in the order of their lots, which the seed decides and nothing else.</summary>
    /// <exception cref="SpecsException">A file is not there.</exception>
    public static IReadOnlyList<Mutant> Drawn(string top, IEnumerable<string> files, int seed) =>
        [.. files.SelectMany(file => Of(top, file)).DistinctBy(mutant => mutant.Id).OrderBy(mutant => mutant.Lot(seed), StringComparer.Ordinal)];

    private static IEnumerable<Mutant> Of(string top, string file)
    {
        var path = Path.Combine(top, file);
        if (!File.Exists(path))
        {
            throw SpecsException.WrongUse($"There is no source file {file} to change.");
        }

        var text = File.ReadAllText(path);
        var tree = CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Preview));
        return tree.GetRoot().DescendantNodes(node => !Mutations.IsLeftAlone(node))
            .Where(node => !Mutations.IsLeftAlone(node) && !IsGuard(node))
            .SelectMany(node => Mutations.Of(node).Select(change => MutantOf(file, tree.GetText(), node, change)));
    }

    private static bool IsGuard(SyntaxNode node) =>
        node is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call } && Mutations.IsLeftAlone(call);

    private static Mutant MutantOf(string file, SourceText text, SyntaxNode node, (TextSpan Place, string Becomes) change)
    {
        var line = text.Lines.GetLineFromPosition(change.Place.Start);
        var member = node.FirstAncestorOrSelf<MemberDeclarationSyntax>(found => found is not TypeDeclarationSyntax);
        var context = $"{NameOf(member)}\n{line.ToString().Trim()}\n{change.Place.Start - line.Start}";
        return new Mutant(
            file, line.LineNumber + 1, change.Place.Start, text.ToString(change.Place), change.Becomes, context);
    }

    private static string NameOf(MemberDeclarationSyntax? member) => member switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        _ => "",
    };
}
