@alone
Feature: Answering while somebody waits
  A search box waits for every answer, and whoever takes over a repository waits for
  its first sync. Both stay short in whatever store a team chose, beside what the store
  itself can do at most.

  Rule: A thousand files are seconds, and an answer is a fraction of one
    An answer's time is the shortest of many, beside the least that any answer takes: the
    store is asked for its state, and git for one thing. The three are asked in turn, since
    how busy the machine is, is no matter of the store.

    Background:
      Given a repository "shop"
      And 1,000 committed files of 800 bytes under "src"

    @C-07
    Scenario Outline: A thousand files enter <store>
      Given the index is kept in "<store>"
      When the next syncs are measured
        | RUN        |
        | first sync |
      Then the measurements are
        | MEASURE | RUN        | LIMIT        |
        | time    | first sync | at most 10 s |
      And the index is in step with branch "main"
      And no file is indexed twice

      Examples: embedded
        | store  |
        | SQLite |

      @needs.postgres
      Examples: a database server
        | store      |
        | PostgreSQL |

    @C-16 @C-17
    Scenario Outline: A thousand files are searched in <store>
      Given the index is kept in "<store>"
      And the index was synced
      When searches are measured
        | RUN           | BY      | FOR               | TIMES |
        | bare minimum  |         |                   |    60 |
        | simple query  | words   | price of an order |    60 |
        | vector search | vectors | price of an order |    60 |
      Then the measurements are
        | MEASURE        | RUN           | AGAINST      | LIMIT           |
        | shortest time  | simple query  | bare minimum | at most 8 times |
        | shortest time  | vector search | bare minimum | at most 8 times |
        | fewest answers | simple query  |              | at least 10     |
        | fewest answers | vector search |              | at least 10     |

      Examples: embedded
        | store  |
        | SQLite |

      @needs.postgres
      Examples: a database server
        | store      |
        | PostgreSQL |

  Rule: A database is filled at a known share of what it takes at most
    Sync and copy are made five times in turn, and the median of each counts.

    @needs.postgres @slow
    Scenario: 2,000 files enter PostgreSQL beside a plain copy of their rows
      Given a repository "shop"
      And 2,000 committed files of 10,000 bytes under "src"
      And the index is kept in "a PostgreSQL server of its own"
      When a first sync and a plain copy of its rows are measured
      Then the measurements are
        | MEASURE | RUN                   | AGAINST    | LIMIT               |
        | speed   | until it is published | plain copy | at least 0.15 times |
        | speed   | the whole sync        | plain copy | at least 0.02 times |
      And the index is in step with branch "main"
