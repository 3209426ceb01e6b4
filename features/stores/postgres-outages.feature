@needs.postgres
Feature: Surviving what happens to a database server
  A database is restarted, a network drops, a process is killed. The index in the
  database always equals a commit, and the next sync goes on where the last one was.

  Background:
    Given a repository "shop"
    And 6 committed files under "src"
    And the settings
      | SETTING    | VALUE |
      | batch size |     2 |

  Rule: A connection that breaks is made again, and nothing is written twice

    Scenario Outline: The connection breaks <moment> and the sync goes on
      Given the index is kept in "PostgreSQL"
      And the index store cuts the connection "<moment>"
      When the index is synced
      Then the sync completes
      And 6 texts were embedded
      And the index is in step with branch "main"
      And no file is indexed twice

      Examples:
        | moment                    |
        | after file 0              |
        | after file 3              |
        | before the flip           |
        | in the middle of the flip |

      Examples: the work was done, and only the answer is lost
        | moment                       |
        | before a batch is confirmed  |
        | before the flip is confirmed |

    Scenario: The answer to the flip is lost, and nobody can ask for it any more
      Given the index is kept in "PostgreSQL"
      And the index store cuts the connection "before the flip is confirmed, and the next 9 of them"
      When the index is synced
      Then the sync stops with error "unreachable"
      And the error output shows
        """
        safe: Nothing is half written: the index equals its last commit, or the new one where only that answer is missing.
        """
      And the index is in step with branch "main"

    Scenario: The ledger knows of a flip whose answer was lost
      Given the index is kept in "PostgreSQL"
      And the index store cuts the connection "before the flip is confirmed, and the next 9 of them"
      And the sync failed
      When a script asks for "the state of the index"
      Then the exit code is 0
      And the output is JSON with
        | PATH             | VALUE     |
        | revisions.length |         1 |
        | runs.length      |         1 |
        | runs[0].status   | completed |

    Scenario: No connection is made in vain
      Given the index is kept in "PostgreSQL"
      And the index store answers slowly
      When the index is synced
      Then every connection to the index store was used
      And the index is in step with branch "main"

    Scenario: The first connections of a reader break
      Given the index is kept in "PostgreSQL"
      And the index was synced
      And the index store drops the next four connections
      When a script asks for "the state of the index"
      Then the exit code is 0
      And the output is JSON with
        | PATH                       | VALUE |
        | revisions.length           |     1 |
        | revisions[0].files.indexed |     6 |

  Rule: Tidying up afterwards does not decide what a sync came to

    Scenario: The content that a rebuild replaced cannot be deleted
      Given the index is kept in "PostgreSQL"
      And the index was synced
      And the database is "unable to delete"
      When the index is rebuilt
      Then the exit code is 0
      And the output shows
        """
        Content that no revision shows any more was not deleted: The server of
        """
      And the index is in step with branch "main"
      And no file is indexed twice

  Rule: A killed engine leaves nothing that has to be cleaned up

    @process
    Scenario Outline: The engine is killed <moment> and the next sync goes on
      Given the index is kept in "PostgreSQL"
      And the engine was killed "<moment>"
      When the sync is resumed
      Then the sync completes
      And the run report shows
        | ITEM               | VALUE  |
        | files already done | <done> |
        | files processed    | <left> |
      And the index is in step with branch "main"
      And no file is indexed twice

      Examples:
        | moment                    | done | left |
        | after file 0              |    0 |    6 |
        | after file 3              |    2 |    4 |
        | before the flip           |    6 |    0 |
        | in the middle of the flip |    6 |    0 |

  Rule: A killed server comes back with the last whole revision

    @process
    Scenario Outline: The server is killed <moment>
      Given the index is kept in "a PostgreSQL server of its own"
      When the database server is killed "<moment>"
      Then the sync stops with error "unreachable"
      And the sync makes no index changes

      Examples:
        | moment                    |
        | after file 3              |
        | in the middle of the flip |

    @process
    Scenario: A sync goes on after the server was killed
      Given the index is kept in "a PostgreSQL server of its own"
      And the database server was killed "after file 3"
      When the sync is resumed
      Then the sync completes
      And the index is in step with branch "main"
      And no file is indexed twice

  Rule: A slow server is waited for

    @C-04
    Scenario Outline: A store that <how> is filled all the same
      Given the index is kept in "PostgreSQL"
      And the index store <how>
      When the index is synced
      Then the sync completes
      And the index is in step with branch "main"
      And no file is indexed twice

      Examples:
        | how                                  |
        | answers slowly                       |
        | takes half a second over a statement |
        | hangs in a statement                 |

  Rule: Nobody waits for ever

    @C-15
    Scenario: A store that is down stops the sync
      Given the index is kept in "PostgreSQL"
      And the index store is down
      When the index is synced
      Then the sync stops with error "unreachable"
      And the repository is untouched

    @C-15
    Scenario: A store that accepts connections and says nothing stops the sync
      Given the index is kept in "PostgreSQL"
      And the index store accepts connections and says nothing
      When the index is synced
      Then the sync stops with error "unreachable"
      And nobody waited five times as long for the index store as a connection may take
      And the repository is untouched

    Scenario: The store is back and the sync catches up
      Given the index is kept in "PostgreSQL"
      And the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE        | CONTENT |
        | more    | add    | src/more.py | more    |
      And the index store is down
      And the sync failed
      And the index store is up again
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | FILE        | EMBEDDED |
        | added  | src/more.py | yes      |
