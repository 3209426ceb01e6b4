Feature: Watching a sync at work
  A person at a terminal sees progress; a log file gets plain lines without control
  signs. At the end both get the same summary.

  Background:
    Given a repository "shop"
    And 30 committed files under "src"

  Rule: The summary counts files

    @E-87
    Scenario: A sync ends with a summary
      When the operator runs "neap index sync"
      Then the exit code is 0
      And the output shows
        """
        30 files added
        """
      And the index is in step with branch "main"

    Scenario: A sync that changed several things sums them up
      Given the index was synced
      And the commits
        | MESSAGE | CHANGE | OLD FILE      | FILE          | CONTENT     |
        | rework  | edit   |               | src/file-1.py | reworked    |
        |         | move   | src/file-2.py | src/moved.py  |             |
        |         | delete |               | src/file-3.py |             |
        |         | add    |               | logo.png      | (PNG image) |
      When the operator runs "neap index sync"
      Then the exit code is 0
      And the output shows
        """
        1 file updated
        1 file moved
        1 file removed
        1 file skipped
        """
      And the index is in step with branch "main"

    Scenario: A sync that had nothing to do says so
      Given the index was synced
      When the operator runs "neap index sync"
      Then the exit code is 0
      And the output shows
        """
        in step
        """
      And the index file is untouched

  Rule: Progress fits the place it is written to

    Scenario: The output goes to a log file
      When the operator runs "neap index sync --plain"
      Then the exit code is 0
      And the output shows
        """
        30 files added
        """
      And the index is in step with branch "main"

    @terminal
    Scenario: The output goes to a terminal
      When the operator runs "neap index sync"
      Then the exit code is 0
      And the error output shows
        """
        30/30
        """
      And the index is in step with branch "main"

    Scenario: Progress never mixes with data
      When the operator runs "neap index sync --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH        | VALUE |
        | files.added |    30 |
      And the index is in step with branch "main"
