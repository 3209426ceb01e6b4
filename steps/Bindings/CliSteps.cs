using Drivers;
using Reqnroll;

namespace Bindings;

/// <summary>What an operator types and sees.</summary>
[Binding]
public sealed class CliSteps(CliDriver cli, ScriptDriver script, PipeDriver pipe, Secrets secrets)
{
    [Given("the environment variables")]
    public void Variables(TextTable variables) => cli.SetVariables(variables);

    [When("a script asks for {string}")]
    public Task Asks(string question) => script.AskAsync(question);

    [When("the index is searched with")]
    public Task Searches(TextTable table) => script.SearchAsync(table);

    [When(@"^the operator runs (?:""([^""]*)""|'([^']*)')( and reads one line of it| and reads none of it| into a full disk|)$")]
    public Task Runs(string commandLine, string reader) => pipe.TypeAsync(commandLine, reader);

    [Then(@"^nobody (?:sees ""([^""]*)""|was shown (the password))$")]
    public void NobodySees(string secret) => secrets.ShouldNotBeShown(secret);

    [Then("^the (output|error output) is empty$")]
    public void IsEmpty(string stream) => cli.ShouldBeEmpty(stream);

    [Then("^the (output|error output) shows$")]
    public void Shows(string stream, string lines) => cli.ShouldShow(stream, lines);

    [Then("the exit code is {int}")]
    public void ExitCode(int code) => cli.ShouldHaveExited(code);

    [Then("the output is JSON with")]
    public void IsJson(TextTable expected) => cli.ShouldBeJson(expected);
}
