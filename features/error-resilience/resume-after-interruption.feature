Feature: Resuming an interrupted sync
  A long sync can be cut short by a crash or a power cut at any instant. Readers keep
  seeing the last whole revision, and the next sync finishes the work without paying
  twice for what was already written.

  Background:
    Given a repository "shop"
    And 6 committed files under "src"
    And the settings
      | SETTING    | VALUE |
      | batch size |     2 |

  Rule: The next sync finishes what a killed one began

    @process
    Scenario Outline: The engine is killed <moment>
      Given these faults are armed
        | WHERE  | AT   | FAULT          |
        | engine | <at> | process killed |
      And the sync was interrupted
      When the sync is resumed
      Then the sync completes
      And the run report shows
        | ITEM               | VALUE  |
        | files already done | <done> |
        | files processed    | <left> |
      And the index is in step with branch "main"
      And no file is indexed twice

      Examples:
        | moment                   | at            | done | left |
        | before the first file    | before file 1 |    0 |    6 |
        | between two batches      | after file 2  |    2 |    4 |
        | in the middle of a batch | after file 3  |    2 |    4 |
        | before the last batch    | after file 4  |    4 |    2 |

    @process
    Scenario: The engine is killed when every file is written
      Given these faults are armed
        | WHERE  | AT                    | FAULT          |
        | engine | before the run closes | process killed |
      And the sync was interrupted
      When the sync is resumed
      Then the sync completes
      And 0 texts were embedded
      And the index is in step with branch "main"

    @process
    Scenario: The engine is killed twice
      Given these faults are armed
        | WHERE  | AT           | FAULT          |
        | engine | after file 2 | process killed |
        | engine | after file 4 | process killed |
      And the sync was interrupted
      And the resumed sync was interrupted
      When the sync is resumed
      Then the sync completes
      And the index is in step with branch "main"
      And no file is indexed twice

  Rule: A killed sync is invisible to readers

    @process
    Scenario: The first sync of a repository is killed
      Given these faults are armed
        | WHERE  | AT           | FAULT          |
        | engine | after file 4 | process killed |
      When the index is synced
      Then the sync stops with error "killed"
      And the sync makes no index changes

    @process
    Scenario: A later sync of a repository is killed
      Given the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE          | CONTENT         |
        | rework  | edit   | src/file-1.py | reworked once   |
        |         | edit   | src/file-2.py | reworked twice  |
        |         | edit   | src/file-3.py | reworked thrice |
        |         | delete | src/file-6.py |                 |
      And these faults are armed
        | WHERE  | AT           | FAULT          |
        | engine | after file 2 | process killed |
      When the index is synced
      Then the sync stops with error "killed"
      And the sync makes no index changes

  Rule: A sync that is asked to stop keeps what it has read

    Scenario: The operator stops the first sync
      Given 200 committed files under "src/reports"
      When the operator stops the sync
      Then the sync stops with error "interrupted"
      And the sync makes no index changes

    @E-15
    Scenario: A stopped sync goes on where it was
      Given 200 committed files under "src/reports"
      And the operator stopped the sync
      When the sync is resumed
      Then the sync completes
      And the run report shows
        | ITEM               | VALUE |
        | files already done |     2 |
        | files processed    |   204 |
      And the index is in step with branch "main"
      And no file is indexed twice

  Rule: A resumed sync aims at the branch as it is now

    @process
    Scenario: New commits arrive while the sync is down
      Given these faults are armed
        | WHERE  | AT           | FAULT          |
        | engine | after file 4 | process killed |
      And the sync was interrupted
      And the commits
        | MESSAGE | CHANGE | FILE          | CONTENT  |
        | rework  | edit   | src/file-1.py | reworked |
        | retire  | delete | src/file-6.py |          |
      When the sync is resumed
      Then the sync completes
      And the index is in step with branch "main"
      And no file is indexed twice

    @process
    Scenario: Another collection does not resume a killed sync
      Given these faults are armed
        | WHERE  | AT           | FAULT          |
        | engine | after file 4 | process killed |
      And the sync was interrupted
      When the index is synced with
        | SETTING    | VALUE   |
        | collection | archive |
      Then the sync completes
      And the index holds
        | COLLECTION | FILE          |
        | archive    | src/file-1.py |
        | archive    | src/file-2.py |
        | archive    | src/file-3.py |
        | archive    | src/file-4.py |
        | archive    | src/file-5.py |
        | archive    | src/file-6.py |

  Rule: People can ask, go on or give up

    @process
    Scenario: The operator goes on with a killed sync by name
      Given these faults are armed
        | WHERE  | AT           | FAULT          |
        | engine | after file 4 | process killed |
      And the sync was interrupted
      When the interrupted sync is gone on with
      Then the sync completes
      And the run report shows
        | ITEM               | VALUE |
        | files already done |     4 |
        | files processed    |     2 |
      And no checkpoint remains

    Scenario: There is no interrupted sync to go on with
      Given the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE         |
        | more    | add    | src/codes.py |
      When the interrupted sync is gone on with
      Then the sync completes
      And the sync makes no index changes

    @process
    Scenario: An abandoned sync leaves a clean start
      Given these faults are armed
        | WHERE  | AT           | FAULT          |
        | engine | after file 2 | process killed |
      And the sync was interrupted
      When the interrupted sync is abandoned
      Then no checkpoint remains
      And these files are waiting for a sync
        | FILE          |
        | src/file-1.py |
        | src/file-2.py |
        | src/file-3.py |
        | src/file-4.py |
        | src/file-5.py |
        | src/file-6.py |

    @process
    Scenario: A sync after an abandoned one starts anew
      Given these faults are armed
        | WHERE  | AT           | FAULT          |
        | engine | after file 4 | process killed |
      And the sync was interrupted
      And the interrupted sync was abandoned
      When the index is synced
      Then the sync completes
      And the run report shows
        | ITEM               | VALUE |
        | files already done |     0 |
        | files processed    |     6 |
      And the index is in step with branch "main"

    @process
    Scenario: An abandoned sync is not gone on with
      Given these faults are armed
        | WHERE  | AT           | FAULT          |
        | engine | after file 2 | process killed |
      And the sync was interrupted
      And the interrupted sync was abandoned
      When the interrupted sync is gone on with
      Then the sync completes
      And the sync makes no index changes

  Rule: What was cut short is found in whichever collection it was

    @process
    Scenario: The sync of a service is gone on with
      Given the services
        | SERVICE | PATH |
        | orders  | src  |
      And the settings
        | SETTING | VALUE  |
        | service | orders |
      And these faults are armed
        | WHERE  | AT           | FAULT          |
        | engine | after file 4 | process killed |
      And the sync was interrupted
      When the interrupted sync is gone on with
      Then the sync completes
      And the run report shows
        | ITEM               | VALUE |
        | files already done |     4 |
        | files processed    |     2 |
      And no checkpoint remains

    @process
    Scenario: The sync of a service is given up without naming it
      Given the services
        | SERVICE | PATH |
        | orders  | src  |
      And the settings
        | SETTING | VALUE  |
        | service | orders |
      And these faults are armed
        | WHERE  | AT           | FAULT          |
        | engine | after file 4 | process killed |
      And the sync was interrupted
      When the interrupted sync is abandoned
      Then no checkpoint remains
