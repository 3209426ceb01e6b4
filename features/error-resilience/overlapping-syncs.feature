Feature: Several syncs at the same time
  Hooks, timers and people start syncs without asking each other. Different collections
  do not hinder each other; of two for the same one, the later waits its turn or says who
  is at work. Nothing that one process does can spoil what another one wrote.

  Background:
    Given a repository "shop"
    And 40 committed files under "src"

  Rule: Of two syncs of the same repository the later one waits or says who is at work

    @process
    Scenario: The later sync has no patience
      Given another sync is running
      And the settings
        | SETTING  | VALUE |
        | patience |     0 |
      When the index is synced
      Then the sync stops with error "held-by-another"
      And the refusal names the other sync
      And the sync makes no index changes

    @process
    Scenario: The later sync has some patience and then gives up
      Given another sync is running
      And the settings
        | SETTING  | VALUE |
        | patience | 200ms |
      When the index is synced
      Then the sync stops with error "held-by-another"
      And the refusal names the other sync
      And the error output shows
        """
        Waiting for up to 0.2 s.
        error:
        safe: Nothing changed.
        next:
        """
      And the sync makes no index changes

    @process
    Scenario: A feed has some patience, too
      Given another sync is running
      And the settings
        | SETTING  | VALUE |
        | patience | 200ms |
      When these changes are piped into the sync
        """
        {"path":"src/codes.py","content":"some codes"}
        """
      Then the sync stops with error "held-by-another"
      And the refusal names the other sync
      And the error output shows
        """
        Waiting for up to 0.2 s.
        error:
        """
      And the sync makes no index changes

    @process
    Scenario: The sync that is waited for dies
      Given an embedding server
      And the environment variables
        | NAME      | VALUE |
        | NEAP_WAIT |    1h |
      And another sync waits for the embedding server
      And the settings
        | SETTING  | VALUE |
        | embedder | hash  |
      When the index is synced while the other sync dies
      Then the sync completes
      And the index is in step with branch "main"

    @process
    Scenario: A dead sync holds nobody back
      Given an embedding server
      And another sync waited for the embedding server and was killed
      And the settings
        | SETTING  | VALUE |
        | patience |     0 |
        | embedder | hash  |
      When the index is synced
      Then the sync completes
      And the index is in step with branch "main"

    @process
    Scenario: Each of four syncs has the patience to wait
      Given the environment variables
        | NAME      | VALUE |
        | NEAP_WAIT |    1h |
      When these syncs start together
        | REPOSITORY | COLLECTION |
        | shop       | default    |
        | shop       | default    |
        | shop       | default    |
        | shop       | default    |
      Then the sync completes
      And no file is indexed twice
      And the index is in step with branch "main"

  Rule: Different collections and repositories are synced at once

    @process
    Scenario: A sync of another collection starts at once
      Given an embedding server
      And another sync waits for the embedding server
      And the settings
        | SETTING    | VALUE   |
        | patience   |       0 |
        | embedder   | hash    |
        | collection | archive |
      When the index is synced
      Then the sync completes
      And the index is in step with branch "main"

    @process
    Scenario: A sync of another repository starts at once
      Given an embedding server
      And another sync waits for the embedding server
      And a repository "stock"
      And 2 committed files under "bins"
      And the settings
        | SETTING  | VALUE |
        | patience |     0 |
        | embedder | hash  |
      When these syncs start together
        | REPOSITORY | COLLECTION |
        | stock      | default    |
      Then the sync completes
      And the index holds
        | REPOSITORY | FILE           |
        | stock      | bins/file-1.py |
        | stock      | bins/file-2.py |

    @process @E-16 @E-17 @E-18
    Scenario: Three collections are filled at the same moment
      When these syncs start together
        | REPOSITORY | COLLECTION |
        | shop       | sales      |
        | shop       | archive    |
        | shop       | default    |
      Then the sync completes
      And the ledger keeps the runs apart
      And the index file is sound
      And the index is in step with branch "main"

    @process @E-16 @E-17 @E-18
    Scenario: Two repositories are synced into one collection
      Given a repository "stock"
      And 25 committed files under "bins"
      When these syncs start together
        | REPOSITORY | COLLECTION |
        | shop       | default    |
        | stock      | default    |
      Then the sync completes
      And the ledger keeps the runs apart
      And the index is in step with branch "main"

  Rule: Processes that die in each other's company leave a sound index

    @process @E-19
    Scenario: Six syncs of three collections are killed at random moments
      When 6 syncs are killed at random moments
      Then the index file is sound

    @process @E-19
    Scenario: A sync follows on six that were killed at random moments
      Given 6 syncs were killed at random moments
      When the index is synced
      Then the sync completes
      And the index file is sound
      And no file is indexed twice
      And the index is in step with branch "main"
