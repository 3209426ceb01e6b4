Feature: Finding the right file
  A search is worth what it finds. The questions below have known answers in this
  project's own repository as it was at one commit, and a search by words and by vectors
  together has to be at least as good as either alone.
  # MRR is the mean of one over the place of the first right file; recall is the share of the right files among the
  # first ten. Nobody compares weights on these questions: they are here to notice when it becomes worse. The search
  # for a better ranking did end when they passed, and 40 questions asked once do not confirm it: decision 31 has the
  # figures. This sheet is in the index like any other file and stands first for some of the questions. The commit stays
  # the same, so that a measurement moves with the search and not with what is written elsewhere: decision 43.

  Rule: Both rankings together are at least as good as each of them

    @slow @needs.history
    Scenario: Questions of people who are new to the project
      Given this project's own repository is indexed as it was after "List a commit's tree once where many of its services are verified"
      When these questions are asked by words, by vectors and by both
        | QUESTION                                                   | FILE                              |
        | where is decided that a file is binary                     | BinaryContent.cs                  |
        | how is a text split into chunks                            | Chunker.cs                        |
        | guess the encoding of a file without a byte order mark     | Plausibility.cs                   |
        | pointer to content in large file storage                   | LfsPointer.cs                     |
        | which folders hold third party code                        | KnownPaths.cs                     |
        | which programming language is a file written in            | LanguageTable.cs                  |
        | split camel case identifiers into words                    | IdentifierSplitter.cs             |
        | match a path against a pattern of gitignore                | PathPattern.cs                    |
        | read many objects from git through a pipe                  | BlobStream.cs                     |
        | find the commit a branch points to without starting git    | RefFiles.cs                       |
        | index uncommitted changes of the working tree              | WorkingTree.cs                    |
        | a clone that lacks file contents                           | PartialClone.cs                   |
        | which paths differ between index and commit                | Planner.cs                        |
        | pair a deleted file with an added one as a move            | ChangeList.cs                     |
        | workers that read and embed in parallel                    | Pipeline.cs                       |
        | combine two rankings of search results                     | RankFusion.cs                     |
        | prove that the index equals the commit                     | Verifier.cs                       |
        | tables of the database file                                | Schema.cs                         |
        | delete content that no file shows any more                 | Compactor.cs                      |
        | only one process may sync the same collection              | SlotLock.cs                       |
        | rank documents by rare words                               | LexicalScan.cs                    |
        | signed feature hashing of words into a vector              | HashKernel.cs                     |
        | ask a server for vectors and cut requests that are too big | HttpEmbedder.cs                   |
        | exit codes of the command line                             | ExitCodes.cs, exit-codes.feature  |
        | progress bar on a terminal                                 | ProgressLine.cs                   |
        | make foreign text safe to print                            | Terminal.cs                       |
        | what happens after a force push                            | rewritten-history.feature         |
        | a process that was killed goes on where it stopped         | resume-after-interruption.feature |
        | libraries that several services use                        | shared-code.feature               |
        | several repositories synced with one command               | many-repositories.feature         |
      Then the measurements are
        | MEASURE | RUN    | AGAINST | LIMIT            |
        | MRR     | hybrid | words   | at least 1 times |
        | MRR     | hybrid | vectors | at least 1 times |
        | recall  | hybrid | words   | at least 1 times |
        | recall  | hybrid | vectors | at least 1 times |
        | MRR     | hybrid |         | at least 0.4     |
        | recall  | hybrid |         | at least 0.6     |
