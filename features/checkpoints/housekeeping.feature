Feature: Forgetting old runs
  A ledger that only grows becomes a burden. Runs are remembered for seven days; what still
  matters is kept, however old it is.

  Background:
    Given a repository "shop"
    And the commits
      | MESSAGE | CHANGE | FILE         | CONTENT    |
      | start   | add    | src/first.py | first file |
    And the index was synced
    And the commits
      | MESSAGE | CHANGE | FILE          | CONTENT     |
      | second  | add    | src/second.py | second file |
    And the index was synced

  Rule: Runs are remembered for seven days

    Scenario Outline: A sync follows <when>
      Given <days> days passed
      And the commits
        | MESSAGE | CHANGE | FILE         | CONTENT    |
        | third   | add    | src/third.py | third file |
      And the index was synced
      When a script asks for "a summary of the state"
      Then the exit code is 0
      And the output is JSON with
        | PATH | VALUE  |
        | runs | <runs> |

      Examples:
        | when             | days | runs |
        | within the week  |    6 |    3 |
        | a week and a day |    8 |    2 |

    Scenario: The newest run of a slot is kept however old it is
      Given 400 days passed
      And the commits
        | MESSAGE | CHANGE | FILE         | CONTENT    |
        | third   | add    | src/third.py | third file |
      When the index is synced
      Then the sync completes
      And the runs are now
        | STATUS    | LINES | SUCCESSES |
        | completed |     1 |         1 |
        | completed |     1 |         1 |

  Rule: A failure that stands is kept with its run

    Scenario: A file has been failing for a year
      Given the commits
        | MESSAGE | CHANGE | FILE       | CONTENT         |
        | mishap  | add    | broken.txt | (invalid utf-8) |
      And the index was synced with 1 failed file
      And the commits
        | MESSAGE | CHANGE | FILE        | CONTENT   |
        | more    | add    | src/more.py | more code |
      And the index was synced
      And 400 days passed
      And the commits
        | MESSAGE | CHANGE | FILE         | CONTENT    |
        | third   | add    | src/third.py | third file |
      And the index was synced
      When a script asks for "the failures"
      Then the exit code is 0
      And the output is JSON with
        | PATH           | VALUE      |
        | total          |          1 |
        | errors[0].path | broken.txt |
