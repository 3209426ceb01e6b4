Feature: Restoring an index from a backup
  The index can always be built again from git, but a backup saves the time and the money
  that its vectors cost. A copy of its folder is a backup, and a restored one catches up
  by what changed since.

  Background:
    Given a repository "shop"
    And 20 committed files under "src"
    And the index was synced
    And the index was backed up

  Rule: A restored index catches up by what changed since the backup

    Scenario: The backup is of yesterday
      Given the commits
        | MESSAGE | CHANGE | FILE          | CONTENT   |
        | rework  | edit   | src/file-1.py | reworked  |
        |         | delete | src/file-2.py |           |
        |         | add    | src/codes.py  | new codes |
      And the index was synced
      And the backup was restored
      When the index is synced
      Then the sync completes
      And 2 texts were embedded
      And no file is indexed twice
      And the index is in step with branch "main"

    Scenario: Nothing changed since the backup
      Given the index file is "missing"
      And the backup was restored
      When the index is synced
      Then the sync completes
      And the sync makes no index changes
      And the index is in step with branch "main"

    Scenario: The damaged index is replaced by its backup
      Given the index file is "damaged"
      And the backup was restored
      When the operator runs "neap index verify"
      Then the exit code is 0
      And the index is in step with branch "main"

    Scenario: History was rewritten since the backup
      Given the commits
        | MESSAGE | CHANGE | FILE         |
        | more    | add    | src/codes.py |
      And the index was synced
      And the index was backed up
      And branch "main" was force-pushed back to commit "20 files under src"
      And unreachable commits were pruned
      And the backup was restored
      When the index is synced
      Then the sync completes
      And 0 texts were embedded
      And the index is in step with branch "main"

  Rule: Without a backup git alone is enough

    Scenario: Index and backup are both lost
      Given the index file is "missing"
      When the index is synced
      Then the sync completes
      And 20 texts were embedded
      And the index is in step with branch "main"
