Feature: Remembering runs
  Every sync leaves a record: what it had to do, what became of it and how long it took. The
  record outlives the process, so that the next person and the next program can ask.

  Background:
    Given a repository "shop"
    And 3 committed files under "src"

  Rule: A run is recorded with its numbers

    @E-08 @E-21
    Scenario: A first sync
      When the index is synced
      Then the sync completes
      And the runs are now
        | STATUS    | SOURCE | LINES | PROCESSED | SUCCESSES | ERRORS | SKIPPED | COLLECTION |
        | completed | git    |     3 |         3 |         3 |      0 |       0 | default    |

    @E-11
    Scenario: A sync with a good, a failed and a skipped file
      Given the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE          | CONTENT         |
        | more    | edit   | src/file-1.py | new words       |
        |         | add    | broken.txt    | (invalid utf-8) |
        |         | add    | logo.png      | (PNG image)     |
      When the index is synced
      Then the sync completes with 1 failed file
      And the runs are now
        | STATUS    | LINES | PROCESSED | SUCCESSES | ERRORS | SKIPPED |
        | completed |     3 |         3 |         3 |      0 |       0 |
        | completed |     3 |         3 |         1 |      1 |       1 |

    Scenario: Deletions and renames are lines too
      Given the index was synced
      And the commits
        | MESSAGE | CHANGE | OLD FILE      | FILE          |
        | tidy up | delete |               | src/file-1.py |
        |         | move   | src/file-2.py | src/moved.py  |
      When the index is synced
      Then the sync completes
      And the last run has done these lines
        | LINE | FILE          | OPERATION | TIMED |
        |    1 | src/file-1.py | delete    | no    |
        |    2 | src/file-2.py | delete    | no    |
        |    3 | src/moved.py  | add       | no    |

    Scenario: A sync with nothing to do leaves no record
      Given the index was synced
      When the index is synced
      Then the sync completes
      And the runs are now
        | STATUS    | LINES |
        | completed |     3 |

    Scenario: A dry run leaves no record
      Given the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE         |
        | more    | add    | src/codes.py |
      When the index is synced with
        | SETTING | VALUE |
        | dry run | yes   |
      Then the sync completes
      And the runs are now
        | STATUS    | LINES |
        | completed |     3 |

    @E-21 @E-22
    Scenario: The tables have the columns that reports are written for
      When the index is synced
      Then the sync completes
      And the ledger has
        | TABLE           | COLUMN             |
        | sync_runs       | run_id             |
        | sync_runs       | started_at         |
        | sync_runs       | completed_at       |
        | sync_runs       | processed_lines    |
        | sync_runs       | success_count      |
        | sync_runs       | error_count        |
        | sync_runs       | collection_name    |
        | completed_lines | processing_time_ms |
        | failed_lines    | retry_count        |

  Rule: A run ends as what it was

    Scenario: The store was away
      Given the settings
        | SETTING    | VALUE |
        | batch size |     2 |
      And these faults are armed
        | WHERE       | AT          | FAULT              |
        | index store | from call 2 | connection refused |
      When the index is synced
      Then the sync stops with error "unreachable"
      And the runs are now
        | STATUS | LINES | PROCESSED | SUCCESSES | ERRORS |
        | failed |     3 |         2 |         2 |      0 |

    Scenario: The store was away when lines were fed
      Given the settings
        | SETTING    | VALUE |
        | batch size |     2 |
      And these faults are armed
        | WHERE       | AT          | FAULT              |
        | index store | from call 2 | connection refused |
      When these changes are piped into the sync
        """
        (10 generated lines)
        """
      Then the sync stops with error "unreachable"
      And the runs are now
        | STATUS | SOURCE | PROCESSED |
        | failed | stdin  |         2 |

    Scenario: The operator stopped it
      Given 200 committed files under "src/reports"
      When the operator stops the sync
      Then the sync stops with error "interrupted"
      And the runs are now
        | STATUS      | LINES | PROCESSED |
        | interrupted |   203 |        64 |

    @process
    Scenario: Its process was killed
      Given the settings
        | SETTING    | VALUE |
        | batch size |     1 |
      And these faults are armed
        | WHERE  | AT           | FAULT          |
        | engine | after file 2 | process killed |
      And the sync was interrupted
      When a script asks for "the last run"
      Then the exit code is 0
      And the output is JSON with
        | PATH          | VALUE       |
        | run.status    | interrupted |
        | run.total     |           3 |
        | run.processed |           2 |
        | run.succeeded |           2 |

  Rule: The time of each line is remembered

    @E-22
    Scenario: Lines that were read have a time, to a fraction of a millisecond
      When the index is synced
      Then the sync completes
      And the last run has done these lines
        | LINE | FILE          | OPERATION | REPOSITORY | TIMED |
        |    1 | src/file-1.py | add       | shop       | yes   |
        |    2 | src/file-2.py | add       | shop       | yes   |
        |    3 | src/file-3.py | add       | shop       | yes   |

    @E-22
    Scenario: The status of a run shows how long its lines took
      Given the index was synced
      When a script asks for "the last run"
      Then the exit code is 0
      And the output is JSON with
        | PATH              | VALUE               |
        | run.run_id        | (begins with sync_) |
        | times.lines       |                   3 |
        | times.average_ms  | (above 0)           |
        | times.shortest_ms | (above 0)           |
        | times.longest_ms  | (above 0)           |
