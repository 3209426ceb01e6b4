@needs.postgres
Feature: A graph that makes answers faster and nothing else
  After a large load the database builds a graph of nearest neighbours, which may take
  longer than the load did. The revision is there before it, so whoever loses patience,
  or the server, in that time has lost speed alone, and is told so.

  Background:
    Given a repository "shop"
    And 1001 committed files under "src"
    And the index is kept in "PostgreSQL"

  Rule: The revision does not wait for its graph

    @process @E-57
    Scenario Outline: A sync gets <signal> while the graph is built
      When the sync gets <signal> while it waits for a write in the graph of neighbours
      Then the sync completes
      And the output shows
        """
        Indexes that make searches faster were not built, because the sync was stopped.
        """
      And the index is in step with branch "main"
      And the database has 0 graphs of neighbours

      Examples:
        | signal  |
        | SIGINT  |
        | SIGTERM |

    @process
    Scenario: The ledger knows that a sync was done before it was stopped
      Given the sync got SIGINT while it waited for a write in the graph of neighbours
      When a script asks for "the state of the index"
      Then the exit code is 0
      And the output is JSON with
        | PATH                       | VALUE     |
        | revisions.length           |         1 |
        | revisions[0].files.indexed |      1001 |
        | runs.length                |         1 |
        | runs[0].status             | completed |

    @process @E-57
    Scenario: A feed gets SIGTERM while the graph is built
      Given these faults are armed
        | WHERE  | AT                                                    | FAULT   |
        | engine | while it waits for a write in the graph of neighbours | SIGTERM |
      When these changes are piped into the sync
        """
        (1,001 generated lines)
        """
      Then the sync completes
      And the run report shows
        | ITEM       | VALUE |
        | lines done |  1001 |
      And these collections change
        | COLLECTION | ADDED | UPDATED | REMOVED |
        | default    |  1001 |       0 |       0 |
      And the database has 0 graphs of neighbours

    Scenario: The server has no room for the graph
      Given the database is "without room for a graph"
      When the index is synced
      Then the sync completes
      And the output shows
        """
        Indexes that make searches faster were not built: The server of
        """
      And the index is in step with branch "main"
      And the database has 0 graphs of neighbours

    Scenario: The server has no memory for helpers, so one process builds alone
      Given the database is "without memory for helpers"
      When the index is synced
      Then the sync completes
      And the database has 1 graph of neighbours
      And the index is in step with branch "main"

    Scenario: The connection breaks while the graph is built
      Given the index store cuts the connection "in the graph of neighbours"
      When the index is synced
      Then the sync completes
      And the index is in step with branch "main"
      And the database has 1 graph of neighbours

  Rule: A graph that broke off is built after a later sync

    @process
    Scenario Outline: A sync comes after one that <end>
      Given <what happened>
      And the commits
        | MESSAGE | CHANGE | FILE         | CONTENT        |
        | codes   | add    | src/codes.py | discount codes |
      When the index is synced
      Then the sync completes
      And the database has 1 graph of neighbours
      And the index is in step with branch "main"
      And no file is indexed twice

      Examples:
        | end         | what happened                                                               |
        | was stopped | the sync got SIGTERM while it waited for a write in the graph of neighbours |
        | was killed  | the engine was killed "in the graph of neighbours"                          |

  Rule: Long vectors have a graph as well
    The database has graphs of up to 4,000 numbers, and longer vectors are compared one by
    one. Halves of the numbers are enough to find the neighbours of more than 2,000. What it
    takes to fetch such vectors the database does not count, so Neap chooses the shorter way.

    Scenario Outline: A model makes vectors of <numbers> numbers
      Given the environment variables
        | NAME          | VALUE          |
        | NEAP_EMBEDDER | hash:<numbers> |
      When the index is synced
      Then the sync completes
      And the index is in step with branch "main"
      And the database has <graphs> graphs of neighbours

      Examples:
        | numbers | graphs |
        |    2000 |      1 |
        |    2001 |      1 |
        |    4000 |      1 |
        |    4001 |      0 |

    Scenario Outline: <who> asks an index with 4,000 files of the shop and 5 of the bakery
      Given the environment variables
        | NAME          | VALUE     |
        | NEAP_EMBEDDER | hash:3072 |
      And 3,000 committed files under "lib"
      And the index was synced
      And a repository "bakery"
      And 5 committed files under "buns"
      And the index was synced
      When the index is searched with
        | WORDS | BY      | REPOSITORY |
        | file  | vectors | <who>      |
      Then the output is JSON with
        | PATH               | VALUE  |
        | hits.length        | <hits> |
        | hits[0].repository | <who>  |
      And the database walked <walked> graphs of neighbours

      Examples:
        | who    | hits | walked |
        | shop   |   10 |      1 |
        | bakery |    5 |      0 |
