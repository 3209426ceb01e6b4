@needs.postgres
Feature: Stopping while the database says nothing
  A network drops every packet, a server stands still: whoever waits for an answer then
  may wait for ever. A person who presses Ctrl-C gets the prompt back within ten seconds
  all the same, and the next sync takes over where the stopped one was.

  Background:
    Given a repository "shop"
    And 6 committed files under "src"
    And the index is kept in "PostgreSQL"
    And the settings
      | SETTING    | VALUE |
      | batch size |     2 |

  Rule: Whoever waits for a silent database ends within ten seconds of the signal

    @process @E-57 @E-58
    Scenario Outline: A sync is stopped while the database is silent <when>
      When the sync gets <signal> while it waits for the index store <when>
      Then the sync stops with error "interrupted"
      And the exit code is 130
      And the sync makes no index changes

      Examples:
        | when                      | signal  |
        | after file 0              | SIGINT  |
        | after file 3              | SIGTERM |
        | before the flip           | SIGHUP  |
        | in the middle of the flip | SIGTERM |

    @process @E-57 @E-58
    Scenario: A sync is stopped while the database does not even greet
      Given the index was synced
      And 30 committed files under "src/reports"
      When the sync gets SIGINT while it waits for the index store
      Then the sync stops with error "interrupted"
      And the exit code is 130
      And the sync makes no index changes

    @process @E-57 @E-58
    Scenario Outline: A feed is stopped while the database is silent <when>
      Given these faults are armed
        | WHERE  | AT                                        | FAULT    |
        | engine | while it waits for the index store <when> | <signal> |
      When these changes are piped into the sync
        """
        (10 generated lines)
        """
      Then the sync stops with error "interrupted"
      And the exit code is 130
      And the sync makes no index changes

      Examples:
        | when                      | signal  |
        | after file 4              | SIGINT  |
        | in the middle of the flip | SIGTERM |

    @process
    Scenario: A sync is stopped while a statement does not end
      Given the sync got SIGTERM while it waited for a write after file 3
      When a script asks for "the state of the index"
      Then the exit code is 0
      And the output is JSON with
        | PATH              | VALUE       |
        | revisions.length  |           0 |
        | runs.length       |           1 |
        | runs[0].status    | interrupted |
        | runs[0].succeeded |           2 |

  Rule: A second signal does not wait for the database either

    @process
    Scenario Outline: A sync is told twice while the database is silent: <signals>
      When the sync gets <signals> while it waits for the index store after file 3
      Then the exit code is 130
      And the sync makes no index changes

      Examples:
        | signals              |
        | SIGINT, then SIGINT  |
        | SIGTERM, then SIGINT |

  Rule: When the database speaks again the next sync takes over, and nothing is done twice

    @process @E-15 @E-59
    Scenario Outline: The database speaks again after <signals>
      Given the sync got <signals> while it waited for the index store after file 3
      When the sync is resumed
      Then the sync completes
      And the run report shows
        | ITEM               | VALUE |
        | files already done |     2 |
        | files processed    |     4 |
      And the index is in step with branch "main"
      And no file is indexed twice

      Examples:
        | signals             |
        | SIGINT              |
        | SIGINT, then SIGINT |

    @process @E-15 @E-59
    Scenario Outline: A feed comes again after <signals> in the silence
      Given these faults are armed
        | WHERE  | AT                                              | FAULT     |
        | engine | while it waits for the index store after file 4 | <signals> |
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
        | lines resumed |     4 |
        | lines done    |    10 |
      And these collections change
        | COLLECTION | ADDED | UPDATED | REMOVED |
        | default    |    10 |       0 |       0 |
      And no file is indexed twice

      Examples:
        | signals              |
        | SIGINT               |
        | SIGTERM, then SIGINT |

    @process
    Scenario: No run is left at work in the ledger
      Given the sync got SIGINT while it waited for the index store after file 3
      And the index was synced
      When a script asks for "the state of the index"
      Then the exit code is 0
      And the output is JSON with
        | PATH              | VALUE       |
        | revisions.length  |           1 |
        | runs.length       |           2 |
        | runs[0].status    | completed   |
        | runs[0].succeeded |           6 |
        | runs[1].status    | interrupted |

  Rule: A flip whose answer never came has happened or has not, and the next sync sees which

    @process
    Scenario: The flip was done when the database fell silent
      When the sync gets SIGINT while it waits for the index store to confirm the flip
      Then the exit code is 130
      And the error output shows
        """
        error: Interrupted before the last answer came
        safe: Nothing is half written
        next: Run the same command again
        """
      And the index is in step with branch "main"

    @process
    Scenario: The flip was done when the database fell silent and turned others away
      When the sync gets SIGINT while it waits for the index store that turns others away to confirm the flip
      Then the exit code is 130
      And the error output shows
        """
        error: Interrupted before the last answer came
        safe: Nothing is half written
        next: Run the same command again
        """
      And the index is in step with branch "main"

    @process
    Scenario: The sync goes on after a flip whose answer never came
      Given the sync got SIGTERM while it waited for the index store to confirm the flip
      When the sync is resumed
      Then the sync completes
      And the sync makes no index changes
      And the index is in step with branch "main"
      And no file is indexed twice
