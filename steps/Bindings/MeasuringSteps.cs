using Drivers;
using Reqnroll;

namespace Bindings;

/// <summary>How fast, how large, how good.</summary>
[Binding]
public sealed class MeasuringSteps(
    MeasureDriver measure, Measurements measurements, QuestionDriver questions, RepoDriver repos, IReqnrollOutputHelper output)
{
    [Given("one commit changes many files")]
    public void ManyChanges(TextTable table) => ManyFiles.Change(repos.Current, table);

    [Given("this project's own repository is indexed as it was after {string}")]
    public Task OwnRepository(string message) => questions.IndexOwnRepositoryAsync(message);

    [When("^(first syncs|the next syncs|searches) are measured$")]
    public Task Measure(string what, TextTable table) => measure.MeasureAsync(what, table);

    [When("^(the limit, Neap and its peers|a first sync and a plain copy of its rows) are measured$")]
    public Task Compare(string what) => measure.CompareAsync(what);

    [When("these questions are asked by words, by vectors and by both")]
    public Task Ask(TextTable table) => questions.AskAsync(table);

    [Then("the measurements are")]
    public void Are(TextTable expected)
    {
        measurements.Attachments(expected).ToList().ForEach(output.AddAttachment);
        measurements.ShouldBe(expected);
    }
}
