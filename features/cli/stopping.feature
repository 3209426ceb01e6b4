Feature: Reading what a stop means
  Whoever stops a command wants to know three things: did it hear, is anything lost, and
  how does it go on. A reader of the output who has seen enough is no error at all.

  Background:
    Given a repository "shop"
    And 6 committed files under "src"

  Rule: A stopped command says what is safe and what to type

    @process @E-58
    Scenario: A person stops a sync that waits for a server
      Given an embedding server
      And the network to the embedding server
        | FAULT     | VALUE |
        | blackhole | yes   |
      When the sync gets SIGINT while it waits for the embedding server
      Then the exit code is 130
      And the error output shows
        """
        Interrupted: finishing the batch at hand. A second signal leaves at once, which is safe too.
        error: Interrupted.
        safe: The index still equals its last commit
        next: Run the same command again to go on.
        """

    @process @E-58
    Scenario: A person stops a sync whose disk hangs
      When the sync gets SIGINT while it waits for a write after file 0
      Then the exit code is 130
      And the error output shows
        """
        Interrupted: finishing the batch at hand. A second signal leaves at once, which is safe too.
        error: Interrupted before the last answer came, so the end of this run is not noted.
        safe: Nothing is half written: the index equals its last commit, or the new one where only that answer is missing.
        next: Run the same command again, with the same input, to go on; it takes this run over.
        """

    Scenario: A script stops a sync
      Given the operator stopped the sync
      When the operator runs "neap index status --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH             | VALUE       |
        | revisions.length |           0 |
        | runs[0].status   | interrupted |

  Rule: A reader who has seen enough ends the command quietly

    @process
    Scenario Outline: The first line of <what> is enough
      Given the commits
        | MESSAGE | CHANGE | FILE         | CONTENT                 |
        | books   | add    | src/long.txt | (400,000 bytes of text) |
      And the index was synced
      When the operator runs "<command>" and reads one line of it
      Then the exit code is 0
      And the error output is empty

      Examples:
        | what            | command                       |
        | an export       | neap index export --text      |
        | a feed          | neap repo changes             |
        | a list of files | neap index rebuild -v --plain |

    @process
    Scenario: Nobody reads what a sync prints
      When the operator runs "neap index sync -v --plain" and reads none of it
      Then the exit code is 0
      And the error output is empty
      And the index is in step with branch "main"

    @process
    Scenario: The output goes to a full disk
      Given the index was synced
      When the operator runs "neap index export --text" into a full disk
      Then the exit code is 3
      And the error output shows
        """
        error: The output cannot be written: its disk is full.
        next:
        """
