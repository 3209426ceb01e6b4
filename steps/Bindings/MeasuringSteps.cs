using Drivers;
using Reqnroll;

namespace Bindings;

/// <summary>How fast, how large, how good.</summary>
[Binding]
public sealed class MeasuringSteps(
    MeasuredSyncs syncs,
    Measurements measurements,
    QuestionDriver questions,
    SideBySide sideBySide,
    RepoDriver repos,
    IReqnrollOutputHelper output)
{
    [Given("one commit changes many files")]
    public void ManyChanges(TextTable table) => ManyFiles.Change(repos.Current, table);

    [Given("this project's own repository is indexed")]
    public Task OwnRepository() => questions.IndexOwnRepositoryAsync();

    [When("^(first|the next) syncs are measured$")]
    public Task Measure(string which, TextTable table) => syncs.MeasureAsync(which, table);

    [When("the limit, Neap and its peers are measured")]
    public Task SideBySide() => sideBySide.MeasureAsync();

    [When("these questions are asked by words, by vectors and by both")]
    public Task Ask(TextTable table) => questions.AskAsync(table);

    [Then("the measurements are")]
    public void Are(TextTable expected)
    {
        measurements.Attachments(expected).ToList().ForEach(output.AddAttachment);
        measurements.ShouldBe(expected);
    }
}
