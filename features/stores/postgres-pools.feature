@needs.postgres @needs.pgbouncer
Feature: Pools in front of a database
  Companies put a pool of connections in front of their databases. A sync holds a lock in
  its session, so that nobody else writes the same; where a pool shares sessions between
  its clients that lock would keep nobody out, and nobody would be told.

  Background:
    Given a repository "shop"
    And the commits
      | MESSAGE | CHANGE | FILE          | CONTENT    |
      | start   | add    | src/prices.py | price list |
    And the index is kept in "PostgreSQL"
    And the index was synced
    And the commits
      | MESSAGE | CHANGE | FILE         | CONTENT        |
      | codes   | add    | src/codes.py | discount codes |

  Rule: Behind a pool that shares sessions nothing is written

    Scenario: A sync says which pool it needs
      Given commands connect as "the owner through a pool that shares sessions"
      When the index is synced
      Then the sync stops with error "store-unfit"
      And the error output shows
        """
        gives every transaction another session, so two syncs would not see each other.
        safe: Nothing was changed, and searching works through it.
        next: Name the server itself
        or a pool that keeps sessions (PgBouncer: pool_mode = session).
        """
      And the sync makes no index changes

    Scenario: A search finds the file
      Given commands connect as "the owner through a pool that shares sessions"
      When 3 searches for "price list" start together
      Then every search finds "src/prices.py" first

    Scenario: The check of the store says it before a sync does
      Given commands connect as "the owner through a pool that shares sessions"
      When the operator runs "neap store check"
      Then the exit code is 0
      And the output shows
        """
        yes  may search
        no   may sync             a pool gives every transaction another session
        """
      And the index is in step with commit "start"

  Rule: A pool that keeps sessions is as good as none

    Scenario: A sync brings the index up to date
      Given commands connect as "the owner through a pool that keeps sessions"
      When the index is synced
      Then the sync completes
      And the index is in step with branch "main"

    @process
    Scenario: Of two syncs the later one says who is at work
      Given commands connect as "the owner through a pool that keeps sessions"
      And another sync is running
      And the settings
        | SETTING  | VALUE |
        | patience |     0 |
      When the index is synced
      Then the sync stops with error "held-by-another"
      And the sync makes no index changes
