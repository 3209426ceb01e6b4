Feature: Stopping a sync that is at work
  People press Ctrl-C, supervisors send a signal, terminals close. The sync ends the
  batch at hand within ten seconds, whatever it waits for, and the next sync goes on
  without paying twice.

  Background:
    Given a repository "shop"
    And 40 committed files under "src"
    And an embedding server
    And the settings
      | SETTING    | VALUE |
      | batch size |     1 |
      | workers    |     1 |

  Rule: A stopped sync keeps what was paid for and shows nothing of it

    @process @E-57 @E-58
    Scenario Outline: A sync gets <signal> in the middle of its work
      Given the network to the embedding server
        | FAULT | VALUE |
        | delay | 20 ms |
      When the sync gets <signal> while it is embedding
      Then the sync stops with error "interrupted"
      And the exit code is 130
      And the error output shows
        """
        Interrupted
        run the same command again
        """
      And the sync makes no index changes

      Examples:
        | signal  |
        | SIGINT  |
        | SIGTERM |
        | SIGHUP  |

    @process @E-15 @E-59
    Scenario: A stopped sync goes on without paying twice
      Given the network to the embedding server
        | FAULT | VALUE |
        | delay | 20 ms |
      And the sync got SIGINT while it was embedding
      When the sync is resumed
      Then the sync completes
      And the embedding server made no vector twice
      And the embedding server made every vector
      And no file is indexed twice
      And the index is in step with branch "main"

    @process
    Scenario: A later sync is stopped
      Given the index was synced
      And 30 committed files under "src/reports"
      And the network to the embedding server
        | FAULT | VALUE |
        | delay | 20 ms |
      When the sync gets SIGTERM while it is embedding
      Then the sync stops with error "interrupted"
      And the sync makes no index changes
      And the index is in step with commit "40 files under src"

    @process
    Scenario: New commits arrive while the sync is stopped
      Given the network to the embedding server
        | FAULT | VALUE |
        | delay | 20 ms |
      And the sync got SIGTERM while it was embedding
      And the commits
        | MESSAGE | CHANGE | FILE          | CONTENT  |
        | rework  | edit   | src/file-1.py | reworked |
        | retire  | delete | src/file-6.py |          |
      When the sync is resumed
      Then the sync completes
      And the embedding server made no vector twice
      And the index is in step with branch "main"

  Rule: Whoever waits for somebody else is stopped, too

    @process @E-57 @E-58
    Scenario: A sync is stopped while the embedding server is silent
      Given the network to the embedding server
        | FAULT     | VALUE |
        | blackhole | yes   |
      When the sync gets SIGINT while it waits for the embedding server
      Then the sync stops with error "interrupted"
      And the exit code is 130
      And the sync makes no index changes

    @process @E-57
    Scenario Outline: A sync gets <signal> whose messages nobody reads
      Given the network to the embedding server
        | FAULT     | VALUE |
        | blackhole | yes   |
      And neap speaks to nobody
      When the sync gets <signal> while it waits for the embedding server
      Then the exit code is 130
      And the sync makes no index changes

      Examples:
        | signal  |
        | SIGINT  |
        | SIGTERM |

    @process
    Scenario: A sync is stopped while somebody else syncs the repository
      Given the environment variables
        | NAME      | VALUE |
        | NEAP_WAIT |    1h |
      And another sync waits for the embedding server
      And the settings
        | SETTING  | VALUE |
        | embedder | hash  |
      When the sync gets SIGTERM while it waits for its turn
      Then the sync stops with error "interrupted"
      And the exit code is 130
      And the sync makes no index changes

    @process @E-57 @E-58
    Scenario: A sync is stopped in a write that does not end
      When the sync gets SIGTERM while it waits for a write after file 3
      Then the sync stops with error "interrupted"
      And the exit code is 130
      And the sync makes no index changes

    @process @E-57 @E-58 @needs.strace
    Scenario Outline: A sync gets <signals> while the disk of temporary files stands still
      Given neap has temporary files on a disk that stands still
      When the sync gets <signals> while it waits for a write after file 3
      Then the exit code is 130
      And the sync makes no index changes

      Examples:
        | signals              |
        | SIGTERM              |
        | SIGTERM, then SIGINT |

    @process @E-15 @E-59
    Scenario: The disk works again after a stop in a write
      Given the sync got SIGINT while it waited for a write after file 3
      When the sync is resumed
      Then the sync completes
      And the run report shows
        | ITEM               | VALUE |
        | files already done |     3 |
        | files processed    |    37 |
      And no file is indexed twice
      And the index is in step with branch "main"

    @process
    Scenario: The network comes back after a stop
      Given the network to the embedding server
        | FAULT     | VALUE |
        | blackhole | yes   |
      And the sync got SIGINT while it waited for the embedding server
      And the network to the embedding server
        | FAULT | VALUE |
      When the sync is resumed
      Then the sync completes
      And the index is in step with branch "main"

  Rule: A second signal ends the sync at once, and nothing is lost by that

    @process
    Scenario Outline: A sync is told twice: <signals>
      Given the index was synced
      And 30 committed files under "src/reports"
      And the network to the embedding server
        | FAULT     | VALUE |
        | blackhole | yes   |
      When the sync gets <signals> while it waits for the embedding server
      Then the exit code is 130
      And the sync makes no index changes

      Examples:
        | signals              |
        | SIGINT, then SIGINT  |
        | SIGTERM, then SIGINT |
