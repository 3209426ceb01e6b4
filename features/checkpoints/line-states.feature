Feature: Knowing line by line what is done
  A run is a list of lines, one for each path that differs. Each is waiting, done or failed,
  and what is done is known to the line when a process dies.

  Background:
    Given a repository "shop"
    And 4 committed files under "src"
    And the settings
      | SETTING    | VALUE |
      | batch size |     1 |
      | workers    |     1 |

  Rule: A line is done when its content is stored, and not before

    @E-09 @process
    Scenario Outline: The engine dies after <files> of 4 files
      Given these faults are armed
        | WHERE  | AT                 | FAULT          |
        | engine | after file <files> | process killed |
      When the index is synced
      Then the sync stops with error "killed"
      And the checkpoint is now
        | FILE          | STATE   | ATTEMPTS |
        | src/file-1.py | done    |        1 |
        | src/file-2.py | <2>     | <2x>     |
        | src/file-3.py | <3>     | <3x>     |
        | src/file-4.py | waiting |        0 |

      Examples:
        | files |       2 | 2x |       3 | 3x |
        |     1 | waiting |  0 | waiting |  0 |
        |     2 | done    |  1 | waiting |  0 |
        |     3 | done    |  1 | done    |  1 |

    @process
    Scenario: The engine dies before the first file
      Given these faults are armed
        | WHERE  | AT            | FAULT          |
        | engine | before file 1 | process killed |
      When the index is synced
      Then the sync stops with error "killed"
      And the checkpoint is now
        | FILE          | STATE   | ATTEMPTS |
        | src/file-1.py | waiting |        0 |
        | src/file-2.py | waiting |        0 |
        | src/file-3.py | waiting |        0 |
        | src/file-4.py | waiting |        0 |

  Rule: A failed line is remembered even when the process dies

    @E-10 @E-12 @process
    Scenario: Two lines are done and the third failed when the engine dies
      Given the git object of "src/file-3.py" was destroyed
      And these faults are armed
        | WHERE  | AT           | FAULT          |
        | engine | after file 3 | process killed |
      When the index is synced
      Then the sync stops with error "killed"
      And the checkpoint is now
        | FILE          | STATE   | ATTEMPTS |
        | src/file-1.py | done    |        1 |
        | src/file-2.py | done    |        1 |
        | src/file-3.py | failed  |        1 |
        | src/file-4.py | waiting |        0 |

    @E-10
    Scenario: A failed line tells everything about itself
      Given the git object of "src/file-3.py" was destroyed
      And the index was synced with 1 failed file
      When a script asks for "the failures"
      Then the exit code is 0
      And the output is JSON with
        | PATH                   | VALUE               |
        | errors.length          |                   1 |
        | errors[0].run_id       | (begins with sync_) |
        | errors[0].line         |                   3 |
        | errors[0].path         | src/file-3.py       |
        | errors[0].operation    | add                 |
        | errors[0].category     | file-system         |
        | errors[0].severity     | low                 |
        | errors[0].message      | (any text)          |
        | errors[0].payload      | (absent)            |
        | errors[0].attempts     |                   1 |
        | errors[0].state        | failed              |
        | errors[0].last_attempt | (any text)          |

  Rule: A completed sync leaves no checkpoint

    @process
    Scenario: A sync follows one that was killed
      Given these faults are armed
        | WHERE  | AT           | FAULT          |
        | engine | after file 2 | process killed |
      And the sync was interrupted
      When the sync is resumed
      Then the sync completes
      And no checkpoint remains
      And the runs are now
        | STATUS      | LINES | PROCESSED | SUCCESSES |
        | interrupted |     4 |         2 |         2 |
        | completed   |     4 |         4 |         4 |
