namespace Neap.Changes;

/// <summary>Every sentence with which reading git can stop.</summary>
internal static class GitFailures
{
    private const string NothingChanged = "Nothing was changed. ";

    public static NeapException NoSuchFolder(string folder) => new(
        FailureKind.NotARepository,
        $"There is no folder {folder}.",
        NothingChanged + "Give the folder of a git repository: `neap index sync FOLDER`.");

    public static NeapException NotARepository(string folder) => new(
        FailureKind.NotARepository,
        $"{folder} is not in a git repository, nor is any folder above it.",
        NothingChanged + "Give the folder of a repository (`neap index sync FOLDER`) or make one with `git init`.");

    public static NeapException BrokenGitFile(string file, string? target) => new(
        FailureKind.NotARepository,
        target is null
            ? $"{file} does not name a git directory."
            : $"{file} names {target}, which is not a git directory.",
        NothingChanged + "A moved work tree is mended by `git worktree repair` in the main repository, a submodule by "
        + "`git submodule update --init`.");

    public static NeapException NoGit(string executable, Exception inner) => new(
        FailureKind.GitUnavailable,
        $"The program {executable} could not be started: {inner.Message}",
        NothingChanged + "Install git 2.36 or later (`apt-get install git`) and run the command again.",
        inner);

    public static NeapException DubiousOwner(string folder, string said) => new(
        FailureKind.GitUnavailable,
        $"git refuses {folder} because it belongs to another user: {said}",
        NothingChanged + $"If you trust it, type `git config --global --add safe.directory '{folder}'`.");

    public static NeapException Refused(string folder, string said, string version) => new(
        FailureKind.GitUnavailable,
        $"git refuses the repository in {folder}: {said}",
        NothingChanged + $"This is {version}; Neap needs 2.36 or later, and some repository formats need a newer one. "
        + $"`git -C '{folder}' status` shows what git wants.");

    public static NeapException RefNotFound(RefName name, IReadOnlyList<string> near) => new(
        FailureKind.RefNotFound,
        $"{name} names no commit in this repository.",
        near.Count == 0
            ? NothingChanged + "`git branch --all` and `git tag` list what there is."
            : NothingChanged + $"Did you mean {string.Join(" or ", near)}?");

    public static NeapException NotACommit(RefName name) => new(
        FailureKind.RefNotFound,
        $"{name} exists but is not a commit.",
        NothingChanged + "Give a branch, a tag of a commit, or a commit id.");

    public static NeapException Unreadable(string thing, string said) => new(
        FailureKind.ObjectUnreadable,
        said.Length == 0 ? $"{thing} cannot be read." : $"{thing} cannot be read: {said}",
        "The index keeps its last complete revision. `git fsck --full` shows the damage; fetching the object again "
        + "(`git fetch`) or copying it from another clone mends it.");

    public static NeapException NoWorkTree(string gitDirectory) => new(
        FailureKind.Usage,
        $"{gitDirectory} is a bare repository; it has no working tree to index.",
        NothingChanged + "Leave out `--working-tree` to index the commit.");

    public static NeapException WorkTreeUnreadable(string folder, string said) => new(
        FailureKind.ObjectUnreadable,
        $"git could not take in the working tree {folder}: {said}",
        "The repository and the index are untouched. `git add --all --dry-run` shows the file; or leave out "
        + "`--working-tree` to index the commit.");

    public static NeapException ThreeDots(string range) => new(
        FailureKind.Usage,
        $"{range} has three dots, which names two sides and no beginning.",
        NothingChanged + $"Type `neap repo changes {range.Replace("...", "..", StringComparison.Ordinal)}`.");

    public static NeapException BadRange(string range) => new(
        FailureKind.Usage,
        $"'{range}' is not a commit range.",
        NothingChanged + "Type A..B, or only B for everything up to B; A and B are branches, tags or commits.");
}
