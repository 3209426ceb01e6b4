Feature: Opening the index of an earlier version
  Upgrading must not cost a new index. A file of an earlier version is brought up to date in
  place, in one step, by the first sync that writes; nobody pays twice and nothing is forgotten.

  Background:
    Given a repository "shop"
    And 3 committed files under "src"
    And the commits
      | MESSAGE | CHANGE | FILE       | CONTENT         |
      | mishap  | add    | broken.txt | (invalid utf-8) |
    And the git object of "src/file-3.py" was destroyed
    And the index was synced with 2 failed files
    And the index file is "of the first version"

  Rule: The first sync that writes brings the file up to date

    Scenario: A sync adds a file
      Given the commits
        | MESSAGE | CHANGE | FILE         | CONTENT    |
        | codes   | add    | src/codes.py | some codes |
      When the index is synced
      Then the sync completes with 1 failed file
      And the sync makes these index changes
        | CHANGE | FILE         | EMBEDDED |
        | added  | src/codes.py | yes      |
      And the ledger has
        | TABLE           | COLUMN             |
        | completed_lines | processing_time_ms |
        | failed_lines    | state              |
        | failed_lines    | source_line        |
      And the ledger is intact

    Scenario: What failed before the upgrade is still known, by its new name
      Given the git object of "src/file-3.py" was restored
      When the failed files are retried
      Then the sync completes
      And the failed lines are now
        | FILE          | CATEGORY    | ATTEMPTS | STATE |
        | src/file-3.py | file-system |        1 | done  |
        | broken.txt    | encoding    |        1 | open  |

    @process
    Scenario: The engine dies in the first sync after the upgrade
      Given the commits
        | MESSAGE | CHANGE | FILE         | CONTENT    |
        | codes   | add    | src/codes.py | some codes |
      And the index was synced with 1 failed file
      And the commits
        | MESSAGE | CHANGE | FILE        | CONTENT   |
        | rates   | add    | src/rate.py | some rate |
      And these faults are armed
        | WHERE  | AT            | FAULT          |
        | engine | before file 1 | process killed |
      When the index is synced
      Then the sync stops with error "killed"
      And the sync makes no index changes
      And the ledger is intact

  Rule: Reading alone changes nothing

    Scenario: An index of the second version knows which failures were forgotten
      Given the index was synced with 1 failed file
      And the failed files were forgotten
      And the index file is "of the second version"
      When a script asks for "the failures"
      Then the exit code is 0
      And the output is JSON with
        | PATH  | VALUE |
        | total |     0 |
      And the index file is untouched

    Scenario: An index of the third version knows its failures but not their places in a source
      Given the index was synced with 1 failed file
      And the index file is "of the third version"
      When a script asks for "the failures"
      Then the exit code is 0
      And the output is JSON with
        | PATH                  | VALUE    |
        | total                 |        2 |
        | errors[0].source_line | (absent) |
      And the index file is untouched

    Scenario Outline: The operator asks an older index: <question>
      When a script asks for "<asked>"
      Then the exit code is 0
      And the output is JSON with
        | PATH   | VALUE   |
        | <path> | <value> |
      And the index file is untouched

      Examples:
        | question            | asked                     | path               | value         |
        | what it holds       | the state of the index    | runs.length        |             1 |
        | what failed         | the failures              | errors[1].category | file-system   |
        | how many there are  | a summary of the failures | total              |             2 |
        | how long lines took | the last run              | times.lines        |             0 |
        | what is in a file   | a search for file-1       | hits[0].path       | src/file-1.py |
