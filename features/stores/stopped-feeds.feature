Feature: Stopping a feed on its way to a store
  Whoever stops a long feed, or restarts the machine below it, must not pay for its lines
  twice. The batch at hand is ended and kept aside, nothing of the feed is visible, and the
  same feed given again goes on from there, in whatever store the index lives.

  Background:
    Given a repository "shop"
    And the commits
      | MESSAGE | CHANGE | FILE        | CONTENT   |
      | start   | add    | src/cart.py | full cart |
    And an embedding server
    And the settings
      | SETTING    | VALUE |
      | batch size |     1 |
      | workers    |     1 |

  Rule: A feed that is told to stop ends the batch at hand and shows nothing

    @process @E-57 @E-58
    Scenario Outline: A feed into <store> gets <signal> in the middle of its work
      Given the index is kept in "<store>"
      And the index was synced
      And these faults are armed
        | WHERE  | AT                     | FAULT    |
        | engine | while it embeds file 4 | <signal> |
      When these changes are piped into the sync
        """
        (10 generated lines)
        """
      Then the sync stops with error "interrupted"
      And the exit code is 130
      And the error output shows
        """
        Interrupted: finishing the batch at hand. A second signal leaves at once, which is safe too.
        Interrupted. What was read is kept; run the same command with the same input again to go on.
        """
      And the run report shows
        | ITEM       | VALUE |
        | lines done |     4 |
      And the sync makes no index changes

      Examples: embedded
        | store  | signal  |
        | SQLite | SIGINT  |
        | SQLite | SIGTERM |
        | SQLite | SIGHUP  |

      @needs.postgres
      Examples: a database server
        | store      | signal  |
        | PostgreSQL | SIGINT  |
        | PostgreSQL | SIGTERM |

      Examples: vector servers
        | store    | signal  |
        | Qdrant   | SIGTERM |
        | Weaviate | SIGINT  |

    @process
    Scenario Outline: The ledger of <store> tells how far a stopped feed came
      Given the index is kept in "<store>"
      And these faults are armed
        | WHERE  | AT                     | FAULT  |
        | engine | while it embeds file 4 | SIGINT |
      And these changes were piped into the sync
        """
        (10 generated lines)
        """
      When a script asks for "the state of the index"
      Then the exit code is 0
      And the output is JSON with
        | PATH              | VALUE       |
        | revisions.length  |           0 |
        | runs.length       |           1 |
        | runs[0].source    | stdin       |
        | runs[0].status    | interrupted |
        | runs[0].processed |           4 |
        | runs[0].succeeded |           4 |

      Examples: embedded
        | store  |
        | SQLite |

      @needs.postgres
      Examples: a database server
        | store      |
        | PostgreSQL |

    @process @E-57
    Scenario Outline: A feed into <store> is stopped while the embedding server is silent
      Given the index is kept in "<store>"
      And the network to the embedding server
        | FAULT     | VALUE |
        | blackhole | yes   |
      And these faults are armed
        | WHERE  | AT                                      | FAULT   |
        | engine | while it waits for the embedding server | SIGTERM |
      When these changes are piped into the sync
        """
        (10 generated lines)
        """
      Then the sync stops with error "interrupted"
      And the exit code is 130
      And the sync makes no index changes

      Examples: embedded
        | store  |
        | SQLite |

      @needs.postgres
      Examples: a database server
        | store      |
        | PostgreSQL |

    @process @E-57
    Scenario Outline: A feed into <store> is stopped in a write that does not end
      Given the index is kept in "<store>"
      And these faults are armed
        | WHERE  | AT                                      | FAULT  |
        | engine | while it waits for a write after file 4 | SIGINT |
      When these changes are piped into the sync
        """
        (10 generated lines)
        """
      Then the sync stops with error "interrupted"
      And the exit code is 130
      And the sync makes no index changes

      Examples: embedded
        | store  |
        | SQLite |

      @needs.postgres
      Examples: a database server
        | store      |
        | PostgreSQL |

      Examples: vector servers
        | store    |
        | Qdrant   |
        | Weaviate |

    @process
    Scenario Outline: A feed into <store> is told twice: <signals>
      Given the index is kept in "<store>"
      And the index was synced
      And these faults are armed
        | WHERE  | AT                     | FAULT     |
        | engine | while it embeds file 4 | <signals> |
      When these changes are piped into the sync
        """
        (10 generated lines)
        """
      Then the exit code is 130
      And the sync makes no index changes

      Examples: embedded
        | store  | signals              |
        | SQLite | SIGINT, then SIGINT  |
        | SQLite | SIGTERM, then SIGINT |

      @needs.postgres
      Examples: a database server
        | store      | signals             |
        | PostgreSQL | SIGINT, then SIGINT |

  Rule: A stopped feed that is given again does nothing twice

    @process @E-15 @E-59
    Scenario Outline: A feed that was stopped on its way to <store> comes again
      Given the index is kept in "<store>"
      And these faults are armed
        | WHERE  | AT                     | FAULT    |
        | engine | while it embeds file 4 | <signal> |
      And these changes were piped into the sync
        """
        (10 generated lines)
        """
      When these changes are piped into the sync
        """
        (10 generated lines)
        """
      Then the sync completes
      And the run report shows
        | ITEM          | VALUE |
        | lines total   |    10 |
        | lines resumed |     4 |
        | lines done    |    10 |
      And the embedding server made no vector twice
      And no file is indexed twice

      Examples: embedded
        | store  | signal |
        | SQLite | SIGINT |

      @needs.postgres
      Examples: a database server
        | store      | signal  |
        | PostgreSQL | SIGTERM |

      Examples: vector servers
        | store    | signal |
        | Qdrant   | SIGINT |
        | Weaviate | SIGINT |

    @process
    Scenario Outline: A feed into <store> is stopped twice and then left alone
      Given the index is kept in "<store>"
      And these faults are armed
        | WHERE  | AT                     | FAULT   |
        | engine | while it embeds file 4 | SIGINT  |
        | engine | while it embeds file 3 | SIGTERM |
      And these changes were piped into the sync
        """
        (10 generated lines)
        """
      And these changes were piped into the sync
        """
        (10 generated lines)
        """
      When these changes are piped into the sync
        """
        (10 generated lines)
        """
      Then the sync completes
      And the run report shows
        | ITEM          | VALUE |
        | lines resumed |     7 |
        | lines done    |    10 |
      And the embedding server made no vector twice

      Examples: embedded
        | store  |
        | SQLite |

      @needs.postgres
      Examples: a database server
        | store      |
        | PostgreSQL |

    @process
    Scenario Outline: A feed into <store> was told twice to stop and comes again
      Given the index is kept in "<store>"
      And these faults are armed
        | WHERE  | AT                     | FAULT               |
        | engine | while it embeds file 4 | SIGINT, then SIGINT |
      And these changes were piped into the sync
        """
        (10 generated lines)
        """
      When these changes are piped into the sync
        """
        (10 generated lines)
        """
      Then the sync completes
      And the run report shows
        | ITEM          | VALUE |
        | lines resumed |     3 |
        | lines done    |    10 |
      And no file is indexed twice

      Examples: embedded
        | store  |
        | SQLite |

      @needs.postgres
      Examples: a database server
        | store      |
        | PostgreSQL |

  Rule: A commit that closes the lines waits for the next attempt, too

    @process
    Scenario Outline: A feed into <store> is stopped while its commit is read
      Given the index is kept in "<store>"
      And 9 committed files under "src"
      And these faults are armed
        | WHERE  | AT                     | FAULT  |
        | engine | while it embeds file 4 | SIGINT |
      When these changes are piped into the sync
        """
        {"new_changeset":{"commit":(commit "9 files under src")}}
        """
      Then the sync stops with error "interrupted"
      And the exit code is 130
      And the sync makes no index changes

      Examples: embedded
        | store  |
        | SQLite |

      @needs.postgres
      Examples: a database server
        | store      |
        | PostgreSQL |

    @process
    Scenario Outline: A feed into <store> that was stopped while its commit was read comes again
      Given the index is kept in "<store>"
      And 9 committed files under "src"
      And these faults are armed
        | WHERE  | AT                     | FAULT  |
        | engine | while it embeds file 4 | SIGINT |
      And these changes were piped into the sync
        """
        {"new_changeset":{"commit":(commit "9 files under src")}}
        """
      When these changes are piped into the sync
        """
        {"new_changeset":{"commit":(commit "9 files under src")}}
        """
      Then the sync completes
      And the embedding server made no vector twice
      And the index is in step with branch "main"

      Examples: embedded
        | store  |
        | SQLite |

      @needs.postgres
      Examples: a database server
        | store      |
        | PostgreSQL |

    @process
    Scenario Outline: A feed of two repositories into <store> is stopped when the first one is done
      Given the index is kept in "<store>"
      And a repository "ServiceA"
      And these faults are armed
        | WHERE  | AT                     | FAULT  |
        | engine | while it embeds file 3 | SIGINT |
      When these changes are piped into the sync
        """
        {"repo":"ServiceA","path":"api.py","content":"the api"}
        {"repo":"ServiceA","path":"db.py","content":"the tables"}
        {"repo":"ServiceA","new_changeset":{"commit":"1111111111111111111111111111111111111111"}}
        {"repo":"shop","path":"web.py","content":"the web"}
        {"repo":"shop","path":"app.py","content":"the app"}
        """
      Then the sync stops with error "interrupted"
      And the exit code is 130
      And the index holds
        | REPOSITORY | FILE   | TEXT       |
        | ServiceA   | api.py | the api    |
        | ServiceA   | db.py  | the tables |

      Examples: embedded
        | store  |
        | SQLite |

      @needs.postgres
      Examples: a database server
        | store      |
        | PostgreSQL |

  Rule: Other syncs in between take nothing from a feed that may come again

    @process
    Scenario Outline: A direct sync completes before a stopped feed comes to <store> again, corrected
      Given the index is kept in "<store>"
      And these faults are armed
        | WHERE  | AT                     | FAULT  |
        | engine | while it embeds file 4 | SIGINT |
      And these changes were piped into the sync
        """
        {"path":"a.txt","content":"one"}
        {"path":"b.txt","content":"two"}
        {"path":"c.txt","content":"three"}
        {"path":"d.txt","content":"four"}
        """
      And the index was synced
      And these changes were piped into the sync
        """
        {"path":"a.txt","content":"one"}
        {"path":"b.txt","content":"two"}
        {"path":"c.txt","content":"three, corrected"}
        {"path":"d.txt","content":"four"}
        """
      When a script asks for "the state of the index"
      Then the output is JSON with
        | PATH                       | VALUE     |
        | revisions[0].files.indexed |         5 |
        | runs.length                |         2 |
        | runs[1].source             | stdin     |
        | runs[1].status             | completed |
        | runs[1].total              |         4 |
        | runs[1].processed          |         4 |
        | runs[1].succeeded          |         4 |
        | runs[1].skipped            |         0 |

      Examples: embedded
        | store  |
        | SQLite |

      @needs.postgres
      Examples: a database server
        | store      |
        | PostgreSQL |

  Rule: Content that was cleared away in between is read again, and its lines count once

    @process
    Scenario Outline: A feed that died on its way to <store> comes again after its content was cleared away
      Given the index is kept in "<store>"
      And these faults are armed
        | WHERE  | AT                     | FAULT          |
        | engine | while it embeds file 2 | SIGINT         |
        | engine | before the run closes  | process killed |
      And these changes were piped into the sync
        """
        {"repo":"shop","path":"a.txt","content":"one"}
        {"repo":"shop","path":"logo.png","content_base64":"iVBORw0KGgoAAAA="}
        {"repo":"shop","path":"b.txt","content":"two"}
        {"repo":"shop","path":"c.txt","content":"three"}
        """
      And a repository "other"
      And the sync was interrupted
      And the interrupted sync was abandoned
      And these changes were piped into the sync
        """
        {"repo":"shop","path":"a.txt","content":"one"}
        {"repo":"shop","path":"logo.png","content_base64":"iVBORw0KGgoAAAA="}
        {"repo":"shop","path":"b.txt","content":"two"}
        {"repo":"shop","path":"c.txt","content":"three"}
        """
      When a script asks for "the state of the index"
      Then the output is JSON with
        | PATH              | VALUE     |
        | runs[1].source    | stdin     |
        | runs[1].status    | completed |
        | runs[1].total     |         4 |
        | runs[1].processed |         4 |
        | runs[1].succeeded |         3 |
        | runs[1].skipped   |         1 |

      Examples: embedded
        | store  |
        | SQLite |

      @needs.postgres
      Examples: a database server
        | store      |
        | PostgreSQL |
