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

    [Given("the questions")]
    public void Questions(TextTable table) => questions.Take(table);

    [Given("this project's own repository is indexed")]
    public Task OwnRepository() => questions.IndexOwnRepositoryAsync();

    [When(@"^(\d+) syncs are measured, each after a commit of (\d+) files$")]
    public Task Repeated(int count, int files) => syncs.RepeatedAsync(count, files);

    [When("first syncs are measured")]
    public Task FirstSyncs(TextTable table) => syncs.FirstSyncsAsync(table);

    [When("the limit, Neap and its peers are measured")]
    public Task SideBySide() => sideBySide.MeasureAsync();

    [When("the next syncs are measured")]
    public Task NextSyncs(TextTable table) => syncs.NextSyncsAsync(table);

    [When("the questions are asked by words, by vectors and by both")]
    public Task Ask() => questions.AskAsync();

    [Then("the measurements are")]
    public void Are(TextTable expected)
    {
        measurements.Attachments(expected).ToList().ForEach(output.AddAttachment);
        measurements.ShouldBe(expected);
    }
}
