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
