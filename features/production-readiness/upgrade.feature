Feature: Installing a newer Neap
  An index outlives the version that made it. A newer version takes it over with
  everything that was paid for; an older one never touches what it does not understand.

  Background:
    Given a repository "shop"
    And 20 committed files under "src"
    And the index was synced

  Rule: A newer version takes the index over with all its content

    Scenario: Nothing changed in the repository
      Given the index file is "of the first version"
      When the index is synced
      Then the sync completes
      And the sync makes no index changes
      And 0 texts were embedded
      And the index is in step with branch "main"

    Scenario: New commits arrived
      Given the index file is "of the first version"
      And the commits
        | MESSAGE | CHANGE | FILE         |
        | more    | add    | src/codes.py |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | FILE         | EMBEDDED |
        | added  | src/codes.py | yes      |
      And 1 text was embedded
      And the index is in step with branch "main"

    Scenario: The old index is only read
      Given the index file is "of the first version"
      When the operator runs "neap index verify"
      Then the exit code is 0
      And the index file is untouched

    @process
    Scenario: Three processes meet an old index at the same moment
      Given the index file is "of the first version"
      And 5 committed files under "src/reports"
      When these syncs start together
        | REPOSITORY | COLLECTION |
        | shop       | default    |
        | shop       | sales      |
        | shop       | archive    |
      Then the sync completes
      And the index file is sound
      And the index is in step with branch "main"

  Rule: An older version does not touch a newer index

    Scenario: The version before meets an index of the next one
      Given the index file is "of a newer version"
      When the operator runs "neap index sync"
      Then the exit code is 2
      And the error output shows
        """
        Install the newer Neap
        """
      And the index file is untouched
