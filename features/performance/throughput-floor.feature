@alone
Feature: Keeping a floor under the speed
  The figures that somebody plans with are floors that hold on a busy, ordinary
  machine, start of the program included.

  @process @slow
  Rule: Files are indexed faster than a floor, whatever their number

    @E-63 @E-64 @E-65 @E-66
    Scenario Outline: <files> files enter an empty index
      Given a repository "shop"
      And <files> committed files of 800 bytes under "src"
      When first syncs are measured
        | RUN           |
        | <files> files |
      Then the measurements are
        | MEASURE | RUN           | LIMIT                    |
        | speed   | <files> files | at least <floor> files/s |

      Examples:
        | files | floor |
        |   100 |    10 |
        |   500 |    50 |
        | 1,000 |    50 |

    Scenario: Ten times the files take less than ten times the time
      Given a repository "few"
      And 100 committed files of 800 bytes under "src"
      And a repository "many"
      And 1,000 committed files of 800 bytes under "src"
      When first syncs are measured
        | RUN         | REPOSITORY |
        |   100 files | few        |
        | 1,000 files | many       |
      Then the measurements are
        | MEASURE | RUN         | AGAINST   | LIMIT            |
        | speed   | 1,000 files | 100 files | at least 1 times |

    @E-50
    Scenario: 100 files are synced in three set-ups
      Given a repository "shop"
      And 100 committed files of 800 bytes under "src"
      When first syncs are measured
        | RUN            | WORKERS | BATCH SIZE |
        | one by one     |       1 |          1 |
        | two workers    |       2 |         10 |
        | many at a time |       4 |         50 |
      Then the measurements are
        | MEASURE | RUN            | LIMIT        |
        | time    | one by one     | at most 30 s |
        | time    | two workers    | at most 30 s |
        | time    | many at a time | at most 30 s |

  Rule: What may take minutes takes a small part of them
    The limits are the promised ones. A machine that holds the floor of 50 files a second needs a tenth of them at most, so
    that nothing but a change of the engine comes near.

    @E-85
    Scenario: A refactoring of 340 files is synced within two minutes
      Given a repository "platform"
      And 500 committed files of 300 bytes under "src"
      And the index was synced
      And one commit changes many files
        | CHANGE | FILES | UNDER    |
        | edit   |   238 | src      |
        | delete |    34 | src      |
        | add    |    68 | src/next |
      When the next syncs are measured
        | RUN         | WORKERS | BATCH SIZE |
        | refactoring |       6 |         50 |
      Then the measurements are
        | MEASURE | RUN         | LIMIT         |
        | time    | refactoring | at most 120 s |
      And the index is in step with branch "main"

    @E-60
    Scenario: Three services with additions and deletions are synced within a minute
      Given a repository "company"
      And the services
        | SERVICE  | PATH     |
        | ServiceA | ServiceA |
        | ServiceB | ServiceB |
        | Shared   | Shared   |
      And the commits
        | MESSAGE | CHANGE | FILE               |
        | start   | add    | ServiceA/api.py    |
        |         | add    | ServiceA/old.py    |
        |         | add    | ServiceB/worker.py |
        |         | add    | ServiceB/old.py    |
        |         | add    | Shared/money.py    |
      And the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE               |
        | release | add    | ServiceA/orders.py |
        |         | delete | ServiceA/old.py    |
        |         | add    | ServiceB/mail.py   |
        |         | delete | ServiceB/old.py    |
      When the next syncs are measured
        | RUN     |
        | release |
      Then the measurements are
        | MEASURE | RUN     | LIMIT        |
        | time    | release | at most 60 s |
      And the index is in step with branch "main"

    @E-74
    Scenario: No batch size takes a minute
      Given a repository "shop"
      And 120 committed files of 200 bytes under "src"
      When first syncs are measured
        | RUN | BATCH SIZE |
        |  10 |         10 |
        |  25 |         25 |
        |  50 |         50 |
        | 100 |        100 |
        | 200 |        200 |
      Then the measurements are
        | MEASURE | RUN | LIMIT        |
        | time    |  10 | at most 60 s |
        | time    |  25 | at most 60 s |
        | time    |  50 | at most 60 s |
        | time    | 100 | at most 60 s |
        | time    | 200 | at most 60 s |
