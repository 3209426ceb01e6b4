@needs.postgres
Feature: Tables that look after themselves
  Nobody runs a script before the first sync, or after an update. The database is
  prepared by the first sync and brought up to date by the next one, and what Neap did
  not make is never touched.

  Background:
    Given a repository "shop"
    And the commits
      | MESSAGE | CHANGE | FILE          | CONTENT    |
      | start   | add    | src/prices.py | price list |
    And the index is kept in "PostgreSQL"

  Rule: An older format is brought up to date without reading anything again

    Scenario Outline: A sync meets tables <format>
      Given the index was synced
      And the database is "<format>"
      And the commits
        | MESSAGE | CHANGE | FILE         | CONTENT        |
        | codes   | add    | src/codes.py | discount codes |
      When the index is synced
      Then the sync completes
      And 1 text was embedded
      And the index is in step with branch "main"

      Examples:
        | format                            |
        | of the previous format            |
        | of the format before long vectors |
        | of the format before long paths   |
        | of the format before feeds        |
        | of the first format               |

    Scenario: Long vectors fit into tables that an older version made
      Given the environment variables
        | NAME          | VALUE     |
        | NEAP_EMBEDDER | hash:4096 |
      And the index was synced
      And the database is "of the format before long vectors"
      And the commits
        | MESSAGE | CHANGE | FILE         | CONTENT        |
        | codes   | add    | src/codes.py | discount codes |
      When the index is synced
      Then the sync completes
      And 1 text was embedded
      And the index is in step with branch "main"

  Rule: A database that does not fit is named and left alone

    @C-02
    Scenario Outline: A sync refuses a database that is <state>
      Given the database is "<state>"
      When the index is synced
      Then the sync stops with error "<kind>"
      And the repository is untouched

      Examples:
        | state                   | kind          |
        | used by another program | index-foreign |
        | without pgvector        | store-unfit   |
        | gone                    | store-unfit   |

    Scenario: A search refuses an index of a newer version
      Given the index was synced
      And the database is "of a newer version"
      When a script asks for "a search for price"
      Then the exit code is 2
      And the output is JSON with
        | PATH       | VALUE       |
        | error.kind | index-newer |

  Rule: The graph of neighbours is built when the load is over

    Scenario: A large first sync is followed by a graph that answers
      Given 1001 committed files under "src"
      When the index is synced
      Then the sync completes
      And the database has 1 graph of neighbours
      And a search for "price list" finds
        | FILE          |
        | src/prices.py |

    Scenario: A small index needs no graph
      When the index is synced
      Then the sync completes
      And the database has 0 graphs of neighbours
      And the index is in step with branch "main"
