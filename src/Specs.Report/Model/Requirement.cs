namespace Specs.Report.Model;

/// <summary>How far a requirement is proven.</summary>
public enum Proof
{
    /// <summary>No example carries its id.</summary>
    Missing,

    /// <summary>An example that carries its id did not do what it says.</summary>
    Failing,

    /// <summary>Examples carry its id, and none of them ran.</summary>
    NotProven,

    /// <summary>At least one example that carries its id ran and passed, and none failed.</summary>
    Proven,
}

/// <summary>One row of the requirements file.</summary>
/// <param name="Id">Its id, which scenarios carry as a tag: <c>E-57</c>.</param>
/// <param name="Area">What it is about; empty where the file does not say.</param>
/// <param name="Kind">How it can be proven, in the file's own words; empty where the file does not say.</param>
/// <param name="Text">The requirement.</param>
public sealed record Requirement(string Id, string Area, string Kind, string Text);

/// <summary>A requirement with the examples that carry its id.</summary>
/// <param name="Requirement">The requirement.</param>
/// <param name="Outcomes">In the order of the files.</param>
public sealed record RequirementProof(Requirement Requirement, IReadOnlyList<Outcome> Outcomes)
{
    /// <summary>How far it is proven.</summary>
    public Proof Proof
    {
        get
        {
            var ledger = Ledger.Of(Outcomes);
            return ledger switch
            {
                { Specified: 0 } => Proof.Missing,
                _ when ledger.Wrong - ledger[Verdict.Flaky] - ledger[Verdict.NotRun] > 0 => Proof.Failing,
                _ when ledger.Passed + ledger[Verdict.Flaky] > 0 => Proof.Proven,
                _ => Proof.NotProven,
            };
        }
    }
}

/// <summary>The requirements file against the suite.</summary>
/// <param name="Rows">In the order of the file.</param>
/// <param name="UnknownIds">Tags that look like an id of the file and are none, with who carries them.</param>
public sealed record Coverage(IReadOnlyList<RequirementProof> Rows, IReadOnlyList<UnknownId> UnknownIds)
{
    /// <summary>How many requirements stand where.</summary>
    public int Count(Proof proof) => Rows.Count(row => row.Proof == proof);
}

/// <summary>A tag that looks like a requirement's id and is none.</summary>
/// <param name="Id">Without the at sign.</param>
/// <param name="Examples">Who carries it.</param>
public sealed record UnknownId(string Id, IReadOnlyList<Example> Examples);
