Feature: Running with few rights
  Syncs run as a service user who may read repositories and write one folder, and
  nothing else. Neap needs no more, leaves nothing in the repository, and hides its index
  from other users.

  Background:
    Given a repository "shop"
    And 6 committed files under "src"

  Rule: The right to read the repository and to write one folder is enough

    @process @needs.user
    Scenario: A service user syncs a repository of others
      Given neap runs as a user who owns only the folder of the index
      When the index is synced
      Then the sync completes
      And the repository is untouched
      And the index is in step with branch "main"

    @process @needs.user
    Scenario: A service user follows new commits
      Given neap runs as a user who owns only the folder of the index
      And the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE         |
        | more    | add    | src/codes.py |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | FILE         | EMBEDDED |
        | added  | src/codes.py | yes      |
      And the repository is untouched

    @process @needs.user
    Scenario: The service user may write nowhere
      Given neap runs as a user who owns nothing
      When the index is synced
      Then the sync stops with error "not-writable"
      And the sync makes no index changes

  Rule: The index of one person is hidden from others

    @process @needs.user
    Scenario: Somebody else looks for the index
      Given the index was synced
      And neap runs as a user who owns nothing
      When the operator runs "neap index search prices"
      Then the exit code is 3
      And the output is empty
      And the index file is untouched
