namespace Drivers;

/// <summary>What no command may print.</summary>
public sealed class Secrets(PostgresStore database, RunLog log)
{
    private const string Password = "the password";

    /// <summary>No command of the scenario printed a text, or <c>the password</c> of the database.</summary>
    public void ShouldNotBeShown(string secret)
    {
        var text = secret == Password ? database.Password : secret;
        var leaks = log.All.Where(result => (result.Output + result.Error).Contains(text, StringComparison.Ordinal))
            .Select(result => result.ToString());
        leaks.Should().BeEmpty("no command prints {0}", secret);
    }
}
