Feature: Several runs, one ledger
  Two teams sync at the same time into one index. Each has its own run with its own lines, and
  the ledger stays whole whatever happens to one of them.

  Background:
    Given a repository "shop"
    And 6 committed files under "src"

  Rule: Runs of different collections do not touch each other

    @E-16 @E-18
    Scenario: Two collections, one after the other
      Given the index was synced
      When the index is synced with
        | SETTING    | VALUE   |
        | collection | archive |
      Then the sync completes
      And the runs are now
        | STATUS    | COLLECTION | LINES | SUCCESSES |
        | completed | default    |     6 |         6 |
        | completed | archive    |     6 |         6 |
      And every run has noted its own lines and no others

    @process @E-18
    Scenario: A killed run of one collection stays open while another completes
      Given these faults are armed
        | WHERE  | AT           | FAULT          |
        | engine | after file 2 | process killed |
      And the sync was interrupted
      When the index is synced with
        | SETTING    | VALUE   |
        | collection | archive |
      Then the sync completes
      And the runs are now
        | STATUS    | COLLECTION | LINES | PROCESSED |
        | running   | default    |     6 |         0 |
        | completed | archive    |     6 |         6 |

  Rule: Processes that start together leave a whole ledger

    @process @E-16 @E-17 @E-19
    Scenario Outline: <count> syncs of one repository start together
      Given 40 committed files under "src/reports"
      When <count> syncs start together
      Then the index is in step with branch "main"
      And every run has noted its own lines and no others
      And the ledger is intact

      Examples:
        | count |
        |     2 |
        |     4 |

    @process @E-19
    Scenario: A writer is killed in the middle of a transaction
      Given these faults are armed
        | WHERE  | AT           | FAULT          |
        | engine | after file 4 | process killed |
      When the index is synced
      Then the sync stops with error "killed"
      And the ledger is intact
      And the sync makes no index changes
