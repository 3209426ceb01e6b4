Feature: Feeds that are cut off on their way to a store
  A feed is long and its process may die, a connection may break, an answer may get lost.
  The same feed given again goes on where it stopped, in whatever store the index lives.

  Background:
    Given a repository "shop"
    And the commits
      | MESSAGE | CHANGE | FILE          | CONTENT    |
      | start   | add    | src/prices.py | price list |
      |         | add    | src/cart.py   | full cart  |

  Rule: A feed whose process dies leaves the old revision, and goes on where it stopped

    @process
    Scenario Outline: The process dies in the middle of a feed into <store>, which comes again
      Given the index is kept in "<store>"
      And the settings
        | SETTING    | VALUE |
        | batch size |     2 |
      And these faults are armed
        | WHERE  | AT           | FAULT          |
        | engine | after file 4 | process killed |
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
      And these collections change
        | COLLECTION | ADDED | UPDATED | REMOVED |
        | default    |    10 |       0 |       0 |
      And no file is indexed twice

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
    Scenario Outline: A feed that a commit closes dies on its way to <store> and comes again
      Given the index is kept in "<store>"
      And the settings
        | SETTING    | VALUE |
        | batch size |     1 |
      And these faults are armed
        | WHERE  | AT           | FAULT          |
        | engine | after file 1 | process killed |
      And these changes were piped into the sync
        """
        {"op":"add","path":"src/cart.py","content":"full cart"}
        {"op":"add","path":"src/prices.py","content":"price list"}
        {"new_changeset":{"commit":(commit "start"),"tree_hash":(tree of "start")}}
        """
      When these changes are piped into the sync
        """
        {"op":"add","path":"src/cart.py","content":"full cart"}
        {"op":"add","path":"src/prices.py","content":"price list"}
        {"new_changeset":{"commit":(commit "start"),"tree_hash":(tree of "start")}}
        """
      Then the sync completes
      And 1 text was embedded
      And the index is in step with branch "main"

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
    Scenario Outline: A line that failed before the process died is mended before the feed comes to <store> again
      Given the index is kept in "<store>"
      And the settings
        | SETTING    | VALUE |
        | batch size |     1 |
      And these faults are armed
        | WHERE  | AT           | FAULT          |
        | engine | after file 2 | process killed |
      And these changes were piped into the sync
        """
        {"path":"a.txt","content":"one"}
        {"path":"b.txt","content_ref":"late.txt"}
        {"path":"c.txt","content":"two"}
        {"path":"d.txt","content":"three"}
        """
      And the uncommitted file "late.txt" holds "here at last"
      When these changes are piped into the sync
        """
        {"path":"a.txt","content":"one"}
        {"path":"b.txt","content_ref":"late.txt"}
        {"path":"c.txt","content":"two"}
        {"path":"d.txt","content":"three"}
        """
      Then the sync completes
      And the index holds
        | FILE  | TEXT         |
        | a.txt | one          |
        | b.txt | here at last |
        | c.txt | two          |
        | d.txt | three        |

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
    Scenario Outline: A feed that died on its way to <store> is abandoned, and comes again
      Given the index is kept in "<store>"
      And the settings
        | SETTING    | VALUE |
        | batch size |     2 |
      And these faults are armed
        | WHERE  | AT           | FAULT          |
        | engine | after file 4 | process killed |
      And these changes were piped into the sync
        """
        (6 generated lines)
        """
      And the interrupted sync was abandoned
      When these changes are piped into the sync
        """
        (6 generated lines)
        """
      Then the sync completes
      And the run report shows
        | ITEM          | VALUE |
        | lines resumed |     0 |
        | lines done    |     6 |
      And these collections change
        | COLLECTION | ADDED | UPDATED | REMOVED |
        | default    |     6 |       0 |       0 |

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
    Scenario Outline: The process dies in the middle of a feed into <store>, and another feed comes
      Given the index is kept in "<store>"
      And the settings
        | SETTING    | VALUE |
        | batch size |     2 |
      And these faults are armed
        | WHERE  | AT           | FAULT          |
        | engine | after file 4 | process killed |
      And these changes were piped into the sync
        """
        (10 generated lines)
        """
      When these changes are piped into the sync
        """
        {"path":"many/000001.txt","content":"text 1"}
        {"path":"other.txt","content":"another feed"}
        """
      Then the sync completes
      And the run report shows
        | ITEM          | VALUE |
        | lines resumed |     0 |
        | lines done    |     2 |
      And the index holds
        | FILE            | TEXT         |
        | many/000001.txt | text 1       |
        | other.txt       | another feed |

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
    Scenario Outline: A feed that died on its way to <store> is corrected in the middle, and comes again
      Given the index is kept in "<store>"
      And the settings
        | SETTING    | VALUE |
        | batch size |     1 |
      And these faults are armed
        | WHERE  | AT           | FAULT          |
        | engine | after file 3 | process killed |
      And these changes were piped into the sync
        """
        {"path":"a.txt","content":"one"}
        
        {"path":"b.txt","content":"two"}
        {"path":"c.txt","content":"three"}
        {"path":"d.txt","content":"four"}
        """
      When these changes are piped into the sync
        """
        {"path":"a.txt","content":"one"}
        
        {"path":"b.txt","content":"another two"}
        """
      Then the sync completes
      And the run report shows
        | ITEM          | VALUE |
        | lines total   |     3 |
        | lines resumed |     2 |
      And the index holds
        | FILE  | TEXT        |
        | a.txt | one         |
        | b.txt | another two |

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
    Scenario Outline: The process dies before a feed becomes visible in <store>
      Given the index is kept in "<store>"
      And the index was synced
      And these faults are armed
        | WHERE  | AT                    | FAULT          |
        | engine | before the run closes | process killed |
      When these changes are piped into the sync
        """
        (10 generated lines)
        {"op":"delete","path":"src/cart.py"}
        """
      Then the sync stops with error "killed"
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
    Scenario Outline: The process dies between two services of a feed into <store>
      Given the index is kept in "<store>"
      And the services
        | SERVICE  | PATH              |
        | orders   | services/orders   |
        | invoices | services/invoices |
      And these faults are armed
        | WHERE  | AT              | FAULT          |
        | engine | after service 1 | process killed |
      When these changes are piped into the sync
        """
        {"path":"services/orders/cart.py","content":"cart"}
        {"path":"services/invoices/pdf.py","content":"pdf layout"}
        """
      Then the sync stops with error "killed"
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

  Rule: A store that hesitates gets the feed all the same, and once

    Scenario Outline: The index store <how> while a feed goes to <store>
      Given the index is kept in "<store>"
      And these faults are armed
        | WHERE       | AT            | FAULT   |
        | index store | calls 1 and 2 | <fault> |
      When these changes are piped into the sync
        """
        (10 generated lines)
        """
      Then the sync completes
      And 10 texts were embedded
      And no file is indexed twice
      And these collections change
        | COLLECTION | ADDED | UPDATED | REMOVED |
        | default    |    10 |       0 |       0 |

      Examples: embedded
        | store  | how                | fault              |
        | SQLite | refuses to connect | connection refused |

      @needs.postgres
      Examples: a database server
        | store      | how                | fault              |
        | PostgreSQL | refuses to connect | connection refused |
        | PostgreSQL | loses its answers  | answer lost        |

      Examples: vector servers
        | store    | how               | fault        |
        | Qdrant   | loses its answers | answer lost  |
        | Weaviate | asks to wait      | rate limited |

    @needs.postgres
    Scenario Outline: The connection to the database breaks <moment> and the feed goes on
      Given the index is kept in "PostgreSQL"
      And the settings
        | SETTING    | VALUE |
        | batch size |     2 |
      And the index store cuts the connection "<moment>"
      And these changes were piped into the sync with 1 failed line
        """
        {"path":"a.txt","content":"one"}
        src/never.py
        
        {"path":"b.txt","content":"two"}
        {"path":"c.txt","content":"three"}
        {"path":"d.txt","content":"four"}
        """
      When a script asks for "the state of the index"
      Then the exit code is 0
      And the output is JSON with
        | PATH                       | VALUE |
        | revisions[0].files.indexed |     4 |
        | runs.length                |     1 |
        | runs[0].total              |     6 |
        | runs[0].succeeded          |     4 |
        | runs[0].failed             |     1 |
        | runs[0].skipped            |     1 |
        | runs[0].errors             |     1 |

      Examples:
        | moment                    |
        | after file 2              |
        | before the flip           |
        | in the middle of the flip |

      Examples: the work was done, and only the answer is lost
        | moment                       |
        | before a batch is confirmed  |
        | before lines are confirmed   |
        | before the flip is confirmed |

    Scenario Outline: <server> is down when a feed comes
      Given the index is kept in "<server>"
      And the index was synced
      And the index store is down
      When these changes are piped into the sync
        """
        {"op":"add","path":"src/codes.py","content":"discount"}
        {"op":"delete","path":"src/cart.py"}
        """
      Then the sync stops with error "unreachable"
      And the vector server keeps 2 points

      Examples:
        | server   |
        | Qdrant   |
        | Weaviate |

  Rule: A feed for a repository that somebody else syncs waits its turn or says so

    @process
    Scenario Outline: A feed comes to <store> while another sync is at work
      Given the index is kept in "<store>"
      And another sync is running
      And the settings
        | SETTING  | VALUE |
        | patience | 200ms |
      When these changes are piped into the sync
        """
        {"path":"src/codes.py","content":"some codes"}
        """
      Then the sync stops with error "held-by-another"
      And the exit code is 5
      And the error output shows
        """
        Waiting for up to 0.2 s.
        error:
        safe: Nothing changed.
        next:
        """
      And the sync makes no index changes

      Examples: embedded
        | store  |
        | SQLite |

      @needs.postgres
      Examples: a database server
        | store      |
        | PostgreSQL |
