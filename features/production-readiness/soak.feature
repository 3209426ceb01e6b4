Feature: Working for months without care
  Nobody looks after a sync that works. After months of commits and nightly syncs the
  index is still in step, still sound, and has not grown beyond what it holds.

  Background:
    Given a repository "shop"
    And 6 committed files under "src"
    And the index was synced

  Rule: Time alone spoils nothing

    Scenario: Two months pass
      Given 60 working days passed, each with commits and a sync
      When the index is synced
      Then the sync completes
      And no file is indexed twice
      And the index file is sound
      And the index file has at most 4000000 bytes
      And the index is in step with branch "main"

    Scenario: The index is verified after a month
      Given 20 working days passed, each with commits and a sync
      When the operator runs "neap index verify"
      Then the exit code is 0
      And the sync makes no index changes

    @slow
    Scenario: Two years pass
      Given 500 working days passed, each with commits and a sync
      When the index is synced
      Then the sync completes
      And no file is indexed twice
      And the index file is sound
      And the index file has at most 16000000 bytes
      And the index is in step with branch "main"
