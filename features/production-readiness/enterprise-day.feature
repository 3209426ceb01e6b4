Feature: A day of a large company
  Many things happen on one day: teams commit, rebase and release, a server falters, a
  process dies, somebody starts everything twice. In the evening every index equals its
  repository.

  Background:
    Given a repository "stock"
    And 15 committed files under "bins"
    And a repository "shop"
    And 25 committed files under "src"
    And the index was synced

  Rule: In the evening every index equals its repository

    @process
    Scenario: A rebase in the morning, a crash at noon, a release in the afternoon
      Given the commits
        | BRANCH   | FROM | MESSAGE   | CHANGE | FILE          | CONTENT        |
        | discount | main | add codes | add    | src/codes.py  | discount codes |
        | main     |      | fix total | edit   | src/file-1.py | total with VAT |
      And branch "discount" was rebased onto "main"
      And branch "discount" was merged into "main"
      And these faults are armed
        | WHERE  | AT                    | FAULT          |
        | engine | before the run closes | process killed |
      And the sync was interrupted
      When the index is synced
      Then the sync completes
      And no file is indexed twice
      And the index is in step with branch "main"

    @process
    Scenario: Two teams are synced by four jobs at once
      Given 5 committed files under "src/reports"
      And the environment variables
        | NAME      | VALUE |
        | NEAP_WAIT |    1h |
      When these syncs start together
        | REPOSITORY | COLLECTION |
        | shop       | default    |
        | stock      | default    |
        | shop       | archive    |
        | stock      | archive    |
      Then the sync completes
      And the index file is sound
      And the index is in step with branch "main"

    Scenario: A leaked password is purged and the server moves
      Given the commits
        | MESSAGE     | CHANGE | FILE        | CONTENT          |
        | add secrets | add    | src/conf.py | PASSWORD=hunter2 |
      And the index was synced
      And the file "src/conf.py" was purged from the history of "main"
      And the index was backed up
      And the backup was restored
      When the index is synced
      Then the sync completes
      And a search for "hunter2" does not find "src/conf.py"
      And the index is in step with branch "main"

    Scenario: The server of the vectors falters for an hour
      Given an embedding server
      And the settings
        | SETTING    | VALUE   |
        | collection | archive |
      And the environment variables
        | NAME                   | VALUE |
        | NEAP_EMBEDDER_ATTEMPTS |     1 |
      And the network to the embedding server
        | FAULT  | VALUE |
        | resets | yes   |
      And the sync failed
      And the network to the embedding server
        | FAULT | VALUE |
      When the index is synced
      Then the sync completes
      And the index is in step with branch "main"
