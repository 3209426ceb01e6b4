Feature: Taking in large refactorings
  Sometimes one commit touches hundreds of files: a package is renamed, a formatter runs
  over everything, a module is split. The sync does what the commit did, and no more.

  Background:
    Given a repository "platform"

  @E-85 @E-86
  Rule: A commit of hundreds of files is synced like a small one

    Scenario: 340 files are edited, added and deleted in one commit
      Given 500 committed files of 300 bytes under "src"
      And the settings
        | SETTING    | VALUE |
        | workers    |     6 |
        | batch size |    50 |
      And the index was synced
      And one commit changes many files
        | CHANGE | FILES | UNDER    |
        | edit   |   238 | src      |
        | delete |    34 | src      |
        | add    |    68 | src/next |
      When the index is synced
      Then the sync completes
      And these collections change
        | COLLECTION | ADDED | UPDATED | REMOVED |
        | default    |    68 |     238 |      34 |
      And 306 texts were embedded
      And the index is in step with branch "main"

    Scenario: A whole folder of 300 files is renamed
      Given 300 committed files of 300 bytes under "src"
      And the index was synced
      And the commits
        | MESSAGE | CHANGE | OLD FILE | FILE   |
        | rename  | move   | src      | source |
      When the index is synced
      Then the sync completes
      And these collections change
        | COLLECTION | ADDED | UPDATED | REMOVED |
        | default    |   300 |       0 |     300 |
      And 0 texts were embedded
      And the index is in step with branch "main"

    Scenario: A refactoring is reverted
      Given 300 committed files of 300 bytes under "src"
      And the index was synced
      And one commit changes many files
        | CHANGE | FILES | UNDER    |
        | edit   |   150 | src      |
        | add    |    50 | src/next |
      And the index was synced
      And commit "200 changes" was reverted on "main"
      When the index is synced
      Then the sync completes
      And these collections change
        | COLLECTION | ADDED | UPDATED | REMOVED |
        | default    |     0 |     150 |      50 |
      And 0 texts were embedded

    Scenario: A refactoring crosses the services of a monorepo
      Given the services
        | SERVICE | PATH            |
        | orders  | services/orders |
        | stock   | services/stock  |
      And 200 committed files of 300 bytes under "services/orders"
      And the index was synced
      And the commits
        | MESSAGE | CHANGE | OLD FILE               | FILE                  |
        | split   | move   | services/orders/part-1 | services/stock/part-1 |
      When the index is synced
      Then the sync completes
      And these collections change
        | COLLECTION | ADDED | UPDATED | REMOVED |
        | orders     |     0 |       0 |     100 |
        | stock      |   100 |       0 |       0 |
      And 0 texts were embedded
      And the index is in step with branch "main"

    @process
    Scenario: The engine dies in the middle of a large refactoring
      Given 300 committed files of 300 bytes under "src"
      And the settings
        | SETTING    | VALUE |
        | batch size |    25 |
      And the index was synced
      And one commit changes many files
        | CHANGE | FILES | UNDER    |
        | edit   |   150 | src      |
        | add    |    50 | src/next |
      And these faults are armed
        | WHERE  | AT             | FAULT          |
        | engine | after file 100 | process killed |
      And the sync was interrupted
      When the sync is resumed
      Then the sync completes
      And 100 texts were embedded
      And the index is in step with branch "main"

  @E-95
  Rule: A thousand files and more are processed reliably

    Scenario: 1,200 files enter an empty index
      Given 1,200 committed files of 200 bytes under "src"
      When the index is synced
      Then the sync completes
      And 1200 texts were embedded
      And the index is in step with branch "main"

  @slow @process
  Rule: Cost and memory follow the change, not the repository

    Scenario: 200,000 files are indexed and a few of them change
      Given a repository "small"
      And 2,000 committed files of 200 bytes under "src"
      And a repository "large"
      And 200,000 committed files of 200 bytes under "src"
      When first syncs are measured
        | RUN                | REPOSITORY |
        | a small repository | small      |
        | a large repository | large      |
      Then the measurements are
        | MEASURE     | RUN                | AGAINST            | LIMIT            |
        | peak memory | a large repository |                    | at most 512 MB   |
        | peak memory | a large repository | a small repository | at most 4 times  |
        | speed       | a large repository | a small repository | at least 1 times |

    Scenario: One file of 200,000 changes
      Given a repository "small"
      And 2,000 committed files of 200 bytes under "src"
      And one commit changes many files
        | CHANGE | FILES | UNDER |
        | edit   |     1 | src   |
      And a repository "large"
      And 200,000 committed files of 200 bytes under "src"
      And the index was synced
      And one commit changes many files
        | CHANGE | FILES | UNDER |
        | edit   |     1 | src   |
      When the next syncs are measured
        | RUN                        | REPOSITORY |
        | a change in the large one  | large      |
        | no change in the small one | small      |
      Then the measurements are
        | MEASURE     | RUN                       | AGAINST                    | LIMIT           |
        | peak memory | a change in the large one | no change in the small one | at most 2 times |
        | time        | a change in the large one | no change in the small one | at most 4 times |
