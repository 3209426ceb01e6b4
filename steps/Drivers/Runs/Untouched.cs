namespace Drivers;

/// <summary>What an event must not write to.</summary>
public sealed class Untouched(IndexFileDriver file, RepoDriver repos)
{
    /// <summary>The <c>index file</c>, or every <c>repository</c>, is as it was before the event.</summary>
    public void ShouldBe(string what)
    {
        Action check = what == "repository" ? repos.ShouldBeUntouched : file.ShouldBeUntouched;
        check();
    }
}
