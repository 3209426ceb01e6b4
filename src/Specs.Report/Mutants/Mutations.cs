using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Specs.Report.Mutants;

/// <summary>What may be changed in a program, rule by rule.</summary>
/// <remarks>
/// Texts are left alone: an empty message, or an empty query of a database, is noticed by anybody and would only flatter.
/// </remarks>
internal static class Mutations
{
    private static readonly Dictionary<SyntaxKind, string> Operators = new()
    {
        [SyntaxKind.EqualsEqualsToken] = "!=",
        [SyntaxKind.ExclamationEqualsToken] = "==",
        [SyntaxKind.LessThanToken] = "<=",
        [SyntaxKind.LessThanEqualsToken] = "<",
        [SyntaxKind.GreaterThanToken] = ">=",
        [SyntaxKind.GreaterThanEqualsToken] = ">",
        [SyntaxKind.AmpersandAmpersandToken] = "||",
        [SyntaxKind.BarBarToken] = "&&",
        [SyntaxKind.PlusToken] = "-",
        [SyntaxKind.MinusToken] = "+",
        [SyntaxKind.AsteriskToken] = "/",
        [SyntaxKind.SlashToken] = "*",
        [SyntaxKind.PlusPlusToken] = "--",
        [SyntaxKind.MinusMinusToken] = "++",
        [SyntaxKind.PlusEqualsToken] = "-=",
        [SyntaxKind.MinusEqualsToken] = "+=",
        [SyntaxKind.OrKeyword] = "and",
        [SyntaxKind.AndKeyword] = "or",
        [SyntaxKind.TrueKeyword] = "false",
        [SyntaxKind.FalseKeyword] = "true",
    };

    private static readonly Dictionary<string, string> Questions = new(StringComparer.Ordinal)
    {
        ["Any"] = "All",
        ["All"] = "Any",
        ["Min"] = "Max",
        ["Max"] = "Min",
        ["Union"] = "Intersect",
        ["UnionWith"] = "IntersectWith",
    };

    /// <summary>The changes of one node, each a place and what stands there instead.</summary>
    public static IEnumerable<(TextSpan Place, string Becomes)> Of(SyntaxNode node) => node switch
    {
        StatementSyntax statement => Statement(statement),
        ExpressionSyntax expression => [.. Expression(expression), .. Decision(expression)],
        BinaryPatternSyntax pattern => Operator(pattern.OperatorToken),
        UnaryPatternSyntax pattern => [(pattern.Span, $"({pattern.Pattern})")],
        ConstantPatternSyntax { Parent: IsPatternExpressionSyntax } pattern => [(pattern.Span, $"not {pattern}")],
        _ => [],
    };

    /// <summary>Guards against a mistake of a programmer are no behaviour of the product.</summary>
    public static bool IsLeftAlone(SyntaxNode node) => node switch
    {
        AttributeListSyntax or ThrowExpressionSyntax or ThrowStatementSyntax => true,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: var name } } =>
            name is "ThrowIfNull" or "ConfigureAwait",
        _ => false,
    };

    private static IEnumerable<(TextSpan Place, string Becomes)> Statement(StatementSyntax statement) => statement switch
    {
        ExpressionStatementSyntax { Expression: InvocationExpressionSyntax or AwaitExpressionSyntax or AssignmentExpressionSyntax }
            or BreakStatementSyntax or ContinueStatementSyntax or YieldStatementSyntax => [(statement.Span, ";")],
        ReturnStatementSyntax { Expression: { } value } => Nothing(value),
        _ => [],
    };

    private static IEnumerable<(TextSpan Place, string Becomes)> Expression(ExpressionSyntax expression) => expression switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } either => [(either.Span, $"({either.Right})")],
        BinaryExpressionSyntax binary => Operator(binary.OperatorToken),
        AssignmentExpressionSyntax assignment => Operator(assignment.OperatorToken),
        PostfixUnaryExpressionSyntax counter => Operator(counter.OperatorToken),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not => [(not.Span, $"({not.Operand})")],
        LiteralExpressionSyntax literal => Operator(literal.Token),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax question } call => Question(call, question),
        _ => expression.Parent is ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax } ? Nothing(expression) : [],
    };

    private static IEnumerable<(TextSpan Place, string Becomes)> Question(
        InvocationExpressionSyntax call, MemberAccessExpressionSyntax question)
    {
        if (Questions.TryGetValue(question.Name.Identifier.Text, out var other))
        {
            yield return (question.Name.Span, other);
        }

        if (question.Name.Identifier.Text == "Where")
        {
            yield return (call.Span, question.Expression.ToString());
        }
    }

    /// <summary>A condition that says the contrary, unless another rule of this list does so.</summary>
    private static IEnumerable<(TextSpan Place, string Becomes)> Decision(ExpressionSyntax expression) =>
        IsDecision(expression) && !IsTurnedRound(expression) ? [(expression.Span, $"!({expression})")] : [];

    private static bool IsDecision(ExpressionSyntax expression) => expression.Parent switch
    {
        IfStatementSyntax parent => parent.Condition == expression,
        ConditionalExpressionSyntax parent => parent.Condition == expression,
        WhenClauseSyntax => true,
        _ => false,
    };

    private static bool IsTurnedRound(ExpressionSyntax expression) => expression
        is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression }
        or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression }
        or IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax or UnaryPatternSyntax };

    private static IEnumerable<(TextSpan Place, string Becomes)> Nothing(ExpressionSyntax value) =>
        value is LiteralExpressionSyntax or ThrowExpressionSyntax ? [] : [(value.Span, "default!")];

    private static IEnumerable<(TextSpan Place, string Becomes)> Operator(SyntaxToken token) =>
        Operators.TryGetValue(token.Kind(), out var other) ? [(token.Span, other)] : [];
}
