Feature: Dying at any instant
  Power fails and processes are killed without asking what is being written just then.
  A real sync is killed right before its writes, one after the other: readers always see
  a whole revision, and the next sync ends in step and pays for nothing twice.

  Background:
    Given a repository "shop"
    And 40 committed files under "src"

  Rule: No instant of a sync is a bad one to die

    @process
    Scenario: Killed while an index is made
      When the engine is killed at 8 moments of a sync
      Then each kill left the index whole
      And each next sync ended in step
      And nothing that was written was read again
      And the index is in step with branch "main"

    @process
    Scenario: Killed during a first sync
      Given the settings
        | SETTING    | VALUE |
        | batch size |     4 |
      When the engine is killed at 20 moments of a sync
      Then each kill left the index whole
      And each next sync ended in step
      And nothing that was written was read again
      And the index is in step with branch "main"

    @process
    Scenario: Killed during a later sync
      Given the index was synced
      And the commits
        | MESSAGE | CHANGE | OLD FILE      | FILE          | CONTENT  |
        | rework  | edit   |               | src/file-1.py | reworked |
        |         | move   | src/file-2.py | src/moved.py  |          |
        |         | delete |               | src/file-3.py |          |
      And 20 committed files under "src/reports"
      When the engine is killed at 14 moments of a sync
      Then each kill left the index whole
      And each next sync ended in step
      And nothing that was written was read again
      And the index is in step with branch "main"

    @process
    Scenario: Killed while a revision becomes visible
      When the engine is killed at 10 moments of the last step of a sync
      Then each kill left the index whole
      And each next sync ended in step
      And nothing that was written was read again
      And the index is in step with branch "main"

    @process
    Scenario: Killed while an old index is upgraded
      Given the index was synced
      And 5 committed files under "src/reports"
      When the engine is killed at 10 moments of the upgrade of an index
      Then each kill left the index whole
      And each next sync ended in step
      And nothing that was written was read again
      And the index is in step with branch "main"

  Rule: In the nightly lane every write of a sync is tried

    @process @slow
    Scenario: Killed at every write of a first sync
      Given the settings
        | SETTING    | VALUE |
        | batch size |     2 |
      When the engine is killed at 220 moments of a sync
      Then each kill left the index whole
      And each next sync ended in step
      And nothing that was written was read again
      And the index is in step with branch "main"

    @process @slow
    Scenario: Killed at every write of a later sync
      Given the index was synced
      And the settings
        | SETTING    | VALUE |
        | batch size |     2 |
      And 30 committed files under "src/reports"
      When the engine is killed at 80 moments of a sync
      Then each kill left the index whole
      And each next sync ended in step
      And nothing that was written was read again
      And the index is in step with branch "main"
