Feature: Losing the index store for a while
  Stores are restarted, moved and overloaded. A short absence is waited out; a long one stops
  the sync as a whole, fails no file, and loses nothing that was written before.

  Background:
    Given a repository "shop"
    And 6 committed files under "src"
    And the settings
      | SETTING    | VALUE |
      | batch size |     2 |
      | workers    |     1 |

  Rule: A short absence is waited out

    Scenario Outline: The store is back at the third try after <fault>
      Given these faults are armed
        | WHERE       | AT            | FAULT   |
        | index store | calls 2 and 3 | <fault> |
      When the index is synced
      Then the sync completes
      And the index store was called 5 times
      And the index is in step with branch "main"

      Examples:
        | fault              |
        | connection refused |
        | timeout            |
        | rate limited       |

    Scenario Outline: The answer to call <call> of the store gets lost
      Given these faults are armed
        | WHERE       | AT          | FAULT       |
        | index store | call <call> | answer lost |
      When the index is synced
      Then the sync completes
      And the index store was called 4 times
      And the index is in step with branch "main"
      And no file is indexed twice

      Examples:
        | call |
        |    1 |
        |    3 |

  Rule: An outage stops the sync and is not an attempt of a file

    Scenario: The store disappears in the middle and stays away
      Given these faults are armed
        | WHERE       | AT          | FAULT              |
        | index store | from file 3 | connection refused |
      When the index is synced
      Then the sync stops with error "unreachable"
      And the checkpoint is now
        | FILE          | STATE   | ATTEMPTS |
        | src/file-1.py | done    |        1 |
        | src/file-2.py | done    |        1 |
        | src/file-3.py | waiting |        0 |
        | src/file-4.py | waiting |        0 |
        | src/file-5.py | waiting |        0 |
        | src/file-6.py | waiting |        0 |
      And the sync makes no index changes

    Scenario: The number of calls to a store that is gone is bounded
      Given these faults are armed
        | WHERE       | AT          | FAULT              |
        | index store | from call 1 | connection refused |
      When the index is synced
      Then the sync stops with error "unreachable"
      And the index store was called 5 times
      And the sync makes no index changes

    Scenario: A store that says what is wrong is not asked again
      Given these faults are armed
        | WHERE       | AT     | FAULT     |
        | index store | call 2 | disk full |
      When the index is synced
      Then the sync stops with error "disk-full"
      And the index store was called 2 times
      And the sync makes no index changes

  Rule: After the outage the next sync goes on

    Scenario: The store comes back before the next sync
      Given these faults are armed
        | WHERE       | AT                  | FAULT              |
        | index store | calls 2 and 3 and 4 | connection refused |
        | index store | calls 5 and 6       | connection refused |
      And the sync failed
      When the index is synced
      Then the sync completes
      And the run report shows
        | ITEM               | VALUE |
        | files already done |     2 |
        | files processed    |     4 |
      And the index is in step with branch "main"
      And no checkpoint remains

    Scenario: An outage of yesterday is no failure of any file
      Given these faults are armed
        | WHERE       | AT                  | FAULT   |
        | index store | calls 2 and 3 and 4 | timeout |
      And the sync failed
      When a script asks for "the failures"
      Then the exit code is 0
      And the output is JSON with
        | PATH  | VALUE |
        | total |     0 |
